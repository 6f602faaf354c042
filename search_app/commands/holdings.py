"""Commands that change or check what the archive and the index hold."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from index.indexing import Library
from search_app.complaints import Complaints, warn
from search_app.config import Config
from search_app.formats import as_text
from search_app.progress import bar, say


def library_of(arguments: argparse.Namespace) -> Library:
    """The archive and the index that the options name."""
    where = replace(Config.from_environment(), data=arguments.data).archive
    return Library(arguments.data, bar, where, say)


def add(arguments: argparse.Namespace) -> int:
    """Add documents; bad ones are named and the status says so."""
    complaints = Complaints()
    outcome = library_of(arguments).add(
        arguments.paths, complaints, warn=warn, remove_missing=arguments.remove_missing
    )
    complaints.finish()
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
    removed = library_of(arguments).remove(arguments.ids)
    unknown = [name for name in arguments.ids if name not in removed]
    for name in unknown:
        print(f"{name}: no such document", file=sys.stderr)
    print(f"{len(removed)} removed")
    return 1 if unknown else 0


def rebuild(arguments: argparse.Namespace) -> int:
    """Build the index anew from the archive."""
    count = library_of(arguments).rebuild(trusted=arguments.trust_archive)
    print(f"{as_text.counted(count, 'document')} indexed")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say what is wrong with the archive and the index, and what to do."""
    troubles = library_of(arguments).troubles()
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if not troubles:
        print("archive and index are whole and agree")
    return 1 if troubles else 0


def stats(arguments: argparse.Namespace) -> int:
    """Print what the archive and the index hold."""
    for name, count in library_of(arguments).counts().items():
        print(f"{name:12}{count:>12,}".replace(",", " "))
    return 0
