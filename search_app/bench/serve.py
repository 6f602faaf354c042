"""Measure serving: whole pages of results from a real server, by clients on the same machine."""

from __future__ import annotations

import argparse
import http.client
import json
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

from search_app.bench.drawing import drawn
from search_app.bench.kept import kept
from search_app.bench.questions import AGENCY, SINCE, UNTIL, Question, questions

CLIENTS = (1, 2, 8)
_PROGRAM = """
import sys
from pathlib import Path
from search_app.config import Config
from search_app.serving import serve
serve(Config(data=Path(sys.argv[1])), "127.0.0.1", int(sys.argv[2]), int(sys.argv[3]))
"""
_PATIENCE = 60.0  # seconds for the server to start


def main(argv: Sequence[str] | None = None) -> int:
    """Start a server over a corpus and ask it for pages; prints pages a second and latencies."""
    wanted = _arguments().parse_args(argv)
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        rows = kept(wanted.corpus, wanted.passages, folder)
        asked = questions((row.lemmas for row in rows), wanted.questions)
        addresses = [address(question) for question in asked]
        random.Random(0).shuffle(addresses)  # noqa: S311 - the same order every time
        with _served(folder, wanted.workers) as port:
            for clients in CLIENTS:  # every worker meets the questions before they count
                _asked(port, clients, addresses)
            figures = {clients: _figures(port, clients, addresses) for clients in CLIENTS}
    print(f"{'clients':>8}{'pages/s':>10}{'p50 ms':>10}{'p99 ms':>10}{'KB a page':>11}")
    for clients, each in figures.items():
        print(f"{clients:8}{each['rate']:10.0f}{each['p50']:10.1f}{each['p99']:10.1f}", end="")
        print(f"{each['kilobytes']:11.0f}")
    if wanted.json:
        wanted.json.write_text(json.dumps(figures, indent=1), "utf-8")
    if wanted.svg:
        title = f"Milliseconds a page of results, {wanted.passages:,} passages"
        wanted.svg.write_text(_drawn(figures, title), "utf-8")
    return 0


def _drawn(figures: Mapping[int, Mapping[str, float]], title: str) -> str:
    """The latencies by number of clients, and the pages a second beside them."""
    kinds = {
        clients: f"{clients} at once, {each['rate']:.0f} pages/s"
        for clients, each in figures.items()
    }
    bars = {
        cut: {kinds[clients]: each[cut] for clients, each in figures.items()}
        for cut in ("p50", "p99")
    }
    return drawn(bars, list(kinds.values()), title)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench serve", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a file of JSON Lines, also as .xz")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=25, help="of each of the twelve kinds")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="build here, and use what is there already")
    parser.add_argument("--json", type=Path, help="keep the figures here")
    parser.add_argument("--svg", type=Path, help="draw the figures here")
    return parser


def address(question: Question) -> str:
    """The page that answers a question."""
    between = " OR " if question.kind.startswith("or") else " "
    text = between.join(question.words)
    said = {"q": f'"{text}"' if question.kind == "phrase" else text}
    if question.filtered:
        said |= {"from": str(SINCE), "to": str(UNTIL), "agency": AGENCY}
    return f"/search?{urlencode(said)}"


@contextmanager
def _served(folder: Path, workers: int) -> Iterator[int]:
    """The port of a server over the index in a folder."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(port), str(workers)]
    with subprocess.Popen(command) as process:  # noqa: S603 - our own interpreter
        try:
            _wait(port)
            yield port
        finally:
            process.terminate()


def _wait(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            _page(http.client.HTTPConnection("127.0.0.1", port), "/healthz")
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _figures(port: int, clients: int, addresses: Sequence[str]) -> dict[str, float]:
    began = time.perf_counter()
    pages = _asked(port, clients, addresses)
    rate = len(pages) / (time.perf_counter() - began)
    milliseconds = [1000 * seconds for seconds, _ in pages]
    cuts = statistics.quantiles(milliseconds, n=100)
    kilobytes = statistics.mean(size for _, size in pages) / 1024
    return {"rate": rate, "p50": cuts[49], "p99": cuts[98], "kilobytes": kilobytes}


def _asked(port: int, clients: int, addresses: Sequence[str]) -> list[tuple[float, int]]:
    """Seconds and bytes of each page; every client asks all, beginning elsewhere."""

    def ask(client: int) -> list[tuple[float, int]]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        start = client * len(addresses) // clients
        mine = islice(cycle(addresses), start, start + len(addresses))
        pages = []
        for each in mine:
            began = time.perf_counter()
            size = _page(connection, each)
            pages.append((time.perf_counter() - began, size))
        connection.close()
        return pages

    with ThreadPoolExecutor(clients) as pool:
        return [page for pages in pool.map(ask, range(clients)) for page in pages]


def _page(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{path}: {answer.status}")
    return len(body)


if __name__ == "__main__":
    sys.exit(main())
