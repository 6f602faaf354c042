"""What filters and facets ask of documents and passages, as arrays of a segment.

Documents: ``ids``, ``headers`` (JSON), ``starts`` (first passage of each, and the end),
``first_day`` and ``last_day`` (proleptic ordinals, -1 undated), ``event`` (number in
``events``, -1 for none), ``by_id`` (documents in order of id). Passages: ``document``,
``profile`` (see ``profiles``) and ``seen`` (see ``Passage``).
``cells`` are the stretches of passages dated in one month, or only in one year.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from index.documents.document import Document, Mention, Passage
from index.store.arrays import Array, Strings, changes, joined, offsets
from index.store.profiles import profile_arrays
from index.store.stored import document_to_json

UNDATED = -1
FACETS = (
    *("area", "agency", "instructed", "speaker", "instruction", "due", "role"),
    *("lang", "source", "kind"),
)
"""An agency stands for those it took over from; ``instructed`` are those that must act;
``instruction`` is 1 where there is one, ``due`` where one has a day; ``role`` is instructed where
somebody must act; ``lang`` is each language in which a whole sentence of the passage is written."""

_YEAR = 100  # a cell's key is 100 × year + month, month 0 for a date that is only a year


def in_order(headers: Sequence[Document]) -> Array:
    """Numbers of the documents in the order that a segment keeps them (int64)."""
    keys = [(*interval(header), header.id.encode()) for header in headers]
    first, last = np.array([key[:2] for key in keys], np.int64).reshape(-1, 2).T
    ids = np.array([key[2] for key in keys], np.bytes_)
    order: Array = np.lexsort((ids, -last, first))
    return order


def interval(header: Document) -> tuple[int, int]:
    """First and last day that the document's date names, as ordinals."""
    if header.date is None:
        return UNDATED, UNDATED
    return header.date.first.toordinal(), header.date.last.toordinal()


def ranges(starts: Array, lengths: Array) -> Array:
    """The numbers start, start + 1, … of each of several stretches, one after another (int64)."""
    ends = offsets(lengths)
    numbers: Array = np.arange(ends[-1]) + np.repeat(starts - ends[:-1], lengths)
    return numbers


def document_arrays(headers: Sequence[Document], counts: Array) -> dict[str, Array]:
    """The arrays of documents that stand in order and have so many passages each."""
    days = np.array([interval(header) for header in headers], np.int32).reshape(-1, 2)
    cells = np.array([_cell(header) for header in headers], np.int32)
    made = {"first_day": days[:, 0].copy(), "last_day": days[:, 1].copy(), "cell": cells}
    made["ids"], made["ids.offsets"] = joined(header.id.encode() for header in headers)
    made["headers"], made["headers.offsets"] = joined(
        document_to_json(header).encode() for header in headers
    )
    names = sorted({header.event for header in headers} - {""})
    number = {name: number for number, name in enumerate(names)}
    made["event"] = np.array([number.get(header.event, -1) for header in headers], np.int32)
    made["events"], made["events.offsets"] = joined(name.encode() for name in names)
    return made | derived(made, counts)


def derived(made: dict[str, Array], counts: Array) -> dict[str, Array]:
    """What follows from the documents' own arrays and their numbers of passages."""
    starts = offsets(counts).astype(np.int32)
    ids = Strings(made["ids"], made["ids.offsets"])
    new_cell = changes(made["cell"])
    new_date = changes(made["first_day"]) | changes(made["last_day"])
    return {
        "starts": starts,
        "document": np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        "by_id": np.array(sorted(range(len(ids)), key=list(ids).__getitem__), np.int32),
        "cells": made["cell"][new_cell],
        "cells.starts": starts[:-1][new_cell],
        "dates.starts": starts[:-1][new_date],
    }


def passage_arrays(passages: Sequence[Passage], headers: Iterable[Document]) -> dict[str, Array]:
    """The profiles of passages that stand in order, each with its document's header."""
    sets = [values(passage, header) for passage, header in zip(passages, headers, strict=True)]
    seen = np.fromiter((passage.seen for passage in passages), np.int32, len(passages))
    return {"seen": seen} | profile_arrays(sets)


def document_number(arrays: dict[str, Array], document: bytes) -> int | None:
    """The number of the document with an id (UTF-8), alive or not."""
    ids, by_id = Strings(arrays["ids"], arrays["ids.offsets"]), arrays["by_id"]
    place = bisect_left(by_id, document, key=ids.__getitem__)
    if place < len(by_id) and ids[by_id[place]] == document:
        return int(by_id[place])
    return None


def values(passage: Passage, header: Document) -> frozenset[tuple[str, str]]:
    """The (facet, value) pairs of a passage and its document; what is empty is no value."""
    if not (passage.areas or passage.agencies or passage.instructions):
        return _plain_values(passage.languages, passage.speaker.role, header.source, header.kind)
    named = [each for each in passage.agencies if each.role == "instructed"]
    # Who must is not always named beside: told in the sentence before, or set by people.
    leads = [agency for duty in passage.instructions for agency in duty.agencies]
    instructed = frozenset([*_with_heirs(named), *leads])
    return frozenset(
        [("area", score.area) for score in passage.areas]
        + [("agency", agency) for agency in _with_heirs(passage.agencies)]
        + [("instructed", agency) for agency in instructed]
        + [("role", "instructed")] * bool(instructed)
        + [("speaker", passage.speaker.role)]
        + [("instruction", "1")] * bool(passage.instructions)
        + [("due", "1")] * any(duty.due for duty in passage.instructions)
        + [("lang", language) for language in passage.languages]
        + [("source", header.source)] * bool(header.source)
        + [("kind", header.kind)] * bool(header.kind)
    )


@lru_cache(maxsize=2_000)
def _plain_values(
    languages: tuple[str, ...], role: str, source: str, kind: str
) -> frozenset[tuple[str, str]]:
    """The pairs of a passage in which the rules have found nothing."""
    return frozenset(
        [("speaker", role)]
        + [("lang", language) for language in languages]
        + [("source", source)] * bool(source)
        + [("kind", kind)] * bool(kind)
    )


def _with_heirs(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        yield from (mention.agency, *mention.heirs)


def _cell(header: Document) -> int:
    if header.date is None:
        return UNDATED
    return header.date.year * _YEAR + (header.date.month or 0)
