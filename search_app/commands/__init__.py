"""What each command does; answers on standard output, complaints on standard error."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from index import meaning
from search_app.commands import asking, holdings, keeping, proving, publishing
from search_app.config import Config


def run(arguments: argparse.Namespace) -> int:
    """Run the command that the arguments name."""
    meaning.choose(on=Config.from_environment().semantic)
    return _COMMANDS[arguments.command](arguments)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": publishing.serve,
    "add": holdings.add,
    "remove": holdings.remove,
    "rebuild": holdings.rebuild,
    "check": holdings.check,
    "search": asking.search_passages,
    "analyze": asking.analyze,
    "export": asking.export,
    "correct": keeping.correct,
    "user": keeping.user,
    "alerts": keeping.alerts,
    "imports": keeping.imports,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "stats": holdings.stats,
    "test": proving.test,
    "bench": proving.bench,
}
