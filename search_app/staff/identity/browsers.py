"""Browsers that have signed in before: a signed cookie tells them from those of strangers."""

from __future__ import annotations

import secrets

import flask
from itsdangerous import BadSignature, URLSafeTimedSerializer

from search_app.staff import cookies
from search_app.staff.identity.keys import derived

COOKIE = "staff-browser"
LIVES = 180 * 24 * 3600
"""Seconds; each sign-in renews it."""


def known_as(account: int | None) -> str | None:
    """The number of this browser, if this account has signed in with it before."""
    try:
        owner, number = _signer().loads(cookies.read(COOKIE), max_age=LIVES)
    except (BadSignature, ValueError, TypeError):
        return None
    return str(number) if account is not None and owner == account else None


def remember(answer: flask.Response, account: int) -> None:
    """Know this browser again."""
    number = known_as(account) or secrets.token_urlsafe(12)
    cookies.give(answer, COOKIE, str(_signer().dumps([account, number])), LIVES)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(derived("browser"))
