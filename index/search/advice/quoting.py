"""What stands in quotation marks in a query is meant word by word, and asks nothing else."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"[^"]*"|«[^»]*»|„[^“”"]*[“”"]|“[^”“"]*[”“"]')

_MARKS = frozenset('"«»„“”')


def unquoted(line: str) -> str:
    """A line of the same length with gaps for what stands in quotation marks."""
    return _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), line)


def has_quotes(line: str) -> bool:
    """Whether a line has any quotation mark: in one from ``unquoted``, one without its partner."""
    return not _MARKS.isdisjoint(line)
