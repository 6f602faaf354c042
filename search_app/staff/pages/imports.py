"""A batch: how far it is, what could not be read, and what becomes of the rest."""

from __future__ import annotations

from typing import NamedTuple

import flask
import sqlalchemy as sa
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from search_app import current
from search_app.errors import missing
from search_app.formats import as_csv
from search_app.languages import gettext
from search_app.staff.adding import drafts, importing, publishing, uploads
from search_app.staff.adding.complaining import complaint
from search_app.staff.adding.drafts import AT_WORK, Batch, BatchFile, Complaint, Draft
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.guard import staff_only, the_account
from search_app.staff.moments import now

blueprint = flask.Blueprint("staff_imports", __name__)

SHOWN = 100
"""Drafts and complaints that a page shows."""
_LOOK = "2"  # seconds until the page of a batch at work is asked for again
_NAMES = ("file", "line", "reason")


class Pace(NamedTuple):
    """How fast a batch is: things a minute, and seconds that remain; None while nobody knows."""

    rate: int | None
    left: int | None


@blueprint.get("/imports/<int:number>")
@staff_only("editor")
def one(number: int) -> flask.Response:
    """How far a batch is."""
    batch = _mine(number)
    with reading() as session:
        held = drafts.in_batch(session, number, most=SHOWN)
        count = drafts.count_in(session, number)
        stamp = drafts.stamp_of(session, batch)
        wrong = drafts.complaints(session, number)
    page = flask.render_template(
        "staff/import.html",
        batch=batch,
        is_at_work=batch.state in AT_WORK,
        pace=pace(batch),
        drafts=held,
        count=count,
        stamp=stamp,
        complaints=wrong[:SHOWN],
        wrong=len(wrong),
    )
    answer = flask.make_response(page)
    if batch.state in AT_WORK:
        answer.headers["Refresh"] = _LOOK
    return answer


@blueprint.get("/imports/<int:number>/report")
@staff_only("editor")
def report(number: int) -> flask.Response:
    """What could not be read, as a table."""
    _mine(number)
    with reading() as session:
        found = drafts.complaints(session, number)
        rows = [(each.name, each.line, complaint(each.reason)) for each in found]
    return as_csv.answer(as_csv.table(_NAMES, rows), f"report-{number}")


@blueprint.post("/imports/<int:number>/publish")
@staff_only("editor")
def publish(number: int) -> Response:
    """Put all drafts of a batch into the archive, in the background; only as their owner saw."""
    with transaction() as session:
        batch = _again(session, number, "read")
        is_seen = flask.request.form.get("stamp") == drafts.stamp_of(session, batch)
        if is_seen:
            _begin_publishing(session, batch)
    if not is_seen:
        flask.flash(gettext(publishing.CHANGED))
        answer = one(number)
        answer.status_code = 409
        return answer
    importing.wake(current.data())
    return _back(number)


@blueprint.post("/imports/<int:number>/stop")
@staff_only("editor")
def stop(number: int) -> Response:
    """Stop after the present step; what was read or published stays so."""
    with transaction() as session:
        batch = _again(session, number, "reading", "publishing")
        batch.state = "read"
        _forget_files(session, number)
        record(session, the_account(), "batch.stop", f"batch:{number}")
    uploads.forget(importing.folder_of(current.data(), number))
    return _back(number)


@blueprint.post("/imports/<int:number>/discard")
@staff_only("editor")
def discard(number: int) -> Response:
    """Throw a batch away with all its drafts; the archive keeps what was published."""
    with transaction() as session:
        batch = _again(session, number, "read", "published", "stopped")
        said = {"drafts": drafts.count_in(session, number)}
        record(session, the_account(), "batch.discard", f"batch:{number}", before=said)
        for model in (Draft, Complaint):
            session.execute(sa.delete(model).where(model.batch_id == number))
        _forget_files(session, number)
        session.delete(batch)
    uploads.forget(importing.folder_of(current.data(), number))
    flask.flash(gettext("Загрузка удалена."))
    return flask.redirect(flask.url_for("staff_documents.listing"), 303)


def pace(batch: Batch) -> Pace:
    """How fast a batch is at its present work."""
    if batch.started_at is None or not batch.done or batch.state not in AT_WORK:
        return Pace(None, None)
    spent = max((now() - batch.started_at).total_seconds(), 1.0)
    left = (batch.total - batch.done) * spent / batch.done
    return Pace(round(60 * batch.done / spent), round(left))


def _mine(number: int) -> Batch:
    with reading() as session:
        batch = drafts.batch_of(session, the_account().id, number)
    return batch or missing()


def _again(session: Session, number: int, *states: str) -> Batch:
    """The batch in a transaction, in one of these states: what is past them needs it no more."""
    batch = drafts.batch_of(session, the_account().id, number)
    if batch is None or batch.state not in states:
        missing()
    return batch


def _begin_publishing(session: Session, batch: Batch) -> None:
    batch.state, batch.started_at, batch.ended_at = "publishing", now(), None
    batch.done, batch.total = 0, drafts.count_in(session, batch.id)
    said = {"drafts": batch.total}
    record(session, the_account(), "batch.publish", f"batch:{batch.id}", after=said)


def _forget_files(session: Session, number: int) -> None:
    session.execute(sa.delete(BatchFile).where(BatchFile.batch_id == number))


def _back(number: int) -> Response:
    return flask.redirect(flask.url_for("staff_imports.one", number=number), 303)
