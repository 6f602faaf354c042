"""What an address for machines answers, said beside its view; ``openapi`` collects it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import flask

from search_app.sharing import WHOLE

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "described_answer"


@dataclass(frozen=True)
class Described:
    """What a view takes and answers."""

    shape: Any  # a record of ``records``, or None for what is not JSON
    media: str
    takes: tuple[str, ...]
    examples: Mapping[str, str] = field(default_factory=dict)


def answers(
    shape: Any = None,
    media: str = "application/json",
    takes: Sequence[str] = (),
    **examples: str,
) -> Callable[[View], View]:
    """Say that a view answers this shape and takes these parameters of ``parameters``.

    ``examples`` are values of its parameters.
    """

    def mark(view: View) -> View:
        setattr(view, _MARK, Described(shape, media, tuple(takes), examples))
        return view

    return mark


def described(app: flask.Flask) -> dict[str, tuple[Described, Callable[..., Any]]]:
    """Every described address of the site as OpenAPI writes it, with what its view says."""
    found = {}
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if mark := getattr(view, _MARK, None):
            found[_path(rule.rule)] = (mark, view)
    return found


def undescribed(app: flask.Flask) -> list[str]:
    """Addresses for programs of which nothing is said."""
    return [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(WHOLE) and not hasattr(app.view_functions[rule.endpoint], _MARK)
    ]


def _path(rule: str) -> str:
    return rule.replace("<", "{").replace(">", "}")
