"""Texts of the tests made into annotated passages."""

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.documents.passages import cut
from index.language import analyze_sentences
from index.policy import annotate, load_tables


def annotated(*paragraphs, language="ru", date="2025-08-11", title="Выступление", tables=None):
    """The annotated passages of a document made of the paragraphs; by the tables as they are."""
    document = Document(
        id="d",
        title=title,
        paragraphs=paragraphs,
        date=PartialDate.parse(date) if date else None,
        language=language,
    )
    passages = cut(document)
    with_tokens = [(one, analyze_sentences(one.text, one.sentences)) for one in passages]
    return annotate(document, with_tokens, tables or load_tables())
