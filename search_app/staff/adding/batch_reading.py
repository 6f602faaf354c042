"""The files of a batch: which are next, what is in them, and the drafts that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from index.documents.document import Document
from index.documents.identity import id_from_name
from index.errors import DocumentError
from search_app.languages import N_
from search_app.staff.adding import drafting, drafts, uploads
from search_app.staff.adding.drafting import Read
from search_app.staff.adding.drafts import Batch, BatchFile, Complaint, Draft
from search_app.staff.moments import now

MOST_DOCUMENTS = 20_000
"""Of one batch."""
_TOGETHER = 20  # files read in one step
_TRIES = 3  # to read a file before it is held to blame

KILLER = N_("Чтение файла трижды прервало программу.")
TOO_MANY = N_("В загрузке слишком много документов: остальные не прочитаны.")


@dataclass
class Opened:
    """A file and what was in it: documents and complaints, or the files of an archive."""

    file: BatchFile
    read: Read
    members: list[BatchFile] = field(default_factory=list)


def next_files(session: Session, batch: int) -> Sequence[BatchFile]:
    """The next files to read; that they are tried is written down first, in case one kills us.

    They come together, but after a try that came to nothing one by one, to find the killer.
    """
    query = sa.select(BatchFile).where(BatchFile.batch_id == batch, ~BatchFile.is_read)
    files = session.scalars(query.order_by(BatchFile.id).limit(_TOGETHER)).all()
    if files and files[0].tries:
        files = files[:1]
    for file in files:
        file.tries += 1
    return files


def opened(file: BatchFile, folder: Path) -> Opened:
    """What is in a file, whatever is wrong with it."""
    path = folder / file.kept
    if file.tries > _TRIES:
        return Opened(file, Read(complaints=[DocumentError("", 1, KILLER)]))
    try:
        if uploads.is_archive(path):
            return _unpacked(file, path)
        return Opened(file, drafting.of_file(path.read_bytes(), file.name))
    except OSError as error:
        gone = DocumentError("", 1, f"cannot be read: {error.strerror}")
        return Opened(file, Read(complaints=[gone]))


def put(session: Session, number: int, found: Sequence[Opened]) -> None:
    """Keep what was found as drafts, complaints and further files, and the files as read."""
    batch = session.get_one(Batch, number)
    if batch.state != "reading":  # its owner stopped it meanwhile
        return
    room = MOST_DOCUMENTS - drafts.count_in(session, number)
    for each in found:
        room -= _put(session, batch, each, room)
        session.get_one(BatchFile, each.file.id).is_read = True
        batch.done += 1
        batch.total += len(each.members)
        if each.members:
            batch.started_at = now()  # unpacking says nothing of how fast files are read


def draft_of(
    session: Session,
    document: Document,
    account: int,
    origin: str,
    doubts: Sequence[str] = (),
    batch: int | None = None,
) -> Draft:
    """A draft that begins from what stands in the archive under its id, if anything does."""
    base, decided = drafting.standing(session.connection(), document.id)
    return drafts.new(
        document,
        account,
        batch_id=batch,
        origin=origin,
        doubts=list(doubts),
        base=base,
        decided=decided,
    )


def complaint(batch: int, name: str, line: int, reason: str) -> Complaint:
    """What is wrong, in the bounds of the table."""
    return Complaint(batch_id=batch, name=uploads.shown_path(name), line=line, reason=reason[:500])


def _unpacked(file: BatchFile, path: Path) -> Opened:
    found = Opened(file, Read())
    try:
        for name, one in uploads.members(path, file.name, path.parent):
            if isinstance(one, DocumentError):
                found.read.complaints.append(one)
            else:
                found.members.append(BatchFile(batch_id=file.batch_id, name=name, kept=one))
    except DocumentError as error:
        return Opened(file, Read(complaints=[error]))
    return found


def _put(session: Session, batch: Batch, found: Opened, room: int) -> int:
    """Keep what was in one file; how many drafts it made."""
    name, wrong, made = found.file.name, list(found.read.complaints), 0
    for read in found.read.documents[:room]:
        document = read
        if twin := _twin(session, batch.id, document):
            document = _of_folder(document, name)
            twin = _twin(session, batch.id, document)
        if twin is not None:
            wrong.append(DocumentError(name, 1, f"id {document.id}: already given by {twin}"))
            continue
        doubts = found.read.doubts.get(read.id, [])
        session.add(draft_of(session, document, batch.account_id, name, doubts, batch.id))
        session.flush()
        made += 1
    if len(found.read.documents) > room:
        wrong.append(DocumentError(name, 1, TOO_MANY))
    session.add_all(found.members)
    session.add_all(
        complaint(batch.id, each.path or name, each.line, each.reason) for each in wrong
    )
    return made


def _of_folder(document: Document, name: str) -> Document:
    """The document with its folder in its id, where that comes from nothing but its file's name.

    So «а/отчёт.txt» and «б/отчёт.txt» are two documents, and the same two if sent again.
    """
    path = Path(name)
    named = len(path.parts) > 1 and document.id == id_from_name(path.stem)
    return replace(document, id=id_from_name(str(path.with_suffix("")))) if named else document


def _twin(session: Session, batch: int, document: Document) -> str | None:
    """The file that gave a document of this id before."""
    query = sa.select(Draft.origin).where(Draft.batch_id == batch, Draft.document == document.id)
    return session.execute(query).scalar_one_or_none()
