"""JSON Schema (2020-12) of the shapes in ``records``, made from their types."""

from __future__ import annotations

import inspect
import types
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from search_app.contract.parameters import Schema

REF = "#/components/schemas/"

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},  # nothing that we count is below it
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    object: {},
}


def schema(shape: Any, known: dict[str, Schema]) -> Schema:
    """The schema of a type; records are put into ``known`` by name and referred to."""
    if shape in _PLAIN:
        return dict(_PLAIN[shape])
    if is_typeddict(shape):
        return _record(shape, known)
    return _MADE_OF_OTHERS[get_origin(shape)](get_args(shape), known)


def _record(record: Any, known: dict[str, Schema]) -> Schema:
    name: str = record.__name__
    if name not in known:
        known[name] = {}  # a record may hold itself
        fields = get_type_hints(record, include_extras=True)
        known[name] = {
            "type": "object",
            "description": inspect.getdoc(record),
            "properties": {field: schema(shape, known) for field, shape in fields.items()},
            "required": [field for field in fields if field in record.__required_keys__],
            "additionalProperties": False,
        }
    return {"$ref": REF + name}


def _annotated(parts: tuple[Any, ...], known: dict[str, Schema]) -> Schema:
    said = schema(parts[0], known)
    for note in parts[1:]:
        said |= {"description": note} if isinstance(note, str) else {"enum": list(note)}
    return said


def _list(parts: tuple[Any, ...], known: dict[str, Schema]) -> Schema:
    return {"type": "array", "items": schema(parts[0], known)}


def _mapping(parts: tuple[Any, ...], known: dict[str, Schema]) -> Schema:
    return {"type": "object", "additionalProperties": schema(parts[1], known)}


def _union(parts: tuple[Any, ...], known: dict[str, Schema]) -> Schema:
    return {"anyOf": [schema(part, known) for part in parts]}


_MADE_OF_OTHERS = {
    Annotated: _annotated,
    list: _list,
    dict: _mapping,
    Union: _union,
    types.UnionType: _union,
}
