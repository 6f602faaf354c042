"""Files in, documents out: bad files and records are told of, the good go on."""

from __future__ import annotations

import io
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from index.documents.completing import completed
from index.documents.document import Document
from index.documents.identity import id_from_name
from index.documents.reading.formats import HEAD, JSON_LINES, READERS, told
from index.documents.reading.found import Found, Report, in_silence
from index.documents.reading.json_lines import read_json_lines
from index.documents.reading.patience import Patience
from index.documents.reading.walking import files, origin_of, shown, unread
from index.errors import DocumentError

LARGEST_FILE = 64 * 1024 * 1024  # bytes of a file that holds one document


def read_documents(
    paths: Iterable[Path], report: Report, warn: Report = in_silence
) -> Iterator[Document]:
    """The documents of files and directories; see ``read_found``."""
    return (found.document for found in read_found(paths, report, warn))


def read_found(paths: Iterable[Path], report: Report, warn: Report = in_silence) -> Iterator[Found]:
    """The documents of files and, in sorted order, of all files below directories.

    What cannot be read goes to ``report``, what a person should look at to ``warn``; an id that
    was there before is reported with both places, and the first document keeps it.
    """
    places: dict[str, str] = {}
    for path in files(paths, report):
        for found in _in_file(path, report, warn):
            if _is_new(found, shown(path), places, report):
                yield found


def parse_document(
    data: bytes, name: str, report: Report, warn: Report = in_silence
) -> list[Document]:
    """The documents of an upload called ``name``; complaints carry that name as their path."""
    places: dict[str, str] = {}
    stem = Path(name).stem
    whole = _in_stream(io.BytesIO(data), _Place(name, stem, name), report, warn)
    return [found.document for found in whole if _is_new(found, name, places, report)]


def vanished(
    origins: Mapping[str, str], found: Collection[str], complaints: Iterable[DocumentError]
) -> list[str]:
    """Ids that stood in a directory (``Archive.origins``) and stand there no more.

    A document whose file is still there but was complained of has not vanished.
    """
    spoilt = {origin_of(Path(complaint.path)) for complaint in complaints}
    return [name for name, origin in origins.items() if name not in found and origin not in spoilt]


class _Place(NamedTuple):
    """Where a stream comes from: as shown in complaints, the stem for its id, and the origin."""

    path: str
    stem: str
    origin: str


def _in_file(path: Path, report: Report, warn: Report) -> Iterator[Found]:
    place = _Place(shown(path), path.stem, origin_of(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            report(DocumentError(place.path, 1, "not a file"))
            return
        with path.open("rb") as stream:
            yield from _in_stream(stream, place, report, warn)
    except OSError as error:
        report(unread(place.path, error))


def _in_stream(stream: BinaryIO, place: _Place, report: Report, warn: Report) -> Iterator[Found]:
    head = stream.read(HEAD)
    stream.seek(0)
    patience = Patience(report)
    for line, document in _read(stream, told(head), place, patience):
        try:
            whole = completed(document, place.path, line, warn)
        except DocumentError as error:
            patience(error)
        else:
            patience.good()
            yield Found(whole, place.origin, line)


def _read(
    stream: BinaryIO, form: str, place: _Place, report: Patience
) -> Iterator[tuple[int, Document]]:
    if form == JSON_LINES:
        yield from read_json_lines(stream, place.path, report)
        return
    try:
        data = _bounded(stream, place.path)
        yield 1, READERS[form](data, id_from_name(place.stem), place.path)
    except DocumentError as error:
        report(error)


def _bounded(stream: BinaryIO, path: str) -> bytes:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if size == 0:
        raise DocumentError(path, 1, "the file is empty")
    if size > LARGEST_FILE:
        raise DocumentError(path, 1, f"{size} bytes, over the {LARGEST_FILE} of one document")
    return stream.read(LARGEST_FILE)


def _is_new(found: Found, path: str, places: dict[str, str], report: Report) -> bool:
    name, place = found.document.id, f"{path}:{found.line}"
    first = places.setdefault(name, place)
    if first != place:
        report(DocumentError(path, found.line, f"id {name}: already given by {first}"))
    return first == place
