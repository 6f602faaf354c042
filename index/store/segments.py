"""Arrays to the files of a Whoosh segment, and back when the arrays are lost.

The segment is written through Whoosh's own codec in sorted order, so that any Whoosh opens
it; the arrays lie beside it as ``<segment>.arr`` and go when Whoosh removes the segment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import VarBytesColumn
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Positions

from index.store.arrays import Array, Strings, open_arrays, write_arrays
from index.store.merging import Source
from index.store.postings import LENGTHS
from index.store.schema import FIELDS, whoosh_schema

NAME = "MAIN"
"""Whoosh's name for the index."""

ARRAYS = ".arr"


def write_segment(storage: FileStorage, arrays: dict[str, Array], stored: Iterable[bytes]) -> Any:
    """Write a segment and its arrays; the Whoosh segment that a table of contents lists.

    ``stored`` gives each passage's deflated stored value, as ``stored_value`` makes it.
    """
    codec = W3Codec()
    segment = codec.new_segment(storage, NAME)
    segment.set_doc_count(len(arrays["profile"]))
    _write_stored(storage, segment, stored)
    segment._fieldlengths = {  # what the codec's own writer of passages sets
        field: _write_lengths(storage, segment, arrays, field) for field in FIELDS
    }
    writer, schema = codec.field_writer(storage, segment), whoosh_schema()
    writer.start_field("document", schema["document"])
    _write_documents(writer, arrays)
    writer.finish_field()
    for field in FIELDS:
        writer.start_field(field, schema[field])
        _write_field(writer, arrays, field)
        writer.finish_field()
    writer.close()
    with storage.create_file(segment.make_filename(ARRAYS)) as file:
        write_arrays(file, arrays)
    return segment


def stored_path(folder: Path, segment: Any) -> Path:
    """The file of stored values: deflated pickles one after another, then their lengths."""
    return folder / str(W3Codec.column_filename(segment, "_stored"))


def arrays_path(folder: Path, segment: Any) -> Path:
    """The file of a segment's arrays."""
    return folder / str(segment.make_filename(ARRAYS))


def open_source(folder: Path, segment: Any) -> Source:
    """A committed segment: its arrays and stored values, memory-mapped, and its dead documents."""
    arrays = open_arrays(arrays_path(folder, segment))
    arrays["stored"] = np.memmap(stored_path(folder, segment), np.uint8, "r")
    return source_of(arrays, segment)


def source_of(arrays: dict[str, Array], segment: Any) -> Source:
    """Open arrays with the documents that the Whoosh segment says are deleted."""
    source = Source.of(arrays)
    deleted = np.fromiter(segment.deleted_docs(), np.int64, segment.deleted_count())
    source.dead[arrays["document"][deleted]] = True
    return source


def _write_stored(storage: FileStorage, segment: Any, stored: Iterable[bytes]) -> None:
    with storage.create_file(W3Codec.column_filename(segment, "_stored")) as file:
        column = VarBytesColumn().writer(file)
        for number, value in enumerate(stored):
            column.add(number, value)
        column.finish(segment.doc_count_all())


def _write_lengths(storage: FileStorage, segment: Any, arrays: dict[str, Array], field: str) -> int:
    """Write the length bytes of a field; the field's total length."""
    lengths = arrays[f"{field}.lengths"]
    with storage.create_file(W3Codec.column_filename(segment, f"_{field}_len")) as file:
        file.write(lengths.tobytes())
    return int(LENGTHS[lengths].sum())


def _write_documents(writer: Any, arrays: dict[str, Array]) -> None:
    ids, starts = Strings(arrays["ids"], arrays["ids.offsets"]), arrays["starts"].tolist()
    for document in arrays["by_id"].tolist():
        writer.start_term(ids[document])
        for number in range(starts[document], starts[document + 1]):
            writer.add(number, 1.0, b"", None)
        writer.finish_term()


def _write_field(writer: Any, arrays: dict[str, Array], field: str) -> None:
    lengths = LENGTHS[arrays[f"{field}.lengths"]].tolist()
    for term, docs, codes, positions in terms_of(arrays, field):
        writer.start_term(term)
        for number, code, at in zip(docs, codes, positions, strict=True):
            writer.add(number, float(code >> 8), _ENCODE(at), lengths[number])
        writer.finish_term()


_ENCODE = Positions().encode


def terms_of(
    arrays: dict[str, Array], field: str
) -> Iterator[tuple[bytes, list[int], list[int], list[list[int]]]]:
    """Each term with its passages, their codes and the positions within each passage."""
    terms = Strings(arrays[f"{field}.terms"], arrays[f"{field}.terms.offsets"])
    starts = arrays[f"{field}.starts"].tolist()
    place_starts = arrays[f"{field}.places.starts"].tolist()
    bases = arrays["bases"]
    for number, term in enumerate(terms):
        docs = arrays[f"{field}.docs"][starts[number] : starts[number + 1]]
        codes = arrays[f"{field}.codes"][starts[number] : starts[number + 1]]
        places = arrays[f"{field}.places"][place_starts[number] : place_starts[number + 1]]
        ends = np.searchsorted(places, bases[docs + 1])
        shares = np.split(places, ends[:-1])
        at = [(share - base).tolist() for share, base in zip(shares, bases[docs], strict=True)]
        yield term, docs.tolist(), codes.tolist(), at
