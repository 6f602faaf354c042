"""The production server, with a header in every answer that tells what the answer cost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flask

from search_app.config import Config
from search_app.serving import Server

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HEADER = "Server-Timing"


class Timed(Server):
    """The site's server; it tells how long each answer took, waiting for other threads included."""

    def load_config(self) -> None:
        """Our settings; no completions are made beside what is measured."""
        super().load_config()
        self.cfg.set("post_worker_init", _nothing)

    def load(self) -> flask.Flask:
        """The application behind a clock."""
        app = super().load()
        app.wsgi_app = timed(app.wsgi_app)  # type: ignore[method-assign,assignment]
        return app


def _nothing(_worker: Any) -> None:
    """Begin nothing beside the pages."""


def timed(app: WSGIApplication) -> WSGIApplication:
    """WSGI middleware: milliseconds by the clock and of the processor, until the answer is made."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        began, worked = time.perf_counter(), time.thread_time()

        def started(
            status: str, headers: list[tuple[str, str]], *failed: Any
        ) -> Callable[..., Any]:
            took = 1000 * (time.perf_counter() - began)
            cost = 1000 * (time.thread_time() - worked)
            told = (HEADER, f"page;dur={took:.3f}, cpu;dur={cost:.3f}")
            return start(status, [*headers, told], *failed)

        return app(environ, started)

    return answer


def main(argv: Sequence[str]) -> None:
    """Serve a folder at a port with some workers, until told to stop."""
    folder, port, workers = argv
    Timed(Config(data=Path(folder)), f"127.0.0.1:{port}", int(workers)).run()


if __name__ == "__main__":
    main(sys.argv[1:])
