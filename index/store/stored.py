"""Passages and documents as JSON lines, and back: what a hit needs to be shown."""

from __future__ import annotations

import json
from dataclasses import fields
from json.encoder import encode_basestring
from typing import Any

from index.documents.dates import PartialDate
from index.documents.document import (
    AreaScore,
    Document,
    Instruction,
    Mention,
    Passage,
    Sentence,
    Speaker,
)

_DOCUMENT_FIELDS = [field.name for field in fields(Document) if field.name != "paragraphs"]
_DATES = ("date", "published")
_REPORTER: Speaker = Passage.speaker
_ANNOTATIONS = ("agencies", "areas", "instructions", "corrected", "seen", "came")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=vars)


def passage_to_json(passage: Passage) -> str:
    """Everything a passage says; annotations that it has not are left out.

    What every passage has is put together here: the encoder takes three times as long.
    """
    quoted = encode_basestring
    sentences = ",".join(
        [
            f'{{"start":{each.start},"end":{each.end},"language":"{each.language}"}}'
            for each in passage.sentences
        ]
    )
    plain = (
        f'{{"document":{quoted(passage.document)},"ordinal":{passage.ordinal}'
        f',"paragraph":{passage.paragraph},"text":{quoted(passage.text)}'
        f',"start":{passage.start},"end":{passage.end},"language":{quoted(passage.language)}'
        f',"sentences":[{sentences}]'
    )
    said = {name: value for name in _ANNOTATIONS if (value := getattr(passage, name))}
    speaker = passage.speaker
    if speaker is not _REPORTER and speaker != _REPORTER:  # mostly the very same
        said["speaker"] = speaker
    return f"{plain},{_ENCODER.encode(said)[1:]}" if said else plain + "}"


def passage_from_json(line: str | bytes) -> Passage:
    """The passage that ``passage_to_json`` wrote."""
    said: dict[str, Any] = {"text": "", "start": 0, "end": 0} | json.loads(line)
    return Passage(
        **said
        | {
            "sentences": tuple(Sentence(**each) for each in said.get("sentences", ())),
            "speaker": Speaker(**_with_tuples(said.get("speaker", {}))),
            "agencies": tuple(Mention(**_with_tuples(each)) for each in said.get("agencies", ())),
            "areas": tuple(AreaScore(**_with_tuples(each)) for each in said.get("areas", ())),
            "corrected": tuple(said.get("corrected", ())),
            "instructions": tuple(
                Instruction(**_with_tuples(each)) for each in said.get("instructions", ())
            ),
        }
    )


def document_to_json(document: Document) -> str:
    """What a document says of itself, without its paragraphs."""
    said = {name: getattr(document, name) for name in _DOCUMENT_FIELDS}
    dates = {name: str(said[name]) for name in _DATES if said[name]}
    return _ENCODER.encode({name: value for name, value in (said | dates).items() if value})


def document_from_json(line: str | bytes) -> Document:
    """The document that ``document_to_json`` wrote; it has no paragraphs."""
    said: dict[str, Any] = {"title": "", "kind": ""} | json.loads(line)
    dates = {name: PartialDate.parse(said[name]) for name in _DATES if name in said}
    return Document(**said | dates, paragraphs=())


def _with_tuples(said: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(it) if isinstance(it, list) else it for name, it in said.items()}
