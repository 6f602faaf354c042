"""People's corrections of passages: put in place, taken back, listed; the index follows at once."""

from __future__ import annotations

from dataclasses import dataclass

from index import overrides, policy
from index.analysing import analysed
from index.documents import passages
from index.documents.archiving.archive import Archive
from index.documents.archiving.corrections import Correction, passage_key
from index.documents.document import Passage
from index.indexing import Library
from index.overrides import CorrectionError


@dataclass(frozen=True)
class Decided:
    """A correction, and the number of its passage: None where its words are no more."""

    correction: Correction
    passage: int | None


def correct(
    library: Library, document: str, passage: int, field: str, value: object, author: str = ""
) -> None:
    """Put a person's value of a field in place of what the rules say.

    ``value`` is JSON as ``overrides`` takes it; CorrectionError says what is wrong with it.
    """
    with library.changing() as archive:
        found = _passage(archive, document, passage)
        overrides.check(field, value, found, policy.load_tables())
        archive.correct(Correction(document, passage_key(found.text), field, value, author))


def withdraw(library: Library, document: str, passage: str, field: str, author: str = "") -> bool:
    """Take a correction back, by its passage's number or checksum; whether there was one."""
    with library.changing() as archive:
        key = passage
        if passage.isdigit() and len(passage) < len(passage_key("")):
            key = passage_key(_passage(archive, document, int(passage)).text)
        return archive.withdraw(document, key, field, author)


def decided(library: Library, document: str | None = None) -> list[Decided]:
    """What people decided about a document, or about all."""
    with library.reading() as archive:
        kept = archive.corrections(document)
        numbers = {
            (each.id, passage_key(passage.text)): passage.ordinal
            for each in archive.documents({one.document for one in kept})
            for passage in passages.cut(each)
        }
    return [Decided(each, numbers.get((each.document, each.passage))) for each in kept]


def _passage(archive: Archive, document: str, number: int) -> Passage:
    """A passage as the rules see it."""
    known = archive.document(document)
    if known is None:
        raise CorrectionError(f"{document}: no such document")
    found = [passage for passage, _ in analysed(known).passages]
    if not 1 <= number <= len(found):
        raise CorrectionError(f"{document}: passages are 1 to {len(found)}")
    return found[number - 1]
