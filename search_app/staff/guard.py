"""Who asks, and whether they may: the door of every staff page."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask
from werkzeug.wrappers import Response

from search_app.config import REQUIRED
from search_app.errors import missing
from search_app.staff import cookies
from search_app.staff.database import StaffUnavailable, reading, transaction
from search_app.staff.identity import sessions
from search_app.staff.identity.accounts import SignedIn
from search_app.staff.moments import now
from search_app.staff.settings import settings

FRESH = dt.timedelta(minutes=15)
"""How long after a password was given accounts and secrets can be changed."""
View = TypeVar("View", bound=Callable[..., Any])


def current_account() -> SignedIn | None:
    """Who is signed in, and owes nothing more; asked of the database once a request."""
    who = signed_in()
    return None if who is not None and _owes_factor(who) else who


def signed_in() -> SignedIn | None:
    """Who is signed in, also one who has still to set up the second factor the site requires."""
    if "account" not in flask.g:
        flask.g.account = _found()
    who: SignedIn | None = flask.g.account
    return who


def the_account() -> SignedIn:
    """Who is signed in, in a view that ``staff_only`` guards."""
    who = signed_in()
    if who is None:
        missing()
    return who


def staff_only(
    role: str = "reader", *, fresh: bool = False, one_factor: bool = False
) -> Callable[[View], View]:
    """Let nobody pass without this role: the unknown go to sign in, for others nothing is here.

    ``fresh`` asks for the password again where it was given long ago. ``one_factor`` lets those
    pass who still have to set up the second factor that the site requires.
    """

    def guarded(view: View) -> View:
        @functools.wraps(view)
        def answer(*args: Any, **named: Any) -> Any:
            who = signed_in()
            if who is None:
                return to_sign_in()
            if not who.may(role):
                asked = flask.request.endpoint
                flask.current_app.logger.warning("staff: account %d asked for %s", who.id, asked)
                missing()
            if not one_factor and _owes_factor(who):
                return flask.redirect(flask.url_for("staff_second.page"), 303)
            if fresh and not _is_fresh(who):
                return flask.redirect(_there("staff_signing.confirm"), 303)
            return view(*args, **named)

        answer.role = role  # type: ignore[attr-defined]
        return answer  # type: ignore[return-value]

    return guarded


def to_sign_in() -> Response:
    """To the sign-in page, and back here afterwards where this page can be asked for again."""
    return flask.redirect(_there("staff_signing.sign_in"), 303)


def _there(endpoint: str) -> str:
    """The address of a page that sends people back here."""
    asked = flask.request
    here = asked.script_root + asked.full_path.rstrip("?") if asked.method == "GET" else None
    return flask.url_for(endpoint, next=here)


def _owes_factor(who: SignedIn) -> bool:
    return settings().second_factor == REQUIRED and not who.two_factors


def _is_fresh(who: SignedIn) -> bool:
    """Whether a secret was given lately; a form that was shown in time may be filled in slowly."""
    longest = FRESH if flask.request.method == "GET" else 2 * FRESH
    return who.proved_at is not None and now() - who.proved_at < longest


def _found() -> SignedIn | None:
    token = cookies.read(cookies.SESSION)
    if not token:
        return None
    with reading() as session:
        found = sessions.of_token(session, token)
        if found is None or not found.whole:
            return None
        account = found.account
        who = SignedIn(
            account.id,
            account.name,
            account.email,
            account.role,
            found.id,
            found.proved_at,
            found.has_two_factors,
        )
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
