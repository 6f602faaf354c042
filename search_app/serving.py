"""The production server: gunicorn inside this process, several workers over one index."""

from __future__ import annotations

import errno
import gc
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import flask
from gunicorn.app.base import BaseApplication

from index.errors import SearchError
from index.language.staff_tables import load_tables
from index.search.advice import asking, silent, times
from index.search.instructions.register import register
from index.search.request import SearchRequest
from index.search.search import search
from index.store.compaction import in_background
from search_app import create_app
from search_app.completing import completer
from search_app.config import LANGUAGES, Config
from search_app.current import current_index, heirs, policy_tables
from search_app.languages import catalogue
from search_app.refusals import LONGEST_LINE, Worker, refusals
from search_app.staff.adding import watching
from search_app.words import label

_ANY = {"0.0.0.0", "::", ""}  # noqa: S104 - compared with, not bound
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - the workers' heartbeat must not wait for a disk

_PASSIVE = socket.AI_PASSIVE  # an address to listen at

# A page makes some thousand objects that need no collector: they are in no circle.
_COLLECTED = (10_000, 20, 20)

# Seconds until a thread must let another go on. A page takes some 8 ms; with Python's own 5, pages
# of one worker interrupt each other, and all of them take longer.
_TURN = 0.02

_SETTINGS: dict[str, Any] = {
    "worker_class": Worker,
    "threads": 4,  # so that a slow reader does not hold a whole worker
    "preload_app": True,  # dictionaries are loaded once and shared by all workers
    "timeout": 30,
    "graceful_timeout": 10,
    "keepalive": 5,
    "limit_request_line": LONGEST_LINE,
    "limit_request_fields": 60,
    "forwarded_allow_ips": "",  # whose word on TLS counts is for ``trust_proxies`` to say
    "loglevel": "warning",
    "control_socket_disable": True,
    "http_parser": "python",  # the one that reads addresses in UTF-8
    "proc_name": "policy-search",
}


class ServingError(SearchError):
    """An address where the site cannot be served; says why."""


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with our settings; reads no command line and no configuration file."""

    def __init__(self, config: Config, bind: str, workers: int) -> None:
        self.config, self.bind, self.workers = config, bind, workers
        super().__init__()

    def load_config(self) -> None:
        """Put our settings in place of gunicorn's; versions differ in what they know."""
        settings = _SETTINGS | {"bind": self.bind, "workers": self.workers}
        if _SHARED_MEMORY.is_dir():
            settings["worker_tmp_dir"] = str(_SHARED_MEMORY)
        for name, value in settings.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

        self.cfg.set("when_ready", self._helped)
        self.cfg.set("post_worker_init", _completing)

    def _helped(self, _arbiter: Any) -> None:
        in_background(self.config.index)
        watching.beside(self.config.data)

    def load(self) -> flask.Flask:
        """The application, with its index open and its dictionaries warm before it forks."""
        app = create_app(self.config)
        with app.test_request_context(base_url=f"http://{self.config.hosts[0]}"):
            _warm()
        self.refusals = refusals(app, self.config.hosts[0])
        _spare_collector()
        sys.setswitchinterval(_TURN)
        return app


def check_free(host: str, port: int) -> None:
    """ServingError where nobody can be served at an address, so that it is told at once."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=_PASSIVE)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
            tried.listen()
    except OSError as error:
        hint = "; choose another with --port" if error.errno == errno.EADDRINUSE else ""
        raise ServingError(f"{host}:{port}: {error.strerror or error}{hint}") from error


def serve(config: Config, host: str, port: int, workers: int) -> None:
    """Serve the site until told to stop; prints nothing but errors."""
    if host not in _ANY and host not in config.hosts:
        config = replace(config, trusted_hosts=(*config.trusted_hosts, host))
    name = f"[{host}]" if ":" in host else host
    Server(config, f"{name}:{port}", workers).run()


def _completing(worker: Any) -> None:
    """Completions take seconds on a large index, for which no start and no reader should wait."""
    with worker.wsgi.app_context(), suppress(SearchError):
        completer().make_beside(current_index())


def _warm() -> None:
    for name in LANGUAGES:
        catalogue(name)
    policy_tables()  # a slip in them stops the start, with file and key
    load_tables()
    silent.table()
    times.tongues()
    asking.wordings()
    try:
        search(current_index(), SearchRequest("первый запрос"), label)
        register(current_index(), heirs)
    except SearchError:
        return  # the pages say what is wrong, and go on when it is mended


def _spare_collector() -> None:
    """Leave out of every collection what stays for good; so pages of it stay shared, too.

    Looking through dictionaries and tables again and again took a fifth of a worker's time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTED)
