"""Readers who ask a server for pages, one page after another each: one thread serves them all.

The clients share the processors with the server that they measure, so they must cost little:
prepared requests, kept connections, no parsing but of three headers.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Iterable
from contextlib import ExitStack
from typing import NamedTuple

_PART = 1 << 18
_PATIENCE = 60.0
_OK = b"HTTP/1.1 200 "
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COST = re.compile(rb"\r\nserver-timing: *page;dur=([\d.]+), cpu;dur=([\d.]+)", re.IGNORECASE)


class Page(NamedTuple):
    """What a page cost: milliseconds for its reader, in the server, of its processor; bytes."""

    waited: float
    served: float
    worked: float
    size: int


class Client:
    """A reader with a connection and the addresses still to be asked for."""

    def __init__(self, port: int, addresses: Iterable[str]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), _PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.pages: list[Page] = []
        self._port, self._addresses = port, iter(addresses)
        self._asked, self._began = "", 0.0
        self._answer = bytearray()

    def ask(self) -> bool:
        """Ask for the next page; False when there is none."""
        address = next(self._addresses, None)
        if address is None:
            return False
        self._answer.clear()
        self._asked, self._began = address, time.perf_counter()
        self.socket.sendall(
            f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n\r\n".encode()
        )
        return True

    def hear(self) -> bool:
        """Take what has come; whether the page is whole."""
        part = self.socket.recv(_PART)
        self._answer += part
        head = self._answer.find(b"\r\n\r\n")
        length = _LENGTH.search(self._answer, 0, head) if head >= 0 else None
        if not part or (head >= 0 and (length is None or not self._answer.startswith(_OK))):
            raise RuntimeError(f"{self._asked}: {bytes(self._answer[:60])!r}")
        if length is None or len(self._answer) < head + 4 + int(length[1]):
            return False
        cost = _COST.search(self._answer, 0, head)
        served, worked = (float(cost[1]), float(cost[2])) if cost else (0.0, 0.0)
        waited = 1000 * (time.perf_counter() - self._began)
        self.pages.append(Page(waited, served, worked, int(length[1])))
        return True


def pages_of(port: int, lists: Iterable[Iterable[str]]) -> list[Page]:
    """The pages of several clients at once, each with its own addresses in their order."""
    with ExitStack() as closing, selectors.DefaultSelector() as waiting:
        clients = [Client(port, addresses) for addresses in lists]
        for client in clients:
            closing.enter_context(client.socket)
            if client.ask():
                waiting.register(client.socket, selectors.EVENT_READ, client)
        while waiting.get_map():
            heard = waiting.select(_PATIENCE)
            if not heard:
                raise TimeoutError(f"no answer within {_PATIENCE:.0f} seconds")
            for key, _ in heard:
                if key.data.hear() and not key.data.ask():
                    waiting.unregister(key.fileobj)
    return [page for client in clients for page in client.pages]
