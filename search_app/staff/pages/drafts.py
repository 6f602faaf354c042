"""A draft: seen as the search will see it, corrected, put into the archive or thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import flask
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from index.analysing import Analysed, analysed
from index.documents.archiving.corrections import passage_key
from index.documents.archiving.history import Revision, history_of
from index.documents.document import Passage
from index.documents.fields import LANGUAGES, FieldError
from index.language.event_years import told_year
from index.overrides import KINDS, SPEAKERS, CorrectionError
from search_app.current import policy_tables
from search_app.errors import missing
from search_app.languages import gettext
from search_app.presenters.dating import doubts
from search_app.staff.adding import deciding, drafting, drafts, publishing
from search_app.staff.adding.drafts import Draft
from search_app.staff.adding.following import followed
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.guard import staff_only, the_account
from search_app.staff.keeping import shelf
from search_app.staff.moments import now
from search_app.words import label

blueprint = flask.Blueprint("staff_drafts", __name__)

PER_PAGE = 40
"""Passages that a page shows."""
KINDS_OF_TEXT = ("report", "transcript", "digest")


@blueprint.get("/drafts/<int:number>")
@staff_only("editor")
def one(number: int) -> str:
    """The passages of a draft with all that the rules and the editor say of them."""
    draft = _mine(number)
    history = _history(draft)
    whole = analysed(draft.whole, draft.decided)
    passages = [passage for passage, _ in whole.passages]
    page, pages = _page(len(passages))
    return flask.render_template(
        "staff/draft.html",
        draft=draft,
        document=whole.document,
        passages=passages[(page - 1) * PER_PAGE : page * PER_PAGE],
        decided={each.ordinal for each in passages if passage_key(each.text) in draft.decided},
        count=len(passages),
        page=page,
        pages=pages,
        turn=lambda to: flask.url_for("staff_drafts.one", number=number, page=to),
        there=publishing.standing(history),
        meanwhile=publishing.meanwhile(history, draft),
        doubts=[*draft.doubts, *doubts(whole.document, told_year(passages, whole.document.date))],
        areas=_often(score.area for each in passages for score in each.areas),
        agencies=_often(name for each in passages for name in deciding.roles(each)),
        duties=sum(len(each.instructions) for each in passages),
    )


@blueprint.route("/drafts/<int:number>/edit", methods=["GET", "POST"])
@staff_only("editor")
def edit(number: int) -> str | Response | tuple[str, int]:
    """What is known of the document, and its text."""
    draft = _mine(number)
    document = draft.whole
    if flask.request.method == "GET":
        there = {name: str(getattr(document, name) or "") for name in drafting.FIELDS}
        return _form(draft, there | {"text": drafting.text_of(document)})
    sent = flask.request.form.to_dict()
    if draft.base:
        sent["id"] = document.id  # another id would be another document
    try:
        made = drafting.edited(document, sent, sent.get("text", ""))
    except FieldError as error:
        return _form(draft, sent, error.field, gettext(drafting.said(error))), 400
    with transaction() as session:
        kept = _again(session, number)
        if made.id != document.id:
            kept.base, kept.decided = drafting.standing(session.connection(), made.id)
        kept.put(made)
    return _to("one", number)


@blueprint.route("/drafts/<int:number>/passages/<int:ordinal>", methods=["GET", "POST"])
@staff_only("editor")
def passage(number: int, ordinal: int) -> str | Response | tuple[str, int]:
    """What an editor decides of a passage; it wins over the rules as long as the words stand."""
    draft = _mine(number)
    rules = _passage(analysed(draft.whole), ordinal)
    if flask.request.method == "GET":
        return _passage_form(draft, _passage(analysed(draft.whole, draft.decided), ordinal))
    sent = flask.request.form
    try:
        fields = {} if sent.get("reset") else deciding.decided(rules, sent)
    except CorrectionError as error:
        shown = _passage(analysed(draft.whole, draft.decided), ordinal)
        return _passage_form(draft, shown, _wrong(error)), 400
    with transaction() as session:
        kept = _again(session, number)
        kept.decided = deciding.put(kept.decided, rules.text, fields)
        kept.changed_at = now()
    page = (ordinal - 1) // PER_PAGE + 1
    back = flask.url_for("staff_drafts.one", number=number, page=page if page > 1 else None)
    return flask.redirect(f"{back}#p{ordinal}", 303)


@blueprint.post("/drafts/<int:number>/publish")
@staff_only("editor")
def publish(number: int) -> Response | tuple[str, int]:
    """Into the archive, and at once into the search; only what its owner saw."""
    name = _mine(number).document
    try:
        with transaction() as session:
            draft = _again(session, number)
            is_seen = flask.request.form.get("stamp") == draft.stamp
            if is_seen:
                publishing.publish(session, the_account(), draft, _over())
    except publishing.Outdated:  # the page says who changed what
        return one(number), 409
    if not is_seen:
        flask.flash(gettext(publishing.CHANGED))
        return one(number), 409
    followed(gettext("Опубликовано."))
    return flask.redirect(flask.url_for("staff_documents.one", id=name), 303)


@blueprint.post("/drafts/<int:number>/discard")
@staff_only("editor")
def discard(number: int) -> Response:
    """Throw a draft away; the archive never saw it."""
    with transaction() as session:
        draft = _again(session, number)
        batch = draft.batch_id
        record(session, the_account(), "draft.discard", f"document:{draft.document}")
        session.delete(draft)
    flask.flash(gettext("Черновик удалён."))
    if batch is not None:
        return flask.redirect(flask.url_for("staff_imports.one", number=batch), 303)
    return flask.redirect(flask.url_for("staff_documents.listing"), 303)


def _mine(number: int) -> Draft:
    with reading() as session:
        draft = drafts.of(session, the_account().id, number)
    return draft or missing()


def _again(session: Session, number: int) -> Draft:
    """The draft in a transaction that changes it: somebody's other tab may have been faster."""
    return drafts.of(session, the_account().id, number) or missing()


