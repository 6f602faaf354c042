"""What readers found in the digests and seeds: the labels that annotations are measured by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.language import analyze
from index.policy import PolicyTables

# A third of the digests, kept out of sight until the rules stood (then read once).
HELD_OUT = frozenset(
    {
        *("address-2025-09-08", "ai-law-2025-11-17", "qaztech-moratorium-2025-12-10"),
        *("ai-council-2025-10-02", "government-session-2025-09-09", "aitu-transition-2025-09"),
        *("alatau-decree-2025-09-26", "rural-akims-2025-11-28", "zhambyl-visit-2025-12-25"),
    }
)
_KINDS = {
    "instruction": "new",
    "past_instruction": "recalled",
    "measure_start": "start",
    "rule": "requirement",
    "goal": "goal",
    "requirement": "requirement",
}


@dataclass(frozen=True)
class Order:
    """A labelled instruction; of a kind that is not ours it is only passed over."""

    paragraph: int
    start: int  # in the paragraph
    end: int
    kind: str
    agencies: frozenset[str]
    due: str
    text: str


@dataclass(frozen=True)
class Labels:
    """What readers found in one document; paragraphs count from 1."""

    document: str  # its id, or how it begins
    language: str
    held_out: bool
    orders: tuple[Order, ...]
    areas: Mapping[int, frozenset[str]]
    weak_areas: Mapping[int, frozenset[str]] = field(default_factory=dict)
    agencies: frozenset[str] = frozenset()
    instructed: frozenset[str] = frozenset()
    named: Mapping[int, frozenset[str]] = field(default_factory=dict)
    charged: Mapping[int, frozenset[str]] = field(default_factory=dict)
    quoted: Mapping[int, bool] = field(default_factory=dict)
    roles: Mapping[int, str] = field(default_factory=dict)
    languages: Mapping[int, str] = field(default_factory=dict)
    event: str = ""


def digest_labels(folder: Path, tables: PolicyTables) -> Iterator[Labels]:
    """The labels of ``labels.jsonl``, a document each."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Labels(
            document=row["file"].removesuffix(".txt"),
            language=row["language"],
            held_out=row["event"] in HELD_OUT,
            orders=tuple(_order(one, tables) for one in row["instructions"]),
            areas={number: frozenset(ids) for number, ids in enumerate(row["areas"], 1)},
            agencies=known(row["agencies"], tables),
            instructed=known(row["instructed"], tables),
            event=row["event"],
        )


def seed_labels(folder: Path, seeds: Path, tables: PolicyTables) -> Iterator[Labels]:
    """The labels of the seeds: speakers, agencies and areas of passages, and instructions."""
    passages = json.loads((folder / "seed_labels.json").read_text(encoding="utf-8"))
    orders = json.loads((folder / "seed_instructions.json").read_text(encoding="utf-8"))
    for name in sorted({row["doc"] for row in passages}):
        (path,) = seeds.glob(f"{name}_*")
        text = path.read_text(encoding="utf-8")
        rows = [row for row in passages if row["doc"] == name]
        yield Labels(
            document=path.stem,
            language=rows[0]["lang"],
            held_out=False,
            orders=tuple(
                _seed_order(order, text, rows[order["paragraph"]]["start"], tables)
                for order in orders
                if order["doc"] == name
            ),
            areas={row["n"] + 1: frozenset(row["areas"]) for row in rows},
            weak_areas={row["n"] + 1: frozenset(row["weak_areas"]) for row in rows},
            named={row["n"] + 1: frozenset(row["agencies"]) for row in rows},
            quoted={row["n"] + 1: row["role"] == "quote" for row in rows},
            languages={row["n"] + 1: row["lang"] for row in rows},
        )


def known(names: list[str], tables: PolicyTables) -> frozenset[str]:
    """Ids of labelled agencies; «NEW:Парламент» is what the tables find in its name."""
    ids: set[str] = set()
    for name in names:
        if name in tables.agencies:
            ids.add(name)
        elif name.startswith("NEW:"):
            text = name.removeprefix("NEW:")
            found = tables.finder.mentions(text, analyze(text, "ru"))
            ids.add(found[0].agency if found else name)
    return frozenset(ids)


def _order(row: Mapping[str, Any], tables: PolicyTables) -> Order:
    return Order(
        row["paragraph"],
        row["start"],
        row["end"],
        _KINDS.get(row["kind"], ""),
        known(row["agencies"], tables),
        row["due"] or "",
        row["text"],
    )


def _seed_order(row: Mapping[str, Any], text: str, begin: int, tables: PolicyTables) -> Order:
    start = text.find(row["quote"], begin) - begin
    return Order(
        row["paragraph"] + 1,
        start,
        start + len(row["quote"]),
        _KINDS.get(row["kind"], ""),
        known(row["responsible"], tables),
        row["deadline"] or "",
        row["quote"],
    )
