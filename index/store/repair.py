"""Arrays made again from the Whoosh segments that they lie beside."""

from __future__ import annotations

import copy
import io
import pickle
import zlib
from array import array
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import VarBytesColumn
from whoosh.formats import Positions
from whoosh.reading import SegmentReader

from index.store import facts, postings
from index.store.arrays import Array, offsets, write_arrays
from index.store.commits import last_commit
from index.store.durable import DurableStorage, verify, write_durably
from index.store.locking import acquire
from index.store.presence import presence_arrays
from index.store.schema import FIELDS, GAP, whoosh_schema
from index.store.segments import arrays_path
from index.store.stored import document_from_json, passage_from_json

_POSITIONS = Positions()


def repair(path: Path) -> list[str]:
    """Make damaged arrays again; names of the files that are still not what was committed.

    IndexBusy while another process writes.
    """
    storage = DurableStorage(path)
    lock = acquire(storage)
    try:
        damaged = verify(path)
        for segment in last_commit(path)[2]:
            target = arrays_path(path, segment)
            if target.name in damaged:
                content = io.BytesIO()
                write_arrays(content, arrays_of(storage, segment))
                write_durably(target, content.getvalue())
        return verify(path)
    finally:
        lock.release()


def arrays_of(storage: DurableStorage, segment: Any) -> dict[str, Array]:
    """The arrays of a Whoosh segment, equal to those written with it."""
    stored = _stored(storage, segment)
    values = [pickle.loads(zlib.decompress(each)) for each in stored]  # noqa: S301 - our own file
    passages = [passage_from_json(each["passage"]) for each in values]
    firsts = [number for number, each in enumerate(values) if "header" in each]
    headers = [document_from_json(values[number]["header"]) for number in firsts]
    made = facts.document_arrays(headers, np.diff([*firsts, len(values)]))
    made |= facts.passage_arrays(passages, [headers[each] for each in made["document"]])
    made["stored.offsets"] = offsets(map(len, stored))
    reader = SegmentReader(storage, whoosh_schema(), _undeleted(segment))
    held = {field: _held(reader, field) for field in FIELDS}
    lengths = {field: _lengths(storage, segment, field) for field in FIELDS}
    ends = np.zeros(len(values), np.int64)
    for docs, _, places, counts in (each[1:] for each in held.values()):
        np.maximum.at(ends, np.repeat(docs, counts), places + 1)
    bases = offsets(ends + GAP)
    made["bases"] = bases.astype(np.int32)
    for field, words in held.items():
        made |= _field_arrays(field, words, lengths[field], bases)
    reader.close()
    return made


_Held = tuple[list[tuple[bytes, int, int]], Array, Array, Array, Array]
"""Terms with their postings and places; passages, frequencies, places, places a posting."""


def _held(reader: Any, field: str) -> _Held:
    terms: list[tuple[bytes, int, int]] = []
    docs, frequencies, places, counts = array("i"), array("i"), array("i"), array("i")
    for term in reader.lexicon(field):
        postings_before, places_before = len(docs), len(places)
        matcher = reader.postings(field, term)
        while matcher.is_active():
            positions = _POSITIONS.decode_positions(matcher.value())
            docs.append(matcher.id())
            frequencies.append(int(matcher.weight()))
            counts.append(len(positions))
            places.extend(positions)
            matcher.next()
        terms.append((term, len(docs) - postings_before, len(places) - places_before))
    made = [np.array(each, np.int32) for each in (docs, frequencies, places, counts)]
    return terms, made[0], made[1], made[2], made[3]


def _field_arrays(field: str, held: _Held, lengths: Array, bases: Array) -> dict[str, Array]:
    terms, docs, frequencies, places, counts = held
    made = postings.length_arrays(field, lengths)
    made |= postings.dictionary(field, [term for term, _, _ in terms])
    starts = offsets([count for _, count, _ in terms])
    made |= presence_arrays(field, starts, docs, len(lengths))
    return made | {
        f"{field}.starts": starts,
        f"{field}.docs": docs,
        f"{field}.codes": postings.code(frequencies, lengths[docs]),
        f"{field}.places.starts": offsets([count for _, _, count in terms]),
        f"{field}.places": (bases[np.repeat(docs, counts)] + places).astype(np.int32),
    }


def _undeleted(segment: Any) -> Any:
    whole = copy.copy(segment)
    whole._deleted = None  # the arrays keep deleted passages, as the segment does
    return whole


def _stored(storage: DurableStorage, segment: Any) -> list[bytes]:
    """The stored values of all passages, deflated as they lie on disk."""
    name = W3Codec.column_filename(segment, "_stored")
    count, length = segment.doc_count_all(), storage.file_length(name)
    with storage.open_file(name) as file:
        column = VarBytesColumn().reader(file, 0, length, count)
        return [bytes(column[number]) for number in range(count)]


def _lengths(storage: DurableStorage, segment: Any, field: str) -> Array:
    name = W3Codec.column_filename(segment, f"_{field}_len")
    return np.fromfile(storage.path / name, np.uint8)
