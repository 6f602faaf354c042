"""What comes from outside: names, sizes and archives are bounded before anything is read.

No name of an upload ever becomes a name of a file here: files are kept under random ones.
"""

from __future__ import annotations

import secrets
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import flask

from index.documents.reading.plain_text import shortened, tidy
from index.documents.reading.readers import LARGEST_FILE
from index.errors import DocumentError
from search_app.staff.adding.complaining import complaint
from search_app.staff.adding.drafts import LONGEST_NAME
from search_app.staff.guard import current_account

MOST_BYTES = 128 * 1024 * 1024
"""Of one upload, all files together."""
MOST_TEXT = 12 * 1024 * 1024
"""Bytes of a text that is pasted or edited."""
MOST_FILES = 500
MOST_MEMBERS = 5_000
LARGEST_UNPACKED = 512 * 1024 * 1024  # bytes, all members of an archive together
GREATEST_RATIO = 200  # of unpacked to packed bytes
_SMALL = 1024 * 1024  # unpacked bytes under which no ratio is a danger
_PIECE = 1024 * 1024
_NAMELESS = "—"
_TEXT_PART = "word/document.xml"
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)

_LIMITS = {
    "staff_documents.upload": MOST_BYTES,
    "staff_documents.paste": MOST_TEXT,
    "staff_drafts.edit": MOST_TEXT,
}


def install(app: flask.Flask) -> None:
    """Let editors send more than a query, to the addresses that take it; nobody else may."""
    app.before_request(_widen)
    app.jinja_env.filters.update(complaint=complaint)


def _widen() -> None:
    asked = flask.request
    most = _LIMITS.get(asked.endpoint or "")
    if most is None or asked.method != "POST":
        return
    who = current_account()
    if who is not None and who.may("editor"):
        asked.max_content_length = most
        asked.max_form_memory_size = MOST_TEXT
        asked.max_form_parts = MOST_FILES + 100


def shown(name: str | None) -> str:
    """A name to show: the last part of what may be a path, one line, not too long."""
    last = (name or "").replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = tidy(last.encode("utf-8", "replace").decode())
    return shortened(plain, LONGEST_NAME) if plain.strip(".") else _NAMELESS


def shown_path(name: str) -> str:
    """The name of a file in an archive to show: with its folders, which tell files apart."""
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip(". ")]
    *folders, last = map(shown, parts or [""])
    folder = shortened("/".join(folders), max(1, LONGEST_NAME - len(last) - 1))
    return f"{folder}/{last}" if folders and len(last) < LONGEST_NAME - 1 else last


def keep(stream: IO[bytes], folder: Path, most: int = LARGEST_FILE) -> tuple[str, int]:
    """Write a stream to a new file; its random name and its size. DocumentError over ``most``."""
    for each in (folder.parent, folder):  # a parent that mkdir makes is open to all
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / secrets.token_hex(16)
    size = 0
    with path.open("xb") as file:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > most:
                break
            file.write(piece)
    if size > most:
        path.unlink()
        raise DocumentError("", 1, f"over {most} bytes")
    return path.name, size


def forget(folder: Path) -> None:
    """Remove the files of an upload."""
    shutil.rmtree(folder, ignore_errors=True)


def is_archive(source: Path | IO[bytes]) -> bool:
    """Whether a file is a ZIP of files; a DOCX is a document."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return is_archive(file)
    head = source.read(4)
    source.seek(0)
    if head != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(source) as archive:
            return _TEXT_PART not in archive.namelist()
    except _BROKEN:
        return True  # to be complained of as one


def members(path: Path, name: str, folder: Path) -> Iterator[tuple[str, str | DocumentError]]:
    """The files of a ZIP, each with the name under which it is kept, or what is wrong with it.

    DocumentError if the archive as a whole is torn or out of bounds: nothing of it is read then.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for member in _measured(archive, name):
                yield shown_path(member.filename), _unpacked(archive, member, folder)
    except _BROKEN as error:
        raise DocumentError(name, 1, f"not a readable archive: {tidy(str(error))[:200]}") from error


def _measured(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    found = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each)]
    unpacked = sum(each.file_size for each in found)
    packed = path_size(archive)
    if len(archive.infolist()) > MOST_MEMBERS:
        raise DocumentError(name, 1, f"an archive of over {MOST_MEMBERS} members")
    if unpacked > LARGEST_UNPACKED:
        raise DocumentError(name, 1, f"unpacks to over {LARGEST_UNPACKED} bytes")
    if unpacked > _SMALL and unpacked > GREATEST_RATIO * packed:
        raise DocumentError(name, 1, f"unpacks to {unpacked // max(packed, 1)} times its size")
    return found


def path_size(archive: zipfile.ZipFile) -> int:
    """Bytes of the archive itself: what its members claim to take packed is only a claim."""
    return Path(str(archive.filename)).stat().st_size


def _is_hidden(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    return "__MACOSX" in parts or parts[-1].startswith(".")


def _unpacked(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path
) -> str | DocumentError:
    name = shown_path(member.filename)
    if member.flag_bits & _ENCRYPTED:
        return DocumentError(name, 1, "encrypted")
    try:
        with archive.open(member) as stream:
            kept, _ = keep(stream, folder, min(member.file_size, LARGEST_FILE))
    except DocumentError as error:
        return DocumentError(name, 1, error.reason)
    except _BROKEN as error:
        return DocumentError(name, 1, f"cannot be unpacked: {tidy(str(error))[:200]}")
    if is_archive(folder / kept):
        (folder / kept).unlink()
        return DocumentError(name, 1, "an archive in an archive")
    return kept
