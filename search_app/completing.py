"""Completions of the index, made outside of requests: at the start, then beside them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

import flask

from index.search.advice.completion import Completion, Completions, of_index
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import Index
from search_app.config import LANGUAGES
from search_app.current import policy_tables
from search_app.words import label_in

_KEY = "policy_search.completions"


class Completer:
    """The completions of one index in every language of the site.

    A new commit's are made in a thread; until they are there, those of the one before answer.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: Index | None = None
        self._made: Mapping[str, Completions] = {}
        self._making: Index | None = None

    def completions(self, ix: Index, language: str) -> Completions:
        """Those of an index, or for a while of the one before; the first are waited for."""
        if self._of is None:
            self.make(ix)
        made = self._made
        if self._of is not ix:
            self.make_beside(ix)
        return made[language]

    def make(self, ix: Index) -> None:
        """Make those of an index now."""
        found = of_index(ix)
        made = {each: Completions([*_named(ix, each), *found]) for each in LANGUAGES}
        self._made, self._of = made, ix

    def make_beside(self, ix: Index) -> None:
        """Begin to make those of an index, and wait for nothing."""
        with self._lock:
            if self._making is not None:
                return
            self._making = ix
        threading.Thread(target=self._make_in_thread, args=(ix,), daemon=True).start()

    def _make_in_thread(self, ix: Index) -> None:
        try:
            self.make(ix)
        finally:
            self._making = None


def install(app: flask.Flask) -> None:
    """Give the application its completer."""
    app.extensions[_KEY] = Completer()


def completer() -> Completer:
    """The completer of the application that answers."""
    known: Completer = flask.current_app.extensions[_KEY]
    return known


def _named(ix: Index, language: str) -> Iterator[Completion]:
    """The agencies and areas that the index speaks of, the most named first."""

    def label(facet: str, value: str) -> str:
        return label_in(language, facet, value)

    facets = search(ix, SearchRequest(per_page=1), label).facets
    for each in facets["agency"]:
        yield Completion("agency", each.label, each.value, _other_names(each.value))
    for each in facets["area"]:
        yield Completion("area", each.label, each.value)


def _other_names(agency: str) -> tuple[str, ...]:
    """What else an agency is called in any language, its abbreviations too."""
    known = policy_tables().agencies.get(agency)
    return tuple(dict.fromkeys(alias.text for alias in known.aliases)) if known else ()
