"""What each command does; answers on standard output, complaints on standard error."""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from werkzeug.datastructures import MultiDict

from index import language, meaning
from index.documents.archiving.database import ArchiveError
from index.errors import IndexBusy, SearchError
from index.indexing import Library
from index.policy import load_tables
from index.search.evaluation.engine import Filters, evaluate
from index.search.parsing.parser import parse
from index.search.request import EXCLUDED, FACETS, SearchRequest
from index.search.search import search
from index.soundness import ArchiveLost, FolderUnwritable
from search_app import correcting
from search_app.complaints import Complaints, warn
from search_app.config import Config
from search_app.formats import as_json, as_text
from search_app.progress import bar, say
from search_app.staff import backups
from search_app.staff import commands as accounts
from search_app.staff.adding import importing
from search_app.staff.database import StaffUnavailable, Store
from search_app.staff.identity.keys import secret_key
from search_app.words import label_in

BENCHES = ("index", "language", "policy", "search", "serve")
CHECKOUT = Path(__file__).resolve().parent.parent


def run(arguments: argparse.Namespace) -> int:
    """Run the command that the arguments name."""
    meaning.choose(on=Config.from_environment().semantic)
    return _COMMANDS[arguments.command](arguments)


def serve(arguments: argparse.Namespace) -> int:
    """Bring the index up to date, then serve the site until told to stop."""
    from search_app.serving import check_free  # noqa: PLC0415 - gunicorn is slow to load
    from search_app.serving import serve as serve_site  # noqa: PLC0415

    check_free(arguments.host, arguments.port)
    config = replace(Config.from_environment(), data=arguments.data, seeds=arguments.seeds)
    library = _library(arguments)
    try:
        _prepare(library, arguments.seeds)
    except ArchiveLost:  # the staff room would begin another in its place
        raise
    except (IndexBusy, ArchiveError, OSError) as hindrance:
        library.as_committed(hindrance)
    except FolderUnwritable as hindrance:
        if arguments.seeds is not None:
            raise FolderUnwritable(f"{hindrance}; `serve --no-seeds` shows what is there") from None
        library.as_committed(hindrance)
    _open_staff_room(config)
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    print(f"http://{host}:{arguments.port}", flush=True)
    serve_site(config, arguments.host, arguments.port, arguments.workers)
    return 0


def _open_staff_room(config: Config) -> None:
    """Bring the staff's tables up to date; the public site does without them."""
    try:
        secret_key(config.secret_key)
        Store(config.archive).make()
    except StaffUnavailable as fault:
        print(f"{fault}; the public site is served without its staff room", file=sys.stderr)


def _library(arguments: argparse.Namespace) -> Library:
    where = replace(Config.from_environment(), data=arguments.data).archive
    return Library(arguments.data, bar, where, say)


def _prepare(library: Library, seeds: Path | None) -> None:
    if library.exists and (fault := library.fault(thorough=True)):
        print(f"The index is built anew: {fault}", file=sys.stderr)
        library.rebuild()
    if seeds is None:
        library.catch_up()
    elif seeds.is_dir():
        library.add([seeds], Complaints(), warn=warn)
    else:
        raise SearchError(f"--seeds {seeds}: no such directory")


def add(arguments: argparse.Namespace) -> int:
    """Add documents; bad ones are named and the status says so."""
    complaints = Complaints()
    outcome = _library(arguments).add(
        arguments.paths, complaints, warn=warn, remove_missing=arguments.remove_missing
    )
    print(
        f"{outcome.added} added, {outcome.changed} changed, {outcome.unchanged} unchanged, "
        f"{outcome.removed} removed, {complaints.count} not read"
    )
    if outcome.left_out:
        say(
            f"{as_text.counted(outcome.left_out, 'document')} left out, as `remove` took them "
            "away: name their file itself to bring them back"
        )
    return 1 if complaints.count else 0


def remove(arguments: argparse.Namespace) -> int:
    """Remove documents; ids that are not there are named and the status says so."""
    removed = _library(arguments).remove(arguments.ids)
    unknown = [name for name in arguments.ids if name not in removed]
    for name in unknown:
        print(f"{name}: no such document", file=sys.stderr)
    print(f"{len(removed)} removed")
    return 1 if unknown else 0


