"""Measure serving: whole pages of results from a real server, by clients on the same machine."""

from __future__ import annotations

import argparse
import json
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from search_app.bench import served
from search_app.bench.clients import Page, pages_of
from search_app.bench.drawing import drawn
from search_app.bench.kept import kept
from search_app.bench.questions import AGENCY, SINCE, UNTIL, Question, questions

CLIENTS = (1, 2, 8)
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
    _print(figures)
    if wanted.json:
        wanted.json.write_text(json.dumps(figures, indent=1), "utf-8")
    if wanted.svg:
        title = f"Milliseconds a page of results, {wanted.passages:,} passages"
        wanted.svg.write_text(_drawn(figures, title), "utf-8")
    return 0


def _print(figures: Mapping[int, Mapping[str, float]]) -> None:
    """Milliseconds for the reader, in the server, and of its processor; kilobytes a page."""
    names = [name for name in next(iter(figures.values())) if name != "rate"]
    print(f"{'clients':>8}{'pages/s':>9}" + "".join(f"{name:>12}" for name in names))
    for clients, each in figures.items():
        cells = "".join(f"{each[name]:12.1f}" for name in names)
        print(f"{clients:8}{each['rate']:9.0f}{cells}")


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
    command = [sys.executable, "-m", served.__name__, str(folder), str(port), str(workers)]
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
            pages_of(port, [["/healthz"]])
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _figures(port: int, clients: int, addresses: Sequence[str]) -> dict[str, float]:
    began = time.perf_counter()
    pages = _asked(port, clients, addresses)
    figures = {"rate": len(pages) / (time.perf_counter() - began)}
    for place, name in enumerate(("", "served ", "cpu ")):
        cuts = statistics.quantiles((page[place] for page in pages), n=100)
        figures |= {f"{name}p50": cuts[49], f"{name}p99": cuts[98]}
    figures["cpu mean"] = statistics.mean(page.worked for page in pages)
    figures["kilobytes"] = statistics.mean(page.size for page in pages) / 1024
    return figures


def _asked(port: int, clients: int, addresses: Sequence[str]) -> list[Page]:
    """The cost of each page; every client asks all, beginning elsewhere."""
    starts = (client * len(addresses) // clients for client in range(clients))
    return pages_of(port, [[*addresses[start:], *addresses[:start]] for start in starts])


if __name__ == "__main__":
    sys.exit(main())
