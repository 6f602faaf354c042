"""The documents for editors: adding them, what stands in the archive, and its history."""

from __future__ import annotations

import difflib
import io
from collections.abc import Sequence
from typing import Any

import flask
import sqlalchemy as sa
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from index.documents.archiving.history import Revision, history_of
from index.documents.archiving.tables import documents, revisions
from index.documents.document import Document
from index.documents.fields import FieldError
from index.errors import DocumentError
from index.search.request import SearchRequest
from index.search.search import search
from search_app import current
from search_app.current import current_index
from search_app.errors import missing
from search_app.languages import N_, gettext
from search_app.staff.adding import drafting, drafts, importing, publishing, uploads
from search_app.staff.adding.batch_reading import draft_of
from search_app.staff.adding.complaining import complaint
from search_app.staff.adding.drafts import Batch, BatchFile
from search_app.staff.adding.following import followed
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.guard import staff_only, the_account
from search_app.staff.moments import now
from search_app.words import label

blueprint = flask.Blueprint("staff_documents", __name__)

NEWEST = 20
_MOST_GONE = 50
_SOON = 2 * 1024 * 1024  # bytes of a file that is read while its sender waits

NOTHING = N_("Выберите файл.")
TOO_MANY = N_("Файлов слишком много: загрузите их архивом ZIP.")
NO_TEXT = N_("Вставьте текст.")


@blueprint.get("/documents")
@staff_only("editor")
def listing() -> str:
    """What can be added, what is on its way, what is there."""
    return _listing()


@blueprint.post("/documents/upload")
@staff_only("editor")
def upload() -> flask.Response | Response | tuple[str, int]:
    """One file becomes a draft, several or an archive a batch that is read in the background."""
    files = [each for each in flask.request.files.getlist("file") if each.filename]
    if not files:
        return _listing(NOTHING), 400
    if len(files) > uploads.MOST_FILES:
        return _listing(TOO_MANY), 400
    try:
        if len(files) == 1 and (draft := _single(files[0])):
            return flask.redirect(flask.url_for("staff_drafts.one", number=draft), 303)
        number = _batched(files)
    except DocumentError as error:
        return _listing(f"{error.path}: {complaint(error.reason)}"), 400
    importing.wake(current.data())
    return flask.redirect(flask.url_for("staff_imports.one", number=number), 303)


@blueprint.post("/documents/paste")
@staff_only("editor")
def paste() -> flask.Response | Response | tuple[str, int]:
    """A draft of pasted text."""
    sent, who = flask.request.form, the_account()
    fields = {name: sent.get(name, "") for name in ("title", "date", "source", "url")}
    if not sent.get("text", "").strip():
        return _listing(NO_TEXT, sent), 400
    try:
        with transaction() as session:
            made = drafting.of_text(sent["text"], fields, session.connection())
            draft = draft_of(session, made, who.id, "")
            session.add(draft)
            session.flush()
            number = draft.id
    except FieldError as error:
        return _listing(drafting.said(error), sent), 400
    except (DocumentError, ValueError) as error:
        return _listing(complaint(str(getattr(error, "reason", error))), sent), 400
    return flask.redirect(flask.url_for("staff_drafts.one", number=number), 303)


@blueprint.get("/documents/<id>")
@staff_only("editor")
def one(id: str) -> str:  # noqa: A002 - the name in the address
    """A document: where it stands, and all that was ever done to it."""
    history = _history(id)
    return flask.render_template(
        "staff/document.html",
        id=id,
        known=publishing.standing(history),
        latest=next(each.document for each in reversed(history) if each.document),
        history=list(reversed(history)),
    )


@blueprint.get("/documents/<id>/revisions/<int:number>")
@staff_only("editor")
def revision(id: str, number: int) -> str:  # noqa: A002
    """An earlier version, beside what stood before it."""
    history = _history(id)
    versions = [each for each in history if each.document]
    place = next((i for i, each in enumerate(versions) if each.number == number), None)
    if place is None:
        missing()
    shown = versions[place].document
    before = versions[place - 1].document if place else None
    return flask.render_template(
        "staff/revision.html",
        id=id,
        each=versions[place],
        shown=shown,
        rows=differences(before, shown) if shown else [],
        is_standing=shown == publishing.standing(history),
    )


@blueprint.post("/documents/<id>/edit")
@staff_only("editor")
def edit(id: str) -> Response:  # noqa: A002
    """A draft of what stands in the archive, or stood there last."""
    who, history = the_account(), _history(id)
    latest = next(each.document for each in reversed(history) if each.document)
    with transaction() as session:
        draft = draft_of(session, latest, who.id, "")
        session.add(draft)
        session.flush()
        number = draft.id
    return flask.redirect(flask.url_for("staff_drafts.one", number=number), 303)


