"""The command line: what each command takes, and how errors reach a person."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import SearchError, in_one_line
from index.overrides import SPEAKERS
from index.search.request import EXCLUDED, GROUPS, ROLES, SORTS
from search_app import __version__, commands, correcting
from search_app.commands import proving
from search_app.config import default_seeds
from search_app.staff import commands as accounts
from search_app.subcommands import add_data

if TYPE_CHECKING:
    Names = argparse._SubParsersAction[argparse.ArgumentParser]

_CLOSED = {"speaker": SPEAKERS}
"""Facets whose values are known before any document is."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 an error of ours in one line, 2 usage."""
    given = _with_default_command(sys.argv[1:] if argv is None else argv)
    arguments = parser().parse_args(_with_plain_texts(given))
    try:
        return commands.run(arguments)
    except SearchError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # A pager or head that has seen enough is no error; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a full disk, a folder that may not be read
        where = "" if error.filename else f"{vars(arguments).get('data', '')}: "
        print(f"{where}{in_one_line(error)}; run again when that is mended", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _with_default_command(arguments: Sequence[str]) -> list[str]:
    """Without a command, the site is served."""
    leading = arguments[0] if arguments else ""
    if leading == "test":  # every option after it is pytest's
        return ["test", "--", *arguments[1:]]
    if leading in {"-h", "--help", "--version"} or (leading and not leading.startswith("-")):
        return list(arguments)
    return ["serve", *arguments]


def _with_plain_texts(arguments: list[str]) -> list[str]:
    """A query such as «-стартап» is no option: a space before it tells argparse so."""
    if arguments[0] not in {"search", "export", "analyze"}:
        return arguments
    return [
        f" {each}" if each.startswith("-") and not each.startswith("--") and each != "-h" else each
        for each in arguments
    ]


def _text(written: str) -> str:
    return written.removeprefix(" ") if written.startswith(" -") else written


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="policy-search", description=__doc__)
    top.add_argument("--version", action="version", version=__version__)
    names = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _serve,
        _add,
        _remove,
        _rebuild,
        _check,
        _search,
        _analyze,
        _export,
        _correct,
        _user,
        _alerts,
        _imports,
        _backup,
        _restore,
        _stats,
        _test,
        _bench,
    ):
        add(names)
    return top


def _command(names: Names, name: str, meaning: str) -> argparse.ArgumentParser:
    command = names.add_parser(name, help=meaning, description=meaning)
    add_data(command)
    return command


def _serve(names: Names) -> None:
    command = _command(names, "serve", "take in what is new in seeds/, then serve the site")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=_port, default=8000)
    command.add_argument("--workers", type=_positive, default=2, help="processes (default: 2)")
    seeds = command.add_mutually_exclusive_group()
    seeds.add_argument("--seeds", type=Path, default=default_seeds(), metavar="DIR")
    seeds.add_argument("--no-seeds", action="store_const", dest="seeds", const=None)


def _add(names: Names) -> None:
    command = _command(names, "add", "add or update documents from files and folders")
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    command.add_argument(
        "--remove-missing",
        action="store_true",
        help="remove documents added from these paths before that are no longer there",
    )


def _remove(names: Names) -> None:
    command = _command(names, "remove", "remove documents from the archive and the index")
    command.add_argument("ids", nargs="+", metavar="ID")


def _rebuild(names: Names) -> None:
    command = _command(names, "rebuild", "build the index anew from the archive, beside the old")
    command.add_argument(
        "--trust-archive", action="store_true", help="even if the index knows more than the archive"
    )


def _check(names: Names) -> None:
    _command(names, "check", "look for damaged files and for an index that is behind")


def _search(names: Names) -> None:
    command = _command(names, "search", "search as the site does")
    command.add_argument("query", type=_text, metavar="QUERY")
    _filters(command)
    command.add_argument("--group", choices=GROUPS[1:], default="")
    command.add_argument("--sort", choices=SORTS, default="relevance")
    command.add_argument("--page", default="1")
    command.add_argument("--per-page", default="20")
    command.add_argument("--json", action="store_true", help="the JSON of /api/v1/search")


def _filters(command: argparse.ArgumentParser) -> None:
    for name in ("area", "agency", "lang", "source", "kind", "speaker", "event", *EXCLUDED):
        option, facet = f"--{name.replace('_', '-')}", name.removeprefix("not_")
        closed = _CLOSED.get(facet)
        shown = None if closed else "VALUE"
        command.add_argument(option, action="append", default=[], choices=closed, metavar=shown)
    command.add_argument("--instruction", action="store_const", default=[], const=["1"])
    command.add_argument("--role", choices=ROLES[1:], default="")
    command.add_argument("--from", dest="since", default="", metavar="DATE")
    command.add_argument("--to", dest="until", default="", metavar="DATE")


def _analyze(names: Names) -> None:
    command = _command(names, "analyze", "tokens, lemmas and offsets of a text, as JSON")
    command.add_argument("text", type=_text, metavar="TEXT")
    command.add_argument("--lang", choices=("ru", "kk", "bg", "en"), default="")


def _export(names: Names) -> None:
    command = _command(names, "export", "passages with all their annotations")
    command.add_argument("query", type=_text, nargs="?", default="", metavar="QUERY")
    _filters(command)
    command.add_argument(
        "--json-lines", action="store_true", help="a JSON object a line (the default)"
    )


def _correct(names: Names) -> None:
    command = _command(names, "correct", "what people decide about a passage; it wins over rules")
    correcting.options(command)


def _user(names: Names) -> None:
    command = _command(names, "user", "accounts of the staff room")
    accounts.options(command)


def _imports(names: Names) -> None:
    _command(names, "imports", "do what is waiting of the staff's uploads; `serve` does so itself")


def _backup(names: Names) -> None:
    command = _command(names, "backup", "save documents, their history and the staff's tables")
    command.add_argument("file", type=Path, metavar="FILE")


def _restore(names: Names) -> None:
    command = _command(names, "restore", "put a backup in place of what is there, and index it")
    command.add_argument("file", type=Path, metavar="FILE")


def _alerts(names: Names) -> None:
    _command(names, "alerts", "write and send letters about what is new; for cron or a timer")


def _stats(names: Names) -> None:
    _command(names, "stats", "what the archive and the index hold")


def _test(names: Names) -> None:
    command = names.add_parser("test", help="run the tests of a checkout", add_help=False)
    command.add_argument("arguments", nargs=argparse.REMAINDER, metavar="PYTEST ARGUMENT")


def _bench(names: Names) -> None:
    command = names.add_parser("bench", help="measure", add_help=False)
    command.add_argument("what", choices=sorted(proving.BENCHES))
    command.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT")


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:  # noqa: PLR2004 - TCP
        raise argparse.ArgumentTypeError(f"{text} is not a port: 0 to 65535")
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: at least 1")
    return number
