"""Pages for requests that the server cannot read, and that so never reach the site."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import flask
from gunicorn.http import errors, message
from gunicorn.workers.gthread import ThreadWorker
from werkzeug.exceptions import default_exceptions

from search_app.headers import LONGEST_QUERY

LONGEST_LINE = 2 * LONGEST_QUERY  # bytes; between the two the site itself says what is too long
_LEFT = 1 << 20  # bytes of a refused request that are still read, so that the answer arrives
_PATIENCE = 1.0  # seconds for each part of them

# An address of 1,400 Russian letters is longer than gunicorn's own bound of 8,190 bytes.
message.MAX_REQUEST_LINE = LONGEST_LINE

_STATUSES: dict[type[Exception], int] = {
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.InvalidRequestLine: 400,
    errors.InvalidRequestMethod: 400,
    errors.InvalidHTTPVersion: 400,
    errors.InvalidHeader: 400,
    errors.InvalidHeaderName: 400,
    errors.ObsoleteFolding: 400,
}


class Worker(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threads, with our pages for requests that it refuses."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer a request that could not be read; anything else is gunicorn's to answer."""
        status = _STATUSES.get(type(exc))
        if status is None:
            super().handle_error(req, client, addr, exc)
            return
        try:
            client.settimeout(_PATIENCE)
            client.sendall(self.app.refusals[status])
            client.shutdown(socket.SHUT_WR)
            _drain(client)
        except OSError as gone:
            self.log.debug("nobody waited for the answer: %s", gone)


def refusals(app: flask.Flask, host: str) -> Mapping[int, bytes]:
    """Whole HTTP answers by status, rendered once, in the site's own language."""
    return {status: _answer(app, host, status) for status in set(_STATUSES.values())}


def _answer(app: flask.Flask, host: str, status: int) -> bytes:
    with app.test_request_context(base_url=f"http://{host}"):
        answer = app.process_response(
            app.make_response(app.handle_http_exception(default_exceptions[status]()))
        )
        body = answer.get_data()
        head = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "Connection: close"]
        head += [f"{name}: {value}" for name, value in answer.headers.items()]
    return "\r\n".join([*head, "", ""]).encode("latin-1") + body


def _drain(client: socket.socket) -> None:
    """Read what is still coming; closing with it unread would take the answer back."""
    left = _LEFT
    while left > 0 and (part := client.recv(65_536)):
        left -= len(part)