def _history(draft: Draft) -> list[Revision]:
    """All that was ever done to the document of a draft."""
    with reading() as session:
        return history_of(session.connection(), draft.document)


def _over() -> int:
    """The number of the change that is knowingly replaced, 0 for none."""
    sent = flask.request.form.get("over", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < shelf.DIGITS else 0


def _page(count: int) -> tuple[int, int]:
    pages = max(1, -(-count // PER_PAGE))
    asked = flask.request.args.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= pages):
        missing()
    return int(asked), pages


def _passage(whole: Analysed, ordinal: int) -> Passage:
    if not 1 <= ordinal <= len(whole.passages):
        missing()
    return whole.passages[ordinal - 1][0]


def _form(draft: Draft, sent: dict[str, str], field: str = "", wrong: str = "") -> str:
    return flask.render_template(
        "staff/draft_edit.html",
        draft=draft,
        sent=sent,
        field=field,
        wrong=wrong,
        languages_of_text=LANGUAGES,
        kinds=KINDS_OF_TEXT,
    )


def _passage_form(draft: Draft, shown: Passage, wrong: str = "") -> str:
    tables = policy_tables()
    return flask.render_template(
        "staff/draft_passage.html",
        draft=draft,
        passage=shown,
        roles=deciding.roles(shown),
        wrong=wrong,
        speakers=SPEAKERS,
        kinds=KINDS,
        more=deciding.MORE,
        all_areas=_labelled("area", tables.areas),
        all_agencies=_labelled("agency", tables.agencies),
        is_decided=passage_key(shown.text) in draft.decided,
    )


def _labelled(facet: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return sorted(((name, label(facet, name)) for name in names), key=lambda pair: pair[1])


def _wrong(error: CorrectionError) -> str:
    if str(error).startswith("instructions"):
        return gettext("Поручение: слова должны стоять в фрагменте, а срок быть датой 2025-07-31.")
    return gettext("Этого нет в списках ведомств, областей или ролей.")


def _often(values: Iterable[str]) -> list[str]:
    return [value for value, _ in Counter(values).most_common()]


def _to(view: str, number: int) -> Response:
    return flask.redirect(flask.url_for(f"staff_drafts.{view}", number=number), 303)
