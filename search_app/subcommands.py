"""Commands within a command, such as ``correct set``: each with its own positional arguments.

One flat list of optional positionals would be taken as empty at the first option behind the name:
«correct set --data D schools 2 …» was refused so.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Names = argparse._SubParsersAction[argparse.ArgumentParser]


def add_data(command: argparse.ArgumentParser, *, again: bool = False) -> None:
    """The option ``--data``; ``again``: within a command that has it, whose value then stays."""
    default = Path(os.environ.get("POLICY_SEARCH_DATA") or "instance")
    command.add_argument(
        "--data",
        type=Path,
        default=argparse.SUPPRESS if again else default,
        metavar="DIR",
        help="where the archive and the index live (default: instance/)",
    )


def subcommands(command: argparse.ArgumentParser) -> Names:
    """Where to add what may follow the command; which it was is told as ``what``."""
    return command.add_subparsers(dest="what", required=True, metavar="WHAT")


def subcommand(names: Names, name: str, meaning: str) -> argparse.ArgumentParser:
    """One of them; ``--data`` may stand behind its name too."""
    command = names.add_parser(name, help=meaning, description=meaning)
    add_data(command, again=True)
    return command