def rebuild(arguments: argparse.Namespace) -> int:
    """Build the index anew from the archive."""
    count = _library(arguments).rebuild(trusted=arguments.trust_archive)
    print(f"{as_text.counted(count, 'document')} indexed")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say what is wrong with the archive and the index, and what to do."""
    troubles = _library(arguments).troubles()
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if not troubles:
        print("archive and index are whole and agree")
    return 1 if troubles else 0


def search_passages(arguments: argparse.Namespace) -> int:
    """Search as the site does."""
    tables = load_tables()
    label = partial(label_in, Config.from_environment().language)
    with _library(arguments).answering() as ix:
        page = search(ix, _wanted(arguments), label, tables.predecessors)
    print(_json(as_json.search_page(page)) if arguments.json else as_text.search_page(page))
    return 0


def _wanted(arguments: argparse.Namespace) -> SearchRequest:
    """The request that options make: each is named as a parameter of an address."""
    asked = vars(arguments)
    args = MultiDict([(name, asked[option]) for name, option in _SINGLE.items() if option in asked])
    for name in (*FACETS, *EXCLUDED, "event"):
        args.setlist(name, asked[name])
    return SearchRequest.from_args(args)


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
    """Print passages with all their annotations, a JSON object a line, the newest first."""
    wanted = replace(_wanted(arguments), sort="newest")
    with _library(arguments).answering() as ix:
        matches = evaluate(ix, parse(wanted.text).query, Filters.of(wanted), "newest", 0, ix.count)
        for ref, _ in matches.hits:
            row = as_json.passage_row(ix.header(ref), ix.stored(ref))
            print(json.dumps(row, ensure_ascii=False))
    return 0


def correct(arguments: argparse.Namespace) -> int:
    """List, set or withdraw what people decide about passages."""
    return correcting.run(_library(arguments), arguments)


def user(arguments: argparse.Namespace) -> int:
    """Add, list, disable or change accounts."""
    config = replace(Config.from_environment(), data=arguments.data)
    return accounts.run(config, arguments)


def imports(arguments: argparse.Namespace) -> int:
    """Do what is waiting of the batches that staff uploaded."""
    importing.run(replace(Config.from_environment(), data=arguments.data))
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Save all that the database holds, while the site runs."""
    config = replace(Config.from_environment(), data=arguments.data)
    _library(arguments).need_archive()
    print(_saved(backups.save(config.archive, arguments.file), arguments.file))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in place of what is there."""
    config = replace(Config.from_environment(), data=arguments.data)
    print(_saved(backups.restore(config.data, config.archive, arguments.file, bar), config.data))
    return 0


def _saved(counts: Mapping[str, int], where: Path) -> str:
    held = ", ".join(f"{count} {table}" for table, count in counts.items() if count)
    return f"{where}: {held or 'nothing'}"


def alerts(arguments: argparse.Namespace) -> int:
    """Tell readers what is new of their bookmarks."""
    from search_app.staff.alerts import telling  # noqa: PLC0415 - brings the whole site along

    return telling.run(replace(Config.from_environment(), data=arguments.data))


def stats(arguments: argparse.Namespace) -> int:
    """Print what the archive and the index hold."""
    for name, count in _library(arguments).counts().items():
        print(f"{name:12}{count:>12,}".replace(",", " "))
    return 0


def test(arguments: argparse.Namespace) -> int:
    """Run pytest over the tests of a checkout."""
    if not (CHECKOUT / "tests").is_dir():
        raise SearchError("the tests are not installed with the package: run this in a checkout")
    command = [sys.executable, "-m", "pytest", *arguments.arguments]
    return subprocess.call(command, cwd=CHECKOUT)  # noqa: S603 - our own interpreter


def bench(arguments: argparse.Namespace) -> int:
    """Run one of the measurements."""
    measured: Any = importlib.import_module(f"search_app.bench.{arguments.what}")
    status: int = measured.main(arguments.arguments)
    return status


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=2)


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

_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": serve,
    "add": add,
    "remove": remove,
    "rebuild": rebuild,
    "check": check,
    "search": search_passages,
    "analyze": analyze,
    "export": export,
    "correct": correct,
    "user": user,
    "alerts": alerts,
    "imports": imports,
    "backup": backup,
    "restore": restore,
    "stats": stats,
    "test": test,
    "bench": bench,
}