@blueprint.post("/documents/<id>/withdraw")
@staff_only("editor")
def withdraw(id: str) -> Response:  # noqa: A002
    """Out of the archive and the search; the history stays."""
    _history(id)
    with transaction() as session:
        publishing.withdraw(session, the_account(), id)
    followed(gettext("Документ снят с публикации. Его история осталась."))
    return flask.redirect(flask.url_for("staff_documents.one", id=id), 303)


@blueprint.post("/documents/<id>/revisions/<int:number>/restore")
@staff_only("editor")
def restore(id: str, number: int) -> Response:  # noqa: A002
    """An earlier version in place of the present one."""
    if not any(each.number == number and each.document for each in _history(id)):
        missing()
    with transaction() as session:
        publishing.go_back(session, the_account(), id, number)
    followed(gettext("Вернулась редакция %(n)s.", n=number))
    return flask.redirect(flask.url_for("staff_documents.one", id=id), 303)


def differences(before: Document | None, after: Document) -> list[tuple[str, str]]:
    """Paragraphs in order, each «same», «gone» or «new»."""
    if before is None:
        return [("same", each) for each in after.paragraphs]
    old, new = list(before.paragraphs), list(after.paragraphs)
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [("same", each) for each in new[c:d]]
        else:
            found += [("gone", each) for each in old[a:b]]
            found += [("new", each) for each in new[c:d]]
    return found


def _listing(wrong: str = "", sent: Any = None) -> str:
    who = the_account()
    query = flask.request.args.get("q", "")
    with reading() as session:
        mine, batches = drafts.loose(session, who.id), drafts.batches(session, who.id)
        gone = _gone(session.connection())
    return flask.render_template(
        "staff/documents.html",
        wrong=gettext(wrong) if wrong else "",
        sent=sent or {},
        mine=mine,
        batches=batches,
        found=_found(query),
        query=query,
        gone=gone,
        most_bytes=uploads.MOST_BYTES // 2**20,
    )


def _found(query: str) -> Sequence[Document]:
    """The documents of a query, or the newest."""
    ix = current_index()
    if not query:
        return ix.documents()[:NEWEST]
    page = search(ix, SearchRequest(query, group="document", per_page=NEWEST), label)
    return [group.best for group in page.groups]


def _gone(connection: Any) -> list[str]:
    """The documents that were withdrawn, the last first."""
    latest = sa.func.max(revisions.c.revision)
    query = (
        sa.select(revisions.c.document)
        .outerjoin(documents, documents.c.id == revisions.c.document)
        .where(documents.c.id.is_(None))
        .group_by(revisions.c.document)
        .order_by(latest.desc())
        .limit(_MOST_GONE)
    )
    return list(connection.execute(query).scalars())


def _history(name: str) -> list[Revision]:
    with reading() as session:
        history = history_of(session.connection(), name)
    if not history:
        missing()
    return history


def _single(file: FileStorage) -> int | None:
    """The draft of a file that holds one document and is soon read; None if it does not."""
    name, data = uploads.shown(file.filename), file.stream.read(_SOON + 1)
    file.stream.seek(0)
    if len(data) > _SOON or uploads.is_archive(io.BytesIO(data)):
        return None
    read = drafting.of_file(data, name)
    if not read.documents:
        raise read.complaints[0] if read.complaints else DocumentError(name, 1, "no text")
    if len(read.documents) > 1 or read.complaints:
        return None
    with transaction() as session:
        draft = draft_of(session, read.documents[0], the_account().id, name, read.all_doubts)
        session.add(draft)
        session.flush()
        return draft.id


def _batched(files: Sequence[FileStorage]) -> int:
    """Keep the files of an upload and write down that they wait; the number of the batch."""
    who = the_account()
    with transaction() as session:
        batch = Batch(account_id=who.id, total=len(files), started_at=now())
        session.add(batch)
        session.flush()
        folder = importing.folder_of(current.data(), batch.id)
        uploads.forget(folder)  # of a batch of this number that was never acknowledged
        for each in files:
            name = uploads.shown(each.filename)
            try:
                kept, _ = uploads.keep(each.stream, folder, uploads.MOST_BYTES)
            except DocumentError as error:
                raise DocumentError(name, 1, error.reason) from error
            session.add(BatchFile(batch_id=batch.id, name=name, kept=kept))
        names = [uploads.shown(each.filename) for each in files[:20]]
        said = {"files": len(files), "names": names}
        record(session, who, "batch.upload", f"batch:{batch.id}", after=said)
        return batch.id
