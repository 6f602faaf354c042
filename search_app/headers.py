"""Headers that every answer carries: what a browser may do, and how long it may keep a page."""

from __future__ import annotations

import flask

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_YEAR = 31_536_000


def install(app: flask.Flask) -> None:
    """Set the headers on every answer."""
    app.after_request(_protected)
    app.after_request(_kept)


def _protected(answer: flask.Response) -> flask.Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def _kept(answer: flask.Response) -> flask.Response:
    if flask.request.endpoint == "static" and "v" in flask.request.args:
        answer.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    elif "Cache-Control" not in answer.headers:
        answer.headers["Cache-Control"] = "no-cache" if answer.status_code < 400 else "no-store"  # noqa: PLR2004
    return answer
