"""The command ``correct``: what people decide about passages, from the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from index.correcting import correct, decided, withdraw
from index.indexing import Library
from index.overrides import FIELDS, CorrectionError


def options(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("what", choices=sorted(_WHAT))
    command.add_argument("document", nargs="?", metavar="DOCUMENT")
    command.add_argument("passage", nargs="?", metavar="PASSAGE", help="its number")
    command.add_argument("field", nargs="?", choices=FIELDS, metavar="FIELD")
    command.add_argument("value", nargs="?", metavar="VALUE", help="JSON, as the API writes it")
    command.add_argument("--author", default="", metavar="NAME", help="who decides")


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
    document, passage, field = _place(arguments)
    if arguments.value is None or not passage.isdigit():
        raise CorrectionError("correct set takes DOCUMENT, the PASSAGE's number, FIELD and VALUE")
    try:
        value = json.loads(arguments.value)
    except ValueError as wrong:
        raise CorrectionError(f"{field}: VALUE is no JSON ({wrong})") from wrong
    correct(library, document, int(passage), field, value, arguments.author)
    print(f"{document} {passage}: {field} corrected")
    return 0


def _withdraw(library: Library, arguments: argparse.Namespace) -> int:
    document, passage, field = _place(arguments)
    if withdraw(library, document, passage, field, arguments.author):
        print(f"{document} {passage}: {field} is as the rules say again")
        return 0
    print(f"{document} {passage}: no correction of {field}", file=sys.stderr)
    return 1


def _place(arguments: argparse.Namespace) -> tuple[str, str, str]:
    if not (arguments.document and arguments.passage and arguments.field):
        raise CorrectionError(f"correct {arguments.what} takes DOCUMENT, PASSAGE and FIELD")
    return arguments.document, arguments.passage, arguments.field


_WHAT: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list,
    "set": _set,
    "withdraw": _withdraw,
}
