"""Front matter: YAML between two ``---`` lines, then paragraphs.

Only the YAML tree is composed: nothing is constructed from it, so a date stays the partial text
that it is, «no» stays a word, and an alias is nothing more than an alias.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from index.documents.document import Document
from index.documents.fields import FieldError, read_fields
from index.documents.reading.paragraphs import paragraphs
from index.documents.reading.plain_text import lines_of, shortened
from index.errors import DocumentError

_OPENING = re.compile(r"\s*---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_LONGEST_KEY = 60  # characters of it that are told
_LARGEST = 64 * 1024  # characters of YAML


def read_front_matter(text: str, name: str, path: str) -> Document:
    """The document of a text with front matter; DocumentError names the line in the file."""
    opening = _OPENING.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if opening is None or closing is None:
        raise DocumentError(path, 1, "front matter is not closed by a line of ---")
    if closing.start() > _LARGEST:
        raise DocumentError(path, 1, f"front matter of over {_LARGEST} characters")
    first_line = 1 + text.count("\n", 0, opening.end())
    written = _Keys(path, first_line).read(text[opening.end() : closing.start()])
    fields = {"id": name, "title": "", **written}
    return Document(paragraphs=paragraphs(text[closing.end() :]), **fields)


class _Keys:
    """Reads the keys of one front matter, and knows the line of each."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line

    def read(self, header: str) -> dict[str, Any]:
        root = self._composed(header)
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            raise self._error(root, "front matter takes lines of «key: value»")
        fields: dict[str, Any] = {}
        lines: dict[str, yaml.Node] = {}
        for key, value in root.value:
            fields |= self._field(key, value, lines)
            lines[key.value] = key
        return fields

    def _field(
        self, key: yaml.Node, value: yaml.Node, seen: dict[str, yaml.Node]
    ) -> dict[str, Any]:
        if not isinstance(key, yaml.ScalarNode):
            raise self._error(key, "a key is one word")
        if key.value in seen:
            before = self.first_line + seen[key.value].start_mark.line
            raise self._error(key, f"{key.value}: given before on line {before}")
        if not isinstance(value, yaml.ScalarNode):
            raise self._error(value, f"{key.value}: takes one text, not a list or a mapping")
        empty = value.style is None and value.value in {"", "~", "null"}
        try:
            return read_fields({key.value: None if empty else value.value})
        except FieldError as error:
            raise self._error(key, str(error)) from error

    def _composed(self, header: str) -> yaml.Node | None:
        try:
            return yaml.compose(header, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = self.first_line + (mark.line if mark else 0)
            reason = f"YAML: {error.problem}{_mending(header, error)}"
            raise DocumentError(self.path, line, reason) from error
        except yaml.reader.ReaderError as error:
            line = self.first_line + header.count("\n", 0, error.position)
            raise DocumentError(self.path, line, f"YAML: {error.reason}") from error
        except RecursionError as error:
            raise DocumentError(self.path, self.first_line, "YAML: nested too deeply") from error

    def _error(self, node: yaml.Node, reason: str) -> DocumentError:
        return DocumentError(self.path, self.first_line + node.start_mark.line, reason)


def _mending(header: str, error: yaml.MarkedYAMLError) -> str:
    """What to do about a value with a colon in it (title: Asked: all of it); "" for other faults.

    The words of PyYAML's scanner tell it.
    """
    if error.problem != "mapping values are not allowed here" or not error.problem_mark:
        return ""
    line = "".join(lines_of(header)[error.problem_mark.line :][:1])
    key = shortened(line.partition(":")[0].strip(), _LONGEST_KEY)
    return f'; put the value in quotes: {key}: "…"'
