"""The command that serves the site, over an index brought up to date."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from index.documents.archiving.database import ArchiveError
from index.errors import IndexBusy, SearchError
from index.indexing import Library
from index.soundness import ArchiveLost, FolderUnwritable
from search_app.commands.holdings import library_of
from search_app.complaints import Complaints, warn
from search_app.config import Config
from search_app.staff.database import StaffUnavailable, Store
from search_app.staff.identity.keys import secret_key


def serve(arguments: argparse.Namespace) -> int:
    """Bring the index up to date, then serve the site until told to stop."""
    from search_app.serving import check_free  # noqa: PLC0415 - gunicorn is slow to load
    from search_app.serving import serve as serve_site  # noqa: PLC0415

    check_free(arguments.host, arguments.port)
    config = replace(Config.from_environment(), data=arguments.data, seeds=arguments.seeds)
    library = library_of(arguments)
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


def _prepare(library: Library, seeds: Path | None) -> None:
    if library.exists and (fault := library.fault(thorough=True)):
        print(f"The index is built anew: {fault}", file=sys.stderr)
        library.rebuild()
    if seeds is None:
        library.catch_up()
    elif seeds.is_dir():
        complaints = Complaints()
        library.add([seeds], complaints, warn=warn)
        complaints.finish()
    else:
        raise SearchError(f"--seeds {seeds}: no such directory")


def _open_staff_room(config: Config) -> None:
    """Bring the staff's tables up to date; the public site does without them."""
    try:
        secret_key(config.secret_key)
        Store(config.archive).make()
    except StaffUnavailable as fault:
        print(f"{fault}; the public site is served without its staff room", file=sys.stderr)
