"""What each command does; answers on standard output, complaints on standard error."""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm
from werkzeug.datastructures import MultiDict

from index import language
from index.documents.document import Sentence
from index.errors import DocumentError, IndexBusy
from index.indexing import Item, Library, Outcome
from index.search.request import FACETS, SearchRequest
from index.search.search import search
from search_app import as_json
from search_app.config import Config

BENCHES = ("index", "language", "policy", "search", "serve")
CHECKOUT = Path(__file__).resolve().parent.parent


def run(arguments: argparse.Namespace) -> int:
    """Run the command that the arguments name."""
    return _COMMANDS[arguments.command](arguments)


def serve(arguments: argparse.Namespace) -> int:
    """Bring the index up to date, then serve the site until told to stop."""
    from search_app.serving import serve as serve_site  # noqa: PLC0415 - gunicorn is slow to load

    library = Library(arguments.data, progress=_bar)
    try:
        _report_start(library, arguments.seeds)
    except IndexBusy as busy:
        print(f"{busy}; serving what was committed before", file=sys.stderr)
    config = replace(Config.from_environment(), data=arguments.data, seeds=arguments.seeds)
    print(f"http://{_shown(arguments.host)}:{arguments.port}/", flush=True)
    serve_site(config, arguments.host, arguments.port, arguments.workers)
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add documents; bad ones are named and the status says so."""
    complaints = Complaints()
    library = Library(arguments.data, progress=_bar)
    outcome = library.add(
        arguments.paths, complaints, remove_missing=arguments.remove_missing
    )
    print(_told(outcome))
    return 1 if complaints.count else 0


def remove(arguments: argparse.Namespace) -> int:
    """Remove documents; ids that are not there are named and the status says so."""
    unknown = Library(arguments.data, progress=_bar).remove(arguments.ids)
    for document in unknown:
        print(f"{document}: no such document", file=sys.stderr)
    print(f"{len(set(arguments.ids)) - len(unknown)} removed")
    return 1 if unknown else 0


def rebuild(arguments: argparse.Namespace) -> int:
    """Build the index anew from the archive."""
    print(f"{Library(arguments.data, progress=_bar).rebuild()} documents indexed")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say what is wrong with the archive and the index, and what to do."""
    troubles = Library(arguments.data).troubles()
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if not troubles:
        print("archive and index are whole and agree")
    return 1 if troubles else 0


def search_passages(arguments: argparse.Namespace) -> int:
    """Search as the site does."""
    given = vars(arguments)
    said = {"q": arguments.query, "from": arguments.since, "to": arguments.until}
    args = MultiDict((said | {name: given[name] for name in _ASKED}).items())
    for facet in FACETS:
        args.setlist(facet, given[facet])
    tables = load_tables()
    with Library(arguments.data, progress=_bar).index() as ix:
        page = search(ix, SearchRequest.from_args(args), tables.label)
    print(_json(as_json.search_page(page)) if arguments.json else as_text.search_page(page))
    return 0


def analyze(arguments: argparse.Namespace) -> int:
    """Print tokens, lemmas and offsets of a text."""
    tokens = (
        language.analyze(arguments.text, arguments.lang)
        if arguments.lang
        else language.analyze_sentences(arguments.text, language.sentences(arguments.text, ""))
    )
    print(_json([token._asdict() for token in tokens]))
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Print every passage with all its annotations, a JSON object a line."""
    with Library(arguments.data, progress=_bar).index() as ix:
        for listed in ix.documents():
            document, passages = _whole(ix, listed.id)
            for passage in passages:
                print(json.dumps(as_json.passage_row(document, passage), ensure_ascii=False))
    return 0
