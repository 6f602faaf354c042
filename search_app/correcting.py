"""The command ``correct``: what people decide about passages, from the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from index.correcting import correct, decided, withdraw
from index.indexing import Library
from index.overrides import FIELDS, CorrectionError
from search_app.subcommands import subcommand, subcommands


def options(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    names = subcommands(command)
    listed = subcommand(names, "list", "what people decided")
    listed.add_argument("document", nargs="?", metavar="DOCUMENT")
    for name, meaning in (("set", "put a value in place"), ("withdraw", "leave it to the rules")):
        one = subcommand(names, name, meaning)
        one.add_argument("document", metavar="DOCUMENT")
        one.add_argument("passage", metavar="PASSAGE", help="its number")
        one.add_argument("field", choices=FIELDS, metavar="FIELD", help=", ".join(FIELDS))
        if name == "set":
            one.add_argument("value", metavar="VALUE", help="JSON, as the API writes it")
        one.add_argument("--author", default="", metavar="NAME", help="who decides")


def run(library: Library, arguments: argparse.Namespace) -> int:
    """List, set or withdraw corrections."""
    return _WHAT[arguments.what](library, arguments)


def _list(library: Library, arguments: argparse.Namespace) -> int:
    for each in decided(library, arguments.document):
        kept = each.correction
        where = each.passage or f"{kept.passage} (no such words now)"
        value = json.dumps(kept.value, ensure_ascii=False)
        print(kept.document, where, kept.field, value, kept.author, f"{kept.at:%Y-%m-%d}", sep="\t")
    return 0


def _set(library: Library, arguments: argparse.Namespace) -> int:
    document, passage, field = arguments.document, arguments.passage, arguments.field
    if not passage.isdigit():
        raise CorrectionError(f"{passage}: PASSAGE is its number in the document, such as 2")
    try:
        value = json.loads(arguments.value)
    except ValueError as wrong:
        raise CorrectionError(f"{field}: VALUE is no JSON ({wrong})") from wrong
    correct(library, document, int(passage), field, value, arguments.author)
    print(f"{document} {passage}: {field} corrected")
    return 0


def _withdraw(library: Library, arguments: argparse.Namespace) -> int:
    document, passage, field = arguments.document, arguments.passage, arguments.field
    if withdraw(library, document, passage, field, arguments.author):
        print(f"{document} {passage}: {field} is as the rules say again")
        return 0
    print(f"{document} {passage}: no correction of {field}", file=sys.stderr)
    return 1


_WHAT: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list,
    "set": _set,
    "withdraw": _withdraw,
}
