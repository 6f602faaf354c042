"""Requests that the server would refuse before they reach the site: read, or answered as it would.

Programs send addresses in plain UTF-8 («/api/v1/search?q=школа»), which RFC 9112 does not allow and
gunicorn refuses; as nothing else can be meant, they are read as browsers write them.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote_from_bytes

import flask
from gunicorn.http import errors, message
from werkzeug.exceptions import default_exceptions

from search_app.balance import Balanced
from search_app.config import LANGUAGES
from search_app.headers import LONGEST_QUERY
from search_app.sharing import is_shared

LONGEST_LINE = 2 * LONGEST_QUERY  # bytes; between the two the site itself says what is too long
_LEFT = 1 << 20  # bytes of a refused request that are still read, so that the answer arrives
_ASCII = bytes(range(0x80))
_PATIENCE = 1.0  # seconds for each part of them

# An address of 1,400 Russian letters is longer than gunicorn's own bound of 8,190 bytes.
message.MAX_REQUEST_LINE = LONGEST_LINE


def _reading(parse: Callable[[Any, bytes], None]) -> Callable[[Any, bytes], None]:
    def lenient(request: Any, line: bytes) -> None:
        parse(request, escaped(bytes(line)))

    return lenient


def escaped(line: bytes) -> bytes:
    """A request line in which all that is not ASCII is percent-encoded; as it is if not UTF-8."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return line
    return quote_from_bytes(line, safe=_ASCII).encode()


message.Request.parse_request_line = _reading(message.Request.parse_request_line)

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


class Worker(Balanced):
    """gunicorn's threads in turns, with our pages for requests that it refuses."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer a request that could not be read; anything else is gunicorn's to answer."""
        status = _STATUSES.get(type(exc))
        if status is None:
            super().handle_error(req, client, addr, exc)
            return
        try:
            client.settimeout(_PATIENCE)
            client.sendall(self.app.refusals[status, is_for_machines(exc)])
            client.shutdown(socket.SHUT_WR)
            _drain(client)
        except OSError as gone:
            self.log.debug("nobody waited for the answer: %s", gone)


def is_for_machines(refused: Exception) -> bool:
    """Whether what could not be read was asked of an address that answers machines."""
    _, _, rest = str(getattr(refused, "req", "")).partition(" ")
    first, slash, below = rest.partition("?")[0].partition(" ")[0][1:].partition("/")
    return is_shared(f"/{below}" if first in LANGUAGES else f"/{first}{slash}{below}")


def refusals(app: flask.Flask, host: str) -> Mapping[tuple[int, bool], bytes]:
    """Whole HTTP answers by status and whether for machines, rendered once.

    Those for people are pages in the site's own language.
    """
    paths = {False: "/", True: "/api/"}
    return {
        (status, machines): _answer(app, host, status, path)
        for status in set(_STATUSES.values())
        for machines, path in paths.items()
    }


def _answer(app: flask.Flask, host: str, status: int, path: str) -> bytes:
    with app.test_request_context(path, base_url=f"http://{host}"):
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
