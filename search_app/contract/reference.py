"""The description of the API in words: what its documentation page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from search_app.contract.parameters import BLANK, DATE, Schema
from search_app.contract.shapes import REF


@dataclass(frozen=True)
class Field:
    """A parameter or a field: what it is called, what it holds and means."""

    name: str
    holds: str
    shape: str  # the record it refers to, or empty
    meaning: str


@dataclass(frozen=True)
class Operation:
    """An address with what it takes and answers; ``example`` is one that can be opened."""

    path: str
    summary: str
    parameters: tuple[Field, ...]
    example: str
    media: str
    shape: str


@dataclass(frozen=True)
class Shape:
    """A record of the answers."""

    name: str
    meaning: str
    fields: tuple[Field, ...]


def operations(description: Schema) -> list[Operation]:
    """Every address, in the order of the description."""
    return [_operation(path, said["get"]) for path, said in description["paths"].items()]


def shapes(description: Schema) -> list[Shape]:
    """Every record, by name."""
    known = description["components"]["schemas"]
    return [
        Shape(name, said["description"], tuple(_fields(said["properties"])))
        for name, said in sorted(known.items())
    ]


def _operation(path: str, said: Schema) -> Operation:
    ((media, content),) = said["responses"]["200"]["content"].items()
    return Operation(
        path,
        said["summary"],
        tuple(_parameter(each) for each in said["parameters"]),
        _example(path, said["parameters"]),
        media,
        _shape(content["schema"]),
    )


def _parameter(said: Schema) -> Field:
    place = "path" if said["in"] == "path" else ""
    return Field(said["name"], _holds(said["schema"]), "", said.get("description", place))


def _fields(properties: dict[str, Schema]) -> Iterator[Field]:
    for name, said in properties.items():
        yield Field(name, _holds(said), _shape(said), said.get("description", ""))


def _example(path: str, parameters: list[Schema]) -> str:
    query = {}
    for each in parameters:
        if "example" not in each:
            continue
        if each["in"] == "path":
            path = path.replace(f"{{{each['name']}}}", each["example"])
        else:
            query[each["name"]] = each["example"]
    return path + (f"?{urlencode(query)}" if query else "") if "{" not in path else ""


def _shape(said: Any) -> str:
    """The first record that a schema refers to."""
    if not isinstance(said, dict):
        return ""
    if "$ref" in said:
        return str(said["$ref"]).removeprefix(REF)
    inner = [said.get("items"), *said.get("anyOf", ())]
    return next(filter(None, map(_shape, inner)), "")


def _holds(said: Schema) -> str:
    """What a schema takes, in a word or two."""
    if "$ref" in said:
        return _shape(said)
    if "anyOf" in said:
        kinds = [_holds(each) for each in said["anyOf"] if each != BLANK]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in said:
        return " | ".join(filter(None, said["enum"]))
    if said.get("type") == "array":
        return f"list of {_holds(said['items'])}"
    if said.get("pattern") == DATE:
        return "date"
    most = said.get("maximum")
    return str(said.get("type", "object")) + (f" 1 to {most}" if most else "")
