"""Headers that every answer carries: what a browser may do, and how long it may keep a page.

An answer made from the index is tagged with the index's commit, so that a repeat visit
costs nothing until the next commit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import flask
from werkzeug.exceptions import RequestURITooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from index.errors import SearchError
from index.today import midnight, today
from search_app.current import committed, current_index
from search_app.staff import cookies
from search_app.staff.paths import is_staff

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
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
_TLS_ONLY = "max-age=31536000; includeSubDomains"
LONGEST_QUERY = 32_768  # bytes of the query string; a server in front may take less
_YEAR = 31_536_000
_OK, _BAD_REQUEST = 200, 400


def install(app: flask.Flask, version: str, look: Sequence[Path]) -> None:
    """Set the headers on every answer; the version and all that pages are made of are its tag.

    ``look`` are folders of templates, catalogues and assets.
    """
    files = sorted(path for folder in look for path in folder.rglob("*.*") if path.is_file())
    tag = _tag(version, files)
    newest = max((path.stat().st_mtime for path in files), default=0.0)

    def unchanged() -> flask.Response | None:
        asked, known = flask.request, flask.request.if_none_match
        answerable = asked.method in {"GET", "HEAD"} and asked.endpoint not in {None, "static"}
        answerable = answerable and not is_staff(asked.path)  # which no browser keeps
        # Weak, because a proxy that compresses weakens the tag; «*» is no page that was seen.
        if answerable and not known.star_tag and known.contains_weak(tag()):
            return flask.Response(status=304)
        return None

    def tagged(answer: flask.Response) -> flask.Response:
        kept = "index" in flask.g and not is_staff(flask.request.path)
        if not kept or answer.status_code not in {_OK, 304}:
            return answer
        if not answer.get_etag()[0]:  # a file has its own
            answer.set_etag(tag())
        if changed := _last_modified(newest):
            answer.last_modified = changed
        return answer if _is_news(answer) else _not_modified(answer)

    app.before_request(_bounded)
    app.before_request(unchanged)
    app.after_request(tagged)
    app.after_request(_protected)
    app.after_request(_kept)


def _bounded() -> None:
    if len(flask.request.query_string) > LONGEST_QUERY:
        raise RequestURITooLarge


def _is_news(answer: flask.Response) -> bool:
    """Whether a reader who only knows the time of an earlier answer has not seen this one."""
    asked, changed = flask.request, answer.last_modified
    seen = None if "If-None-Match" in asked.headers else asked.if_modified_since
    return answer.status_code != _OK or seen is None or changed is None or changed > seen


def _not_modified(answer: flask.Response) -> flask.Response:
    empty = flask.Response(status=304)
    empty.call_on_close(answer.close)
    for name in ("ETag", "Last-Modified"):
        empty.headers[name] = answer.headers[name]
    return empty


def _last_modified(newest: float) -> dt.datetime | None:
    """When the answer may last have changed; None within that second, which is not over yet."""
    changed = max(newest, committed(), midnight().timestamp())
    known = dt.datetime.fromtimestamp(int(changed), dt.UTC)
    return known if dt.datetime.now(dt.UTC) - known >= dt.timedelta(seconds=1) else None


def _tag(version: str, files: Sequence[Path]) -> Callable[[], str]:
    look = hashlib.sha256(version.encode())
    for path in files:
        look.update(path.read_bytes())

    def tag() -> str:
        try:
            ix = current_index()
        except SearchError:
            return ""  # no browser can know it
        # What is overdue depends on the day; who carries a session sees a button more.
        who = cookies.read(cookies.SESSION)
        commit = f"{ix.generation} {ix.revision} {ix.fingerprint} {today()} {who}".encode()
        return hashlib.sha256(look.digest() + commit).hexdigest()[:20]

    return tag


def _protected(answer: flask.Response) -> flask.Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    if flask.request.is_secure:
        answer.headers.setdefault("Strict-Transport-Security", _TLS_ONLY)
    return answer


def _kept(answer: flask.Response) -> flask.Response:
    if flask.request.endpoint == "static" and "v" in flask.request.args:
        answer.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    elif flask.request.endpoint == "static":
        answer.headers["Cache-Control"] = "public, max-age=604800"
    else:
        kept = "no-cache" if answer.status_code < _BAD_REQUEST else "no-store"
        answer.headers.setdefault("Cache-Control", kept)
    return answer


def trust_proxies(app: flask.Flask, count: int) -> None:
    """Believe what the ``count`` proxies in front say of a request's address, scheme and host."""
    if count:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count, x_prefix=count
        )
