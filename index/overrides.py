"""What people decided about a passage, put in place of what the rules said.

A correction holds as long as the words of its passage do: it is kept under their checksum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from index.documents.archiving.corrections import Correction, passage_key
from index.documents.document import AreaScore, Instruction, Mention, Passage, Speaker
from index.errors import SearchError
from index.language import analyze_sentences
from index.policy import PolicyTables, load_tables
from index.policy.duties.instructions import identity

Corrected = Mapping[str, Mapping[str, Any]]
"""Values of fields by the checksum of their passage."""

ROLES = ("instructed", "mentioned")
SPEAKERS = ("president", "indirect", "reporter")
KINDS = ("new", "recalled", "moved", "recurring", "goal", "requirement", "start")


class CorrectionError(SearchError):
    """A correction that cannot be taken; says what the field takes."""


def by_passage(corrections: Sequence[Correction]) -> dict[str, dict[str, Any]]:
    """The corrections of one document, ready to be put in place."""
    found: dict[str, dict[str, Any]] = {}
    for correction in corrections:
        found.setdefault(correction.passage, {})[correction.field] = correction.value
    return found


def corrected(passage: Passage, decided: Corrected) -> Passage:
    """The passage with what people decided about it."""
    fields = decided.get(passage_key(passage.text), {}) if decided else {}
    values = {name: _READERS[name](value, passage) for name, value in fields.items()}
    by_people = tuple(sorted(values))
    if not values:
        return passage
    if "instructions" in values and "agencies" not in values:
        values["agencies"] = _with_roles(passage.agencies, values["instructions"])
    return replace(passage, **values, corrected=by_people)


def _with_roles(
    mentions: Sequence[Mention], instructions: Sequence[Instruction]
) -> tuple[Mention, ...]:
    """The mentions, instructed where people say that their agency is charged, no others."""
    charged: set[Mention] = set()
    for order in instructions:
        for agency in order.agencies:
            named = [mention for mention in mentions if mention.agency == agency]
            inside = [mention for mention in named if order.start <= mention.start < order.end]
            charged.update(inside or named)
    return tuple(
        replace(mention, role="instructed" if mention in charged else "mentioned")
        for mention in mentions
    )


def check(field: str, value: Any, passage: Passage, tables: PolicyTables) -> None:
    """CorrectionError unless a field of the passage can have this value (JSON)."""
    if field not in _READERS:
        raise CorrectionError(f"{field}: takes one of {', '.join(_READERS)}")
    try:
        read = _READERS[field](value, passage)
    except KeyError as wrong:
        raise CorrectionError(f"{field}: takes {_TAKES[field]} (no {wrong.args[0]})") from wrong
    except (TypeError, ValueError, AttributeError) as wrong:
        raise CorrectionError(f"{field}: takes {_TAKES[field]} ({wrong})") from wrong
    for fault in _faults(field, read, passage, tables):
        raise CorrectionError(f"{field}: {fault}")


def _faults(field: str, read: Any, passage: Passage, tables: PolicyTables) -> list[str]:
    if field == "speaker":
        return _unknown([read.role], SPEAKERS)
    if field == "areas":
        return _unknown([each.area for each in read], tables.areas)
    if field == "agencies":
        named = [each.agency for each in read]
        roles = _unknown([each.role for each in read], ROLES)
        return _unknown(named, tables.agencies) + roles + _outside(read, passage)
    named = [name for each in read for name in (*each.agencies, *each.joint)]
    areas = [area for each in read for area in each.areas]
    kinds = _unknown([each.kind for each in read], KINDS)
    faults = _unknown(named, tables.agencies) + _unknown(areas, tables.areas) + kinds
    return faults + _outside(read, passage)


def _unknown(values: Sequence[str], known: Sequence[str] | Mapping[str, object]) -> list[str]:
    return [f"«{value}» is none of {', '.join(known)}" for value in values if value not in known]


def _outside(spans: Sequence[Mention] | Sequence[Instruction], passage: Passage) -> list[str]:
    length = len(passage.text)
    wrong = [each for each in spans if not 0 <= each.start <= each.end <= length]
    return [f"{each.start} to {each.end} is no stretch of {length} characters" for each in wrong]


def _agencies(value: Any, passage: Passage) -> tuple[Mention, ...]:
    return tuple(_mention(_entry(each), passage) for each in _list(value))


def _mention(said: dict[str, Any], passage: Passage) -> Mention:
    """One agency; where nobody says where it stands, it stands where the words name it."""
    agency = str(said["id"])
    placed = (_number(said, "start"), _number(said, "end")) if said.get("end") else None
    start, end = placed or _place(agency, passage)
    return Mention(agency, start, end, said.get("role", "mentioned"))


def _place(agency: str, passage: Passage) -> tuple[int, int]:
    """Where the rules saw an agency, else where one of its names stands; (0, 0) for nowhere."""
    seen = next((each for each in passage.agencies if each.agency == agency), None)
    if seen:
        return seen.start, seen.end
    tokens = analyze_sentences(passage.text, passage.sentences)
    return load_tables().finder.written(agency, passage.text, tokens) or (0, 0)


def _areas(value: Any, passage: Passage) -> tuple[AreaScore, ...]:
    seen = {each.area: each for each in passage.areas}
    given = [_entry(each) for each in _list(value)]
    return tuple(
        AreaScore(
            str(each["id"]),
            float(each.get("score", seen[each["id"]].score if each["id"] in seen else 1.0)),
            tuple(each.get("evidence", seen[each["id"]].evidence if each["id"] in seen else ())),
        )
        for each in given
    )


def _speaker(value: Any, passage: Passage) -> Speaker:  # noqa: ARG001 - as every reader
    said = value if isinstance(value, dict) else {"role": value}
    return Speaker(said["role"], said.get("name") or "")


def _instructions(value: Any, passage: Passage) -> tuple[Instruction, ...]:
    return tuple(_instruction(each, passage) for each in _list(value))


def _instruction(said: dict[str, Any], passage: Passage) -> Instruction:
    start, end = _stretch(said, passage)
    text, due = passage.text[start:end], _day(said, "due")
    return Instruction(
        id=str(said.get("id") or _name(passage, start, end)),
        text=text,
        start=start,
        end=end,
        kind=said.get("kind", "new"),
        agencies=tuple(_list(said.get("agencies", []))),
        joint=tuple(_list(said.get("joint", []))),
        deadline=said.get("deadline") or "",
        due=due,
        rule="corrected" if due else "",
        areas=tuple(_list(said.get("areas", [each.area for each in passage.areas]))),
        was=_day(said, "was"),
    )


def _stretch(said: dict[str, Any], passage: Passage) -> tuple[int, int]:
    """Where an instruction stands: as said, or where the passage has its text."""
    start = _number(said, "start") if "start" in said else passage.text.find(said["text"])
    if start < 0:
        raise ValueError(f"text: the passage does not say «{said.get('text', '')}»")
    return start, _number(said, "end") if "end" in said else start + len(said["text"])


def _name(passage: Passage, start: int, end: int) -> str:
    """The id of the instruction that the rules see there, as it is the same one corrected.

    Of several the one that shares most; where they see none, one of its own.
    """
    shared = {
        min(each.end, end) - max(each.start, start): each.id
        for each in reversed(passage.instructions)
    }
    most = max(shared, default=0)
    return shared[most] if most > 0 else identity(passage.document, passage.text[start:end])


def _number(said: dict[str, Any], key: str) -> int:
    """An offset; ValueError where it is none."""
    value = said[key]
    if type(value) is not int:
        raise ValueError(f"{key}: «{value}» is no whole number")
    return value


def _day(said: dict[str, Any], key: str) -> str:
    """A day as written, empty for none; ValueError where it is no day."""
    value = said.get(key)
    try:
        return dt.date.fromisoformat(value).isoformat() if value else ""
    except (TypeError, ValueError) as wrong:
        raise ValueError(f"{key}: «{value}» is no day such as 2026-07-01") from wrong


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _entry(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"id": value}


_READERS: dict[str, Callable[[Any, Passage], Any]] = {
    "agencies": _agencies,
    "areas": _areas,
    "speaker": _speaker,
    "instructions": _instructions,
}
_TAKES = {
    "agencies": 'a list of ids or of {"id", "role", "start", "end"}',
    "areas": "a list of ids",
    "speaker": f'{{"role", "name"}} with a role of {", ".join(SPEAKERS)}',
    "instructions": 'a list of {"text", "agencies", "joint", "deadline", "due", "was", "kind"}',
}
FIELDS = tuple(_READERS)
"""The fields of a passage that people may correct."""
