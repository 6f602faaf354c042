from index.language.analyzer import Tokens, analyze, analyze_sentences
from index.language.fingerprints import fingerprint
from index.language.forms import fold
from index.language.identify import identify
from index.language.memory import remember_more, remembering_more
from index.language.queries import QueryWord, query_words
from index.language.reading import read
from index.language.sentences import sentences, split_sentences
from index.language.tokens import Token

__all__ = [
    "QueryWord",
    "Token",
    "Tokens",
    "analyze",
    "analyze_sentences",
    "fingerprint",
    "fold",
    "identify",
    "query_words",
    "read",
    "remember_more",
    "remembering_more",
    "sentences",
    "split_sentences",
]
