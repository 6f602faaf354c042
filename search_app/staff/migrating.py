"""Bringing a database to the tables that this version knows, once, whoever comes first.

All migrations run in one transaction: a crash in the middle leaves the tables as they were.
"""

from __future__ import annotations

import functools
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from index.documents.archiving import tables
from index.documents.archiving.database import hold, writing
from index.documents.archiving.database import reading as reading_archive
from index.documents.archiving.soundness import prepare as prepare_archive
from search_app.staff.faults import StaffUnavailable, told

FOLDER = Path(__file__).parent / "migrations"


@functools.cache
def known() -> tuple[str, ...]:
    """The revisions that this version knows, the oldest first: each is named as its file is."""
    return tuple(sorted(path.stem for path in FOLDER.glob("[0-9]*.py")))


def prepare(engine: Engine) -> None:
    """Make the archive's tables and the staff room's where there are none, and update them."""
    with told():
        prepare_archive(engine)
        bring_up_to_date(engine)


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that the database has not had; StaffUnavailable if it is newer."""
    with reading_archive(engine) as connection:
        if stands_at(connection) == known()[-1]:
            return
    with writing(engine) as connection:
        hold(connection, "staff migrations")  # another process may be at it
        if stands_at(connection) != known()[-1]:
            upgrade(connection)


def stands_at(connection: Connection) -> str | None:
    """The revision that the database stands at; asked without Alembic, which is slow to load."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version"))
    at: str | None = found.scalar_one_or_none()
    if at is not None and at not in known():
        raise StaffUnavailable("newer", f"the database stands at {at}, unknown to this version")
    return at


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations up to a revision, in the caller's transaction."""
    # Imported here: a server that finds its tables in order never needs them.
    from alembic.config import Config  # noqa: PLC0415
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    with EnvironmentContext(
        Config(), scripts, fn=lambda at, _: scripts._upgrade_revs(to, at)
    ) as run:
        # Keys and indexes that a migration leaves unnamed get the names that the models give them.
        named = sa.MetaData(naming_convention=tables.metadata.naming_convention)
        run.configure(connection=connection, target_metadata=named, transactional_ddl=True)
        run.run_migrations()
