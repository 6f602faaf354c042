"""From a document to its passages: a paragraph each, long ones cut where a sentence ends."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.documents.document import PARAGRAPH_BREAK, Document, Passage, Sentence
from index.language import Tokens, identify, read, split_sentences

LONGEST_PASSAGE = 1500  # characters
_SAMPLE = 5000  # characters from which the language of a document without one is guessed

Span = tuple[int, int]


def cut(document: Document) -> list[Passage]:
    """The passages of a document in order; ``text[start:end]`` of the document is each one's text.

    A paragraph of over 1,500 characters becomes parts of nearly equal length, cut between
    sentences, or between the items of a list; only a single longer sentence is cut at a space.
    """
    return [passage for passage, _ in cut_and_read(document)]


def cut_and_read(document: Document) -> list[tuple[Passage, Tokens]]:
    """The passages of a document, each with its tokens."""
    prior = document.language or identify(document.text[:_SAMPLE])
    made: list[tuple[Passage, Tokens]] = []
    start = 0
    for paragraph, text in enumerate(document.paragraphs, 1):
        for first, last in _parts(text):
            part = text[first:last]
            found, tokens = read(part, prior)
            passage = Passage(
                document=document.id,
                ordinal=len(made) + 1,
                paragraph=paragraph,
                text=part,
                start=start + first,
                end=start + last,
                language=_of_most_letters([(part, found)]) or prior,
                sentences=found,
            )
            made.append((passage, tokens))
        start += len(text) + len(PARAGRAPH_BREAK)
    return made


def with_language(document: Document, passages: Sequence[Passage]) -> Document:
    """The document with the language of most of its letters where it has none."""
    if document.language:
        return document
    language = _of_most_letters([(passage.text, passage.sentences) for passage in passages])
    return replace(document, language=language)


def _of_most_letters(texts: Sequence[tuple[str, Sequence[Sentence]]]) -> str:
    languages = {sentence.language for _, found in texts for sentence in found}
    if len(languages) <= 1:
        return languages.pop() if languages else ""
    letters: Counter[str] = Counter()
    for text, found in texts:
        for sentence in found:
            letters[sentence.language] += sum(map(str.isalpha, text[sentence.start : sentence.end]))
    return max(letters, key=letters.__getitem__, default="")


def _parts(text: str) -> list[Span]:
    """Spans of at most 1,500 characters without the blanks around them."""
    whole = (0, len(text)) if len(text.strip()) == len(text) else _stripped(text, 0, len(text))
    if whole[1] - whole[0] <= LONGEST_PASSAGE:
        return [whole] if whole[0] < whole[1] else []
    return list(_balanced([short for unit in _units(text) for short in _shortened(text, unit)]))


def _units(text: str) -> Iterator[Span]:
    """What is kept whole: the items of a list, else sentences."""
    if "\n" not in text:
        yield from split_sentences(text)
        return
    start = 0
    for line in text.split("\n"):
        span = _stripped(text, start, start + len(line))
        if span[0] < span[1]:
            yield span
        start += len(line) + 1


def _shortened(text: str, unit: Span) -> Iterator[Span]:
    """A unit, or the pieces of one that is too long, cut at spaces where there are any."""
    start, end = unit
    while end - start > LONGEST_PASSAGE:
        space = text.rfind(" ", start + 1, start + LONGEST_PASSAGE + 1)
        middle = space if space > 0 else start + LONGEST_PASSAGE
        yield _stripped(text, start, middle)
        start, _ = _stripped(text, middle, end)
    yield start, end


def _balanced(units: Sequence[Span]) -> Iterator[Span]:
    """Units joined to as few parts as their lengths allow, of nearly equal length."""
    first, last = units[0][0], units[-1][1]
    if last - first <= LONGEST_PASSAGE:
        yield first, last
        return
    count = -(-(last - first) // LONGEST_PASSAGE)
    aims = [first + (last - first) * number // count for number in range(1, count)]
    bounds = sorted({_nearest(units, aim) for aim in aims})
    for start, end in pairwise([0, *bounds, len(units)]):
        yield from _balanced(units[start:end])


def _nearest(units: Sequence[Span], aim: int) -> int:
    """The place between two units that is nearest to an offset: from 1 to one less than all."""
    after = min(max(bisect.bisect_left(units, (aim, 0)), 1), len(units) - 1)
    before = max(after - 1, 1)
    return before if aim - units[before][0] < units[after][0] - aim else after


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    inner = piece.strip()
    first = start + len(piece) - len(piece.lstrip())
    return (first, first + len(inner)) if inner else (end, end)
