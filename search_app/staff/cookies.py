"""The staff room's cookies; the public site sets none."""

from __future__ import annotations

from typing import Any

import flask
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from search_app.staff.faults import StaffUnavailable
from search_app.staff.identity.keys import secret_key
from search_app.staff.paths import is_staff

SESSION = "staff"
FORMS = "staff-form"
EDITS = "staff-edits"
"""Carried by those who signed in as editors, so that public pages offer them to edit."""


class FormCookie(SecureCookieSessionInterface):
    """Flask's signed cookie, for the staff room's forms alone; the key is read when needed."""

    def open_session(self, app: flask.Flask, request: flask.Request) -> Any:
        """What the cookie holds; on the public site, nothing for those who carry no session."""
        inside = is_staff(request.path)
        if not inside and not read(SESSION):
            return None
        if not app.secret_key:
            try:
                app.secret_key = secret_key(app.config["SECRET_KEY_FILE"])
            except StaffUnavailable as fault:
                if inside:
                    flask.g.keyless = fault  # told once the request may be answered
                return None
        return super().open_session(app, request)

    def save_session(
        self, app: flask.Flask, session: SessionMixin, response: flask.Response
    ) -> None:
        """Send the cookie when it has changed."""
        if app.secret_key:
            super().save_session(app, session, response)

    def get_cookie_name(self, app: flask.Flask) -> str:  # noqa: ARG002
        """What this cookie is called over this connection."""
        return full_name(FORMS)

    def get_cookie_path(self, app: flask.Flask) -> str:  # noqa: ARG002
        """The whole host, as the prefix ``__Host-`` asks."""
        return "/"

    def get_cookie_secure(self, app: flask.Flask) -> bool:  # noqa: ARG002
        """Whether the cookie is for TLS only."""
        return is_secure()

    def get_cookie_samesite(self, app: flask.Flask) -> str:  # noqa: ARG002
        """A sign-in provider sends the browser back by a link, which Strict would not let pass."""
        return "Lax"


def is_secure() -> bool:
    """Whether readers reach us over TLS."""
    base_url: str = flask.current_app.config["BASE_URL"]
    return flask.request.is_secure or base_url.startswith("https:")


def full_name(name: str) -> str:
    """A cookie's name: under TLS, one that no other host and no plain connection can set."""
    return f"__Host-{name}" if is_secure() else name


def read(name: str) -> str:
    """The value of a cookie, «» without one."""
    return flask.request.cookies.get(full_name(name), "")


def give(answer: flask.Response, name: str, value: str, seconds: int | None = None) -> None:
    """Set a cookie that scripts cannot read; without ``seconds``, until the browser closes."""
    answer.set_cookie(
        full_name(name),
        value,
        max_age=seconds,
        path="/",
        secure=is_secure(),
        httponly=True,
        samesite="Lax",
    )


def take(answer: flask.Response, name: str) -> None:
    """Delete a cookie."""
    answer.delete_cookie(
        full_name(name), path="/", secure=is_secure(), httponly=True, samesite="Lax"
    )
