"""Commands that print what the index and the language tables answer."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from functools import partial

from werkzeug.datastructures import MultiDict

from index import language
from index.policy import load_tables
from index.search.evaluation.engine import Filters, evaluate
from index.search.parsing.parser import parse
from index.search.request import EXCLUDED, FACETS, SearchRequest
from index.search.search import search
from search_app.commands.holdings import library_of
from search_app.config import Config
from search_app.echoing import noted, strangers
from search_app.formats import as_json, as_text
from search_app.progress import say
from search_app.words import label_in

_SINGLE = {
    "q": "query",
    "from": "since",
    "to": "until",
    "role": "role",
    "sort": "sort",
    "group": "group",
    "page": "page",
    "per_page": "per_page",
}
_NOBODY = {
    "unknown-agency": "{}: no passage names such an agency, and no table has it",
    "unknown-area": "{}: no passage speaks of such an area, and no table has it",
    "unknown-event": "{}: no document tells of such an event",
    "unknown-value": "{}: no passage has it",
}


def search_passages(arguments: argparse.Namespace) -> int:
    """Search as the site does."""
    tables = load_tables()
    tongue = Config.from_environment().language
    label = partial(label_in, tongue)
    wanted = _wanted(arguments)
    with library_of(arguments).answering() as ix:
        page = noted(ix, wanted, search(ix, wanted, label, tables.predecessors))
        said = _json(as_json.search_page(page, ix, tongue)) if arguments.json else ""
    print(said or as_text.search_page(page))
    return 0


def analyze(arguments: argparse.Namespace) -> int:
    """Print tokens, lemmas and offsets of a text."""
    if arguments.lang:
        tokens = language.analyze(arguments.text, arguments.lang)
    else:
        found = language.sentences(arguments.text, "")
        tokens = language.analyze_sentences(arguments.text, found)
    print(_json([token._asdict() for token in tokens]))
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Print passages with all their annotations, a JSON object a line, the newest first.

    What is asked for and nothing has is told on standard error.
    """
    wanted = replace(_wanted(arguments), sort="newest")
    with library_of(arguments).answering() as ix:
        for note in strangers(ix, wanted.filters, wanted.events):
            say(_NOBODY[note.code].format(note.words))
        matches = evaluate(
            ix, parse(wanted.text).query, Filters.of(ix, wanted), "newest", 0, ix.count
        )
        for ref, _ in matches.hits:
            row = as_json.passage_row(ix.header(ref), ix.stored(ref))
            print(json.dumps(row, ensure_ascii=False))
    return 0


def _wanted(arguments: argparse.Namespace) -> SearchRequest:
    """The request that options make: each is named as a parameter of an address."""
    asked = vars(arguments)
    args = MultiDict([(name, asked[option]) for name, option in _SINGLE.items() if option in asked])
    for name in (*FACETS, *EXCLUDED, "event"):
        args.setlist(name, asked[name])
    return SearchRequest.from_args(args)


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=2)
