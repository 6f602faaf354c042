"""The description of the API (OpenAPI 3.1), collected from the views that answer it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import flask

from index.search.request import FACETS
from search_app import __version__
from search_app.contract.described import Described, described
from search_app.contract.parameters import Schema
from search_app.contract.parameters import described as parameter
from search_app.contract.shapes import schema
from search_app.formats.records import ErrorAnswer, FacetCount, YearCount

VERSION = "3.1.1"
_PLACE = re.compile(r"(\w+)/\{(\w+)\}")
# a name that stands in the place after each section
_NAMED = {
    "agencies": "government",
    "areas": "ai-education",
    "documents": "2025-08-11-ai-meeting-full-ru",
    "passages": "1",
}
_REASONS = {
    "400": "A parameter is malformed; the answer names it.",
    "404": "There is no such thing.",
    "503": "The index is not built yet.",
    "default": "Any other error.",
}


def document(app: flask.Flask, server: str) -> Schema:
    """The whole description; ``server`` is the address that all paths stand under."""
    known: dict[str, Schema] = {}
    paths = {
        path: {"get": _operation(path, said, view, known)}
        for path, (said, view) in sorted(described(app).items())
    }
    if "SearchAnswer" in known:
        known["SearchAnswer"]["properties"]["facets"] = _facets(known)
    return {
        "openapi": VERSION,
        "info": {
            "title": "Policy search",
            "version": __version__,
            "description": "What was said about artificial intelligence and digital policy.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": known},
    }


def _operation(
    path: str, said: Described, view: Callable[..., Any], known: dict[str, Schema]
) -> Schema:
    places = _PLACE.findall(path)
    return {
        "operationId": _name(path),
        "summary": (inspect.getdoc(view) or "").split("\n")[0],
        "parameters": [
            *(_place(section, name) for section, name in places),
            *(_with_example(parameter(name), said.examples) for name in said.takes),
        ],
        "responses": {
            "200": {"description": "The answer.", "content": {said.media: _content(said, known)}},
            **{
                status: _error(reason, known)
                for status, reason in _REASONS.items()
                if (status != "400" or said.takes) and (status != "404" or places)
            },
        },
    }


def _name(path: str) -> str:
    """A name that programs can use, such as api_v1_documents_id."""
    return re.sub(r"\W+", "_", path).strip("_")


def _place(section: str, name: str) -> Schema:
    text = {"type": "string", "minLength": 1, "pattern": "^[^/]+$"}
    known = {"example": _NAMED[section]} if section in _NAMED else {}
    return {"name": name, "in": "path", "required": True, "schema": text, **known}


def _with_example(parameter: Schema, examples: Any) -> Schema:
    name = parameter["name"]
    return parameter | ({"example": examples[name]} if name in examples else {})


def _content(said: Described, known: dict[str, Schema]) -> Schema:
    return {"schema": {"type": "string"} if said.shape is None else schema(said.shape, known)}


def _error(reason: str, known: dict[str, Schema]) -> Schema:
    content = {"application/json": {"schema": schema(ErrorAnswer, known)}}
    return {"description": reason, "content": content}


def _facets(known: dict[str, Schema]) -> Schema:
    """A list for each facet that a request can choose from, and the years."""
    lists = {name: schema(list[FacetCount], known) for name in FACETS}
    lists["date"] = schema(list[YearCount], known)
    return {
        "type": "object",
        "properties": lists,
        "required": list(lists),
        "additionalProperties": False,
    }
