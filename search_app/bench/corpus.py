"""A corpus for measuring, of any size, from any file of JSON Lines with ``text``.

Rows of one ``title`` that follow each other make documents of up to twenty passages. Dates,
agencies and areas are drawn from a fixed seed; beyond the rows there are, passages are made
by swapping words with those of other rows.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from index.documents.dates import PartialDate
from index.documents.document import AreaScore, Document, Mention, Passage
from index.language import Token, Tokens, read
from index.language.words import Word

PASSAGES_A_DOCUMENT = 20
AGENCIES = [f"agency-{number:02}" for number in range(40)]
AREAS = [f"area-{number}" for number in range(9)]
YEARS = (2005, 2025)
_SWAPPED = 0.2

Analysed = tuple[Document, list[tuple[Passage, Tokens]], Sequence[Token]]


def documents(path: Path, passages: int) -> Iterator[Document]:
    """Documents with so many passages in all."""
    drawn = random.Random(path.name)  # noqa: S311 - the same corpus every time
    rows = list(islice(_rows(path), passages))
    for group in _groups(_enough(rows, passages, drawn)):
        yield Document(
            id=f"d{group[0][0]:07}",
            title=str(group[0][1].get("title", "")),
            paragraphs=tuple(row["text"] for _, row in group),
            date=_date(drawn),
            language="ru",
            source=str(group[0][1].get("author", "")),
            event=f"event-{drawn.randrange(2000)}" if drawn.random() < 0.3 else "",  # noqa: PLR2004
        )


def analysed(document: Document) -> Analysed:
    """A document as a writer takes it, with agencies and areas drawn from its id."""
    drawn = random.Random(document.id)  # noqa: S311 - the same corpus every time
    passages = []
    for ordinal, text in enumerate(document.paragraphs, 1):
        agencies = [
            Mention(_zipf(drawn, AGENCIES), 0, 1) for _ in range(drawn.choice((0, 0, 1, 2)))
        ]
        areas = [AreaScore(_zipf(drawn, AREAS), 1.0) for _ in range(drawn.choice((0, 1, 1, 2)))]
        passage = Passage(
            document=document.id,
            ordinal=ordinal,
            paragraph=1 + ordinal,  # no first one, which counts double: peers have no such field
            text=text,
            start=0,
            end=len(text),
            language=document.language,
            agencies=tuple(agencies),
            areas=tuple({score.area: score for score in areas}.values()),
        )
        _, tokens = read(text, document.language)
        passages.append((passage, tokens.reworded(one_lemma)))
    return document, passages, []


@lru_cache(maxsize=200_000)
def one_lemma(word: Word) -> Word:
    """A word with the first of its lemmas, so that every engine can index the same terms.

    Of a compound the whole stands for its first part.
    """
    if word.parts is None:
        return Word(word.form, word.lemmas[:1])
    parts = word.parts[:1] + word.parts[2:]
    first = tuple(part._replace(lemmas=part.lemmas[:1]) for part in parts)
    return Word(word.form, (), first, word.places)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open() as lines:
        yield from map(json.loads, lines)


def _enough(
    rows: list[dict[str, Any]], passages: int, drawn: random.Random
) -> Iterator[dict[str, Any]]:
    yield from rows
    for number in range(len(rows), passages):
        row = rows[number % len(rows)]
        words, others = row["text"].split(), drawn.choice(rows)["text"].split()
        mixed = [drawn.choice(others) if drawn.random() < _SWAPPED else word for word in words]
        yield {**row, "text": " ".join(mixed)}


def _groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[tuple[int, dict[str, Any]]]]:
    for _, group in groupby(enumerate(rows), key=lambda numbered: numbered[1].get("title")):
        while some := list(islice(group, PASSAGES_A_DOCUMENT)):
            yield some


def _date(drawn: random.Random) -> PartialDate:
    year, month, day = drawn.randint(*YEARS), drawn.randint(1, 12), drawn.randint(1, 28)
    precision = drawn.random()
    if precision < 0.05:  # noqa: PLR2004
        return PartialDate(year)
    return PartialDate(year, month, day if precision > 0.1 else None)  # noqa: PLR2004


def _zipf(drawn: random.Random, names: list[str]) -> str:
    return names[int(drawn.paretovariate(0.7)) % len(names)]
