"""Arrays to the files of a Whoosh segment, and back when the arrays are lost.

The segment is written through Whoosh's own codec in sorted order, so that any Whoosh opens
it; the arrays lie beside it as ``<segment>.arr`` and go when Whoosh removes the segment.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import VarBytesColumn
from whoosh.filedb.filestore import FileStorage

from index.store.arrays import Array, Strings, joined, offsets, open_arrays, write_arrays
from index.store.blocks import Held
from index.store.facts import ranges
from index.store.merging import Source
from index.store.postings import LENGTHS
from index.store.schema import FIELDS
from index.store.term_file import FieldFiles

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
    files = FieldFiles(storage, segment, arrays["bases"])
    files.write("document", *_documents(arrays))
    for field in FIELDS:
        terms, ends = arrays[f"{field}.terms"], arrays[f"{field}.terms.offsets"]
        files.write(field, terms, ends, _held(arrays, field))
    files.close()
    with storage.create_file(segment.make_filename(ARRAYS)) as file:
        write_arrays(file, arrays)
    return segment


def source_files(segment: Any) -> tuple[str, str]:
    """Names of the files that ``open_source`` reads."""
    folder = Path()
    return arrays_path(folder, segment).name, stored_path(folder, segment).name


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


def _documents(arrays: dict[str, Array]) -> tuple[Array, Array, Held]:
    """The document ids as terms (a blob and offsets), each with its passages."""
    by_id, ids = arrays["by_id"], Strings(arrays["ids"], arrays["ids.offsets"])
    counts = np.diff(arrays["starts"])[by_id]
    docs = ranges(arrays["starts"][by_id], counts).astype(np.int32)
    return *joined(ids[each] for each in by_id.tolist()), Held(offsets(counts), docs)


def _held(arrays: dict[str, Array], field: str) -> Held:
    """The postings of a field."""
    names = ("starts", "docs", "codes", "places.starts", "places")
    return Held(*(arrays[f"{field}.{name}"] for name in names))
