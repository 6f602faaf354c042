"""Commands for whoever runs a site: its accounts, corrections, letters, uploads, backups."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from search_app import correcting
from search_app.commands.holdings import library_of
from search_app.config import Config
from search_app.progress import bar
from search_app.staff import backups
from search_app.staff import commands as accounts
from search_app.staff.adding import importing


def correct(arguments: argparse.Namespace) -> int:
    """List, set or withdraw what people decide about passages."""
    return correcting.run(library_of(arguments), arguments)


def user(arguments: argparse.Namespace) -> int:
    """Add, list, disable or change accounts."""
    config = replace(Config.from_environment(), data=arguments.data)
    return accounts.run(config, arguments)


def imports(arguments: argparse.Namespace) -> int:
    """Do what is waiting of the batches that staff uploaded."""
    importing.run(replace(Config.from_environment(), data=arguments.data))
    return 0


def alerts(arguments: argparse.Namespace) -> int:
    """Tell readers what is new of their bookmarks."""
    from search_app.staff.alerts import telling  # noqa: PLC0415 - brings the whole site along

    return telling.run(replace(Config.from_environment(), data=arguments.data))


def backup(arguments: argparse.Namespace) -> int:
    """Save all that the database holds, while the site runs."""
    config = replace(Config.from_environment(), data=arguments.data)
    library_of(arguments).need_archive()
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
