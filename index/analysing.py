"""Documents cut, read and annotated: one after another, or by several processes when many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from types import MappingProxyType

from index import language, overrides, policy
from index.documents import passages
from index.documents.document import Document, Passage
from index.language import Token, Tokens
from index.overrides import Corrected
from index.policy.naming.succession import with_heirs

MANY = 1_000
"""Documents from which on other processes are worth their start of about two seconds."""

_TOGETHER = 8  # documents that travel to a process at once
_AHEAD = 3  # such parcels a process may be ahead of the writer, which bounds the memory
_ALLOCATIONS = 50_000  # between two rounds of the garbage collector
_ROUNDS = 1_000  # of the middle generation before the whole memory is looked through


@dataclass(frozen=True)
class Analysed:
    """A document on the last stretch of its road, ready to be written."""

    document: Document
    passages: list[tuple[Passage, Tokens]]
    title: Sequence[Token]


Work = tuple[Document, Corrected]
"""A document and what people decided about its passages."""


def analysed(document: Document, decided: Corrected = MappingProxyType({})) -> Analysed:
    """Cut a document, analyse its words and annotate its passages.

    ``decided`` holds what people decided about its passages; it wins over the rules.
    """
    pairs = passages.cut_and_read(document)
    document = passages.with_language(document, [each for each, _ in pairs])
    tables = policy.load_tables()
    annotated = [
        with_heirs(overrides.corrected(each, decided), tables.agencies)
        for each in policy.annotate(document, pairs, tables)
    ]
    title = language.analyze(document.title, document.language)
    words = (tokens for _, tokens in pairs)
    return Analysed(document, list(zip(annotated, words, strict=True)), title)


def all_analysed(work: Iterable[Work], count: int, processes: int = 0) -> Iterator[Analysed]:
    """All documents analysed, in their order, whatever the number of processes.

    ``count`` says how many there are; 0 processes stands for one a core, but none besides this
    one for few documents. With processes, this one only writes.
    """
    processes = processes or (os.cpu_count() or 1 if count >= MANY else 1)
    with rarely_collecting(), language.remembering_more():
        if processes == 1:
            yield from (analysed(*each) for each in work)
        else:
            yield from _by_processes(work, processes)


def _by_processes(work: Iterable[Work], processes: int) -> Iterator[Analysed]:
    # Started afresh, not forked: the process may have threads and the index open.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin) as pool:
        waiting: deque[Future[list[Analysed]]] = deque()
        remaining = iter(work)
        while parcel := list(islice(remaining, _TOGETHER)):
            with _out_of_reach():
                waiting.append(pool.submit(_parcel, parcel))
            if len(waiting) >= _AHEAD * processes:
                yield from waiting.popleft().result()
        yield from chain.from_iterable(each.result() for each in waiting)


def _begin() -> None:
    language.remember_more()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the writer to end: killed, it cannot tell its processes, which would wait on."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """Ctrl-C is for this process alone: what it starts inherits that, and ends with it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _parcel(work: Sequence[Work]) -> list[Analysed]:
    return [analysed(*each) for each in work]


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Analysis makes many small values and no circles: collect after 50,000, not after 700.

    What is remembered grows and stays, so that the whole memory is hardly ever looked through.
    """
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, before[1], _ROUNDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
