"""Texts marked by a reader's hand, made into documents and their labels.

    === name | language | date | title | event, if known
    --- speaker | agencies, an instructed one with a ! | areas
    Text of the paragraph, {kind; agencies; due| an instruction} in its place.

What stands before the first document tells how to read the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from index.documents.dates import PartialDate
from index.documents.document import Document
from search_app.bench.policy_labels import Labels, Order

_MARK = re.compile(r"\{([^|{}]*)\|\s*([^{}]*)\}")


def readings(path: Path) -> Iterator[tuple[Document, Labels]]:
    """Each document of a marked file, with what the reader found in it."""
    _, *documents = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for document in documents:
        head, *paragraphs = re.split(r"^---(?: |$)", document, flags=re.MULTILINE)
        yield _reading(_fields(head, 5), paragraphs)


def _reading(head: list[str], paragraphs: list[str]) -> tuple[Document, Labels]:
    name, language, date, title, event = head
    texts: list[str] = []
    orders: list[Order] = []
    heads = [_fields(paragraph.partition("\n")[0], 3) for paragraph in paragraphs]
    for number, paragraph in enumerate(paragraphs, 1):
        text, found = _unmarked(" ".join(paragraph.partition("\n")[2].split()), number)
        texts.append(text)
        orders += found
    labels = Labels(
        document=name,
        language=language,
        held_out=False,
        orders=tuple(orders),
        areas={number: _ids(head[2]) for number, head in enumerate(heads, 1)},
        named={number: _ids(head[1]) - {"president"} for number, head in enumerate(heads, 1)},
        charged={number: _instructed(head[1]) for number, head in enumerate(heads, 1)},
        quoted={number: _role(head[0]) == "president" for number, head in enumerate(heads, 1)},
        roles={number: _role(head[0]) for number, head in enumerate(heads, 1)},
        event=event,
    )
    day = PartialDate.parse(date)
    return Document(name, title, tuple(texts), day, language=language), labels


def _role(speaker: str) -> str:
    """«reporter» of «reporter: Айгуль Сейтова»."""
    return speaker.partition(":")[0].strip()


def _unmarked(marked: str, paragraph: int) -> tuple[str, list[Order]]:
    """The text without its marks, and the instructions they stood around."""
    text = ""
    orders = []
    end = 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        kind, agencies, due = _fields(mark[1], 3, ";")
        start, end = len(text), mark.end()
        text += mark[2]
        order = Order(paragraph, start, len(text), kind, _ids(agencies), due, mark[2])
        orders.append(order)
    return text + marked[end:], orders


def _fields(line: str, count: int, between: str = "|") -> list[str]:
    parts = [part.strip() for part in line.split(between)]
    return [*parts, *[""] * count][:count]


def _ids(names: str) -> frozenset[str]:
    return frozenset(name.strip().rstrip("!") for name in names.split(",") if name.strip())


def _instructed(names: str) -> frozenset[str]:
    return frozenset(name.strip()[:-1] for name in names.split(",") if name.strip().endswith("!"))
