"""Who may read what from a script on another site: all that is made for machines.

Nothing here depends on who asks, so every origin may read it, without cookies.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import flask

from search_app.staff.paths import is_staff

WHOLE = ("/api/", "/data/", "/opensearch/")
"""What stands below is all made for machines."""
_FORMATS = frozenset(
    {".json", ".jsonl", ".csv", ".xlsx", ".bib", ".atom", ".ics", ".xml", ".gz", ".sha256"}
)
_DAY = "86400"


def install(app: flask.Flask) -> None:
    """Open the read API and every format for machines to all origins."""
    app.after_request(_opened)


def is_shared(path: str) -> bool:
    """Whether an address, without its language, answers machines."""
    if is_staff(path):  # which answers one person
        return False
    return path.startswith(WHOLE) or PurePosixPath(path).suffix in _FORMATS


def _opened(answer: flask.Response) -> flask.Response:
    asked = flask.request
    if not is_shared(asked.path) or asked.endpoint == "static":
        return answer
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link, Retry-After"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if asked.method == "OPTIONS":
        answer.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        answer.headers["Access-Control-Allow-Headers"] = "*"
        answer.headers["Access-Control-Max-Age"] = _DAY
    return answer
