"""The audit log, for administrators."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import flask

from index.errors import RequestError
from search_app.languages import N_, gettext
from search_app.staff.database import reading
from search_app.staff.guard import staff_only
from search_app.staff.reading_log import Wanted, changes, entries

blueprint = flask.Blueprint("staff_log", __name__)

# what was done, as the log keeps it, and as people say it; others are shown as they are
ACTIONS = {
    "sign-in": N_("вход"),
    "sign-in.ok": N_("вошёл"),
    "sign-in.refused": N_("вход отклонён"),
    "sign-out": N_("вышел"),
    "proof.refused": N_("пароль не подошёл"),
    "session": N_("сеансы"),
    "session.end": N_("завершил сеанс"),
    "session.end-others": N_("завершил остальные сеансы"),
    "account": N_("учётные записи"),
    "account.add": N_("завёл учётную запись"),
    "account.role": N_("изменил роль"),
    "account.disable": N_("отключил учётную запись"),
    "account.enable": N_("включил учётную запись"),
    "account.link": N_("выдал ссылку для пароля"),
    "account.password": N_("сменил пароль"),
    "account.provider": N_("связал с входом через организацию"),
    "second-factor": N_("второй шаг входа"),
    "second-factor.on": N_("включил второй шаг входа"),
    "second-factor.off": N_("отключил второй шаг входа"),
    "second-factor.codes": N_("обновил запасные коды"),
    "document": N_("документы"),
    "document.publish": N_("опубликовал документ"),
    "document.withdraw": N_("снял документ с публикации"),
    "document.go-back": N_("вернул прежнюю редакцию"),
    "draft": N_("черновики"),
    "draft.discard": N_("удалил черновик"),
    "batch": N_("загрузки"),
    "batch.upload": N_("загрузил файлы"),
    "batch.publish": N_("опубликовал загрузку"),
    "batch.stop": N_("остановил загрузку"),
    "batch.discard": N_("удалил загрузку"),
    "backup": N_("резервные копии"),
    "backup.restore": N_("восстановил из резервной копии"),
}
THINGS = tuple(name for name in ACTIONS if "." not in name)


@blueprint.get("/log")
@staff_only("administrator")
def page() -> str:
    """Who did what, the newest first."""
    wanted = _wanted()
    with reading() as session:
        found, more = entries(session, wanted)
    narrowed = {name: str(value) for name, value in vars(wanted).items() if value}
    return flask.render_template(
        "staff/log.html",
        rows=[(entry, changes(entry)) for entry in found],
        wanted=wanted,
        things=[(name, gettext(ACTIONS[name])) for name in THINGS],
        said=lambda action: gettext(ACTIONS[action]) if action in ACTIONS else action,
        older=_page(narrowed | {"before": str(more)}) if more else "",
        newest=_page({name: value for name, value in narrowed.items() if name != "before"}),
    )


def _wanted() -> Wanted:
    args = flask.request.args
    before = args.get("before", "")
    if before and not (before.isascii() and before.isdigit() and len(before) < 10):  # noqa: PLR2004
        raise RequestError("before", f"a number, not «{before}»")
    actor, action, subject = (
        args.get(name, "").strip()[:200] for name in ("actor", "action", "subject")
    )
    return Wanted(
        actor=actor,
        action=action,
        subject=subject,
        since=_day("since"),
        until=_day("until"),
        before=int(before or 0),
    )


def _day(name: str) -> dt.date | None:
    written = flask.request.args.get(name, "").strip()
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise RequestError(name, f"a day such as 2026-01-31, not «{written}»") from wrong


def _page(narrowed: dict[str, str]) -> str:
    return f"{flask.url_for('staff_log.page')}?{urlencode(narrowed)}"
