"""Who asks, and whether they may: the door of every staff page."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask
from werkzeug.wrappers import Response

from search_app.errors import missing
from search_app.staff import cookies, sessions
from search_app.staff.accounts import SignedIn
from search_app.staff.database import StaffUnavailable, reading, transaction
from search_app.staff.moments import now

View = TypeVar("View", bound=Callable[..., Any])


def current_account() -> SignedIn | None:
    """Who is signed in; asked of the database once a request."""
    if "account" not in flask.g:
        flask.g.account = _found()
    who: SignedIn | None = flask.g.account
    return who


def the_account() -> SignedIn:
    """Who is signed in, in a view that ``staff_only`` guards."""
    who = current_account()
    if who is None:
        missing()
    return who


def staff_only(role: str = "reader") -> Callable[[View], View]:
    """Let nobody pass without this role: the unknown go to sign in, for others nothing is here."""

    def guarded(view: View) -> View:
        @functools.wraps(view)
        def answer(*args: Any, **named: Any) -> Any:
            who = current_account()
            if who is None:
                return to_sign_in()
            if not who.may(role):
                missing()
            return view(*args, **named)

        answer.role = role  # type: ignore[attr-defined]
        return answer  # type: ignore[return-value]

    return guarded


def to_sign_in() -> Response:
    """To the sign-in page, and back here afterwards where this page can be asked for again."""
    asked = flask.request
    here = asked.script_root + asked.full_path.rstrip("?") if asked.method == "GET" else None
    return flask.redirect(flask.url_for("staff_signing.sign_in", next=here), 303)


def _found() -> SignedIn | None:
    token = cookies.read(cookies.SESSION)
    if not token:
        return None
    with reading() as session:
        found = sessions.of_token(session, token)
        if found is None or not found.whole:
            return None
        account = found.account
        who = SignedIn(account.id, account.name, account.email, account.role, found.id)
        stale = found.is_stale(now())
    if stale:
        _touch(who)
    return who


def _touch(who: SignedIn) -> None:
    try:
        with transaction() as session:
            sessions.touch(session, who.session)
    except StaffUnavailable as fault:
        # Pages that only read go on; one that writes will say what is wrong.
        flask.current_app.logger.warning("%s", fault)
