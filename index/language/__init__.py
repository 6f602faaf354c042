from index.language.analyzer import analyze, analyze_sentences
from index.language.fingerprints import fingerprint
from index.language.forms import fold
from index.language.identify import identify
from index.language.queries import QueryWord, query_words
from index.language.sentences import sentences, split_sentences
from index.language.tokens import Token

__all__ = [
    "QueryWord",
    "Token",
    "analyze",
    "analyze_sentences",
    "fingerprint",
    "fold",
    "identify",
    "query_words",
    "sentences",
    "split_sentences",
]
