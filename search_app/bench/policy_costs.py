"""What annotating costs beside lemmatising, both with new words and with known ones."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from index.documents.dates import PartialDate
from index.documents.document import Document, Passage
from index.documents.passages import cut
from index.language import Token, analyze, analyze_sentences
from index.policy import PolicyTables, annotate

_AGAIN = 3  # times that known words are read again; the quickest counts

_SENTENCES = {
    "ru": "Президент поручил Министерству просвещения до конца года открыть в сёлах десять школ.",
    "kk": "Президент Оқу-ағарту министрлігіне жыл соңына дейін он мектеп ашуды тапсырды.",
    "bg": "Президентът възложи на Министерството на просветата да открие десет училища до юни.",
    "en": "The President instructed the Ministry of Education to open ten schools by 1 May.",
}
FIRST = [
    Document("", "", (sentence,), PartialDate.parse("2026-03-02"), language=language)
    for language, sentence in _SENTENCES.items()
]

Read = list[tuple[Passage, Sequence[Token]]]
Given = TypeVar("Given")


@dataclass
class Costs:
    """Seconds of the processor, for the same passages; ``again`` with nothing new in them."""

    passages: int = 0
    characters: int = 0
    lemmatising: float = 0.0
    annotating: float = 0.0
    lemmatising_again: float = 0.0
    annotating_again: float = 0.0

    def rows(self, what: str) -> Iterator[str]:
        """The times in milliseconds, and how many times lemmatising annotating takes."""
        yield f"time, {what}: {self.passages} passages, {self.characters} characters"
        pairs = {
            "new words": (self.lemmatising, self.annotating),
            "known words": (self.lemmatising_again, self.annotating_again),
        }
        for name, (lemmatising, annotating) in pairs.items():
            each = 1e6 * annotating / max(self.passages, 1)
            yield (
                f"  {name:12} lemmatising {1000 * lemmatising:6.0f} ms,"
                f" annotating {1000 * annotating:6.0f} ms = {each:.0f} µs a passage,"
                f" annotating ÷ lemmatising {annotating / max(lemmatising, 1e-9):.2f}"
            )


def make_ready(tables: PolicyTables) -> None:
    """Lemmatise and annotate a sentence of each language: dictionaries and tables are read then."""
    for document in FIRST:
        _lemmatised(document)
        annotate(document, _read(cut(document)), tables)


def costs(documents: Iterable[Document], tables: PolicyTables) -> Costs:
    """Lemmatise and annotate each document for the first time, and then again.

    As with ``timeit``, no garbage is collected while the clock runs. The words are read before
    the text is cut into sentences, which would read them too.
    """
    spent = Costs()
    for document in documents:
        spent.characters += len(document.text)
        spent.lemmatising += _timed(partial(_lemmatised, document))[0]
        passages = cut(document)
        spent.passages += len(passages)
        read = _read(passages)
        spent.annotating += _timed(partial(annotate, document, read, tables))[0]
        spent.lemmatising_again += _quickest(partial(_lemmatised, document))
        spent.annotating_again += _quickest(partial(annotate, document, read, tables))
    return spent


def _lemmatised(document: Document) -> list[Sequence[Token]]:
    language = document.language or "ru"
    return [analyze(text, language) for text in (document.title, *document.paragraphs)]


def _read(passages: Sequence[Passage]) -> Read:
    """The passages with their tokens, which are made when first asked for: by ``len``."""
    read: Read = [(one, analyze_sentences(one.text, one.sentences)) for one in passages]
    for _, tokens in read:
        len(tokens)
    return read


def _timed(work: Callable[[], Given]) -> tuple[float, Given]:
    gc.disable()
    began = time.process_time()
    try:
        given = work()
        return time.process_time() - began, given
    finally:
        gc.enable()


def _quickest(work: Callable[[], object]) -> float:
    return min(_timed(work)[0] for _ in range(_AGAIN))
