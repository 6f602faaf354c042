"""What an editor decides of a passage in a form, and how it differs from what the rules say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from index import overrides, policy
from index.documents.archiving.corrections import passage_key
from index.documents.document import Instruction, Passage

Fields = dict[str, Any]
MORE = 2
"""Empty rows for what the rules did not find."""
_MOST_ROWS = 60


def decided(rules: Passage, sent: MultiDict[str, str]) -> Fields:
    """The fields in which a form differs from what the rules say, as corrections keep them.

    CorrectionError says what is wrong with one of them.
    """
    wanted = {
        "speaker": _speaker(sent),
        "areas": sent.getlist("area"),
        "agencies": _agencies(rules, sent),
        "instructions": _instructions(rules, sent),
    }
    there = as_said(rules)
    found = {field: value for field, value in wanted.items() if value != there[field]}
    if set(wanted["areas"]) == set(there["areas"]):
        found.pop("areas", None)
    tables = policy.load_tables()
    for field, value in found.items():
        overrides.check(field, value, rules, tables)
    return found


def as_said(passage: Passage) -> Fields:
    """What a passage says, in the form of corrections."""
    return {
        "speaker": {"role": passage.speaker.role, "name": passage.speaker.name},
        "areas": [each.area for each in passage.areas],
        "agencies": [
            {"id": each.agency, "role": each.role, "start": each.start, "end": each.end}
            for each in passage.agencies
        ],
        "instructions": [_told(each) for each in passage.instructions],
    }


def roles(passage: Passage) -> dict[str, str]:
    """The agencies of a passage with the weightier of their roles."""
    found: dict[str, str] = {}
    for each in passage.agencies:
        if found.get(each.agency) != "instructed":
            found[each.agency] = each.role
    return found


def put(all_decided: Mapping[str, Fields], text: str, fields: Fields) -> dict[str, Fields]:
    """The corrections of a document with those of one passage in place of what there was."""
    key = passage_key(text)
    rest = {name: value for name, value in all_decided.items() if name != key}
    return rest | ({key: fields} if fields else {})


def _speaker(sent: MultiDict[str, str]) -> Fields:
    return {"role": sent.get("speaker", ""), "name": sent.get("speaker_name", "").strip()[:200]}


def _agencies(rules: Passage, sent: MultiDict[str, str]) -> list[Fields]:
    """Every mention of an agency that stays, in its place; one that is new stands nowhere."""
    rows = zip(sent.getlist("agency"), sent.getlist("role"), strict=False)
    chosen = {name: role for name, role in rows if name}
    before = roles(rules)
    found: list[Fields] = []
    for mention in rules.agencies:
        if mention.agency in chosen:
            kept = chosen[mention.agency] == before[mention.agency]
            role = mention.role if kept else chosen[mention.agency]
            found.append(
                {"id": mention.agency, "role": role, "start": mention.start, "end": mention.end}
            )
    found += [{"id": name, "role": role} for name, role in chosen.items() if name not in before]
    return found


def _instructions(rules: Passage, sent: MultiDict[str, str]) -> list[Fields]:
    found = []
    for number in range(_MOST_ROWS):
        text = sent.get(f"duty-{number}-text")
        if text is None:
            break
        if text.strip():
            found.append(_duty(rules, sent, number, " ".join(text.split())))
    return found


def _duty(rules: Passage, sent: MultiDict[str, str], number: int, text: str) -> Fields:
    """An instruction; one that the rules saw keeps what the form does not ask for."""
    seen = next((each for each in rules.instructions if _line(each.text) == text), None)
    asked: Fields = {
        "text": seen.text if seen else _written(rules.text, text),
        "kind": sent.get(f"duty-{number}-kind", "new"),
        "agencies": sent.getlist(f"duty-{number}-agency"),
        "deadline": sent.get(f"duty-{number}-deadline", "").strip(),
        "due": sent.get(f"duty-{number}-due", "").strip(),
    }
    if seen is None:
        return asked | {"joint": []}
    if set(asked["agencies"]) == set(seen.agencies):
        asked["agencies"] = list(seen.agencies)
    return _told(seen) | asked


def _told(duty: Instruction) -> Fields:
    return {
        "id": duty.id,
        "text": duty.text,
        "start": duty.start,
        "end": duty.end,
        "kind": duty.kind,
        "agencies": list(duty.agencies),
        "joint": list(duty.joint),
        "deadline": duty.deadline,
        "due": duty.due,
        "areas": list(duty.areas),
        "was": duty.was,
    }


def _written(text: str, wanted: str) -> str:
    """The words as they stand in the passage, whatever its line ends are."""
    place = text.replace("\n", " ").find(wanted)
    return text[place : place + len(wanted)] if place >= 0 else wanted


def _line(text: str) -> str:
    return " ".join(text.split())
