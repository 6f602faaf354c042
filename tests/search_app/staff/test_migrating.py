import multiprocessing
import os
import signal
import warnings

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from index.documents.archiving import tables
from index.documents.archiving.archive import Archive
from index.documents.archiving.database import open_engine
from index.documents.document import Document
from index.documents.reading.found import Found
from search_app.staff import migrating
from search_app.staff.database import Base, StaffUnavailable, Store

ROADS = Document(id="roads", title="Дороги", paragraphs=("Текст.",))


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request, tmp_path):
    """Where a database without any table is, or no file yet."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.sqlite")
    return request.getfixturevalue("new_database")()


@pytest.fixture
def engine(nowhere):
    opened = open_engine(nowhere)
    yield opened
    opened.dispose()


def test_the_migrations_make_what_the_models_say(engine, staff_app):
    migrating.prepare(engine)
    with engine.connect() as connection, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of types that SQLite does not know
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, [Base.metadata, tables.metadata]) == []


def test_each_revision_is_named_as_its_file_and_follows_the_one_before():
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    folder = str(migrating.FOLDER)
    scripts = ScriptDirectory(folder, version_locations=[folder])
    chain = [each.revision for each in scripts.walk_revisions()][::-1]
    assert tuple(chain) == migrating.known()


def test_an_archive_that_stands_is_adopted_with_its_documents(nowhere, engine):
    with Archive.open(nowhere) as archive:
        archive.put([Found(ROADS, "/a")])
    migrating.prepare(engine)
    with Archive.open(nowhere) as archive:
        assert archive.document("roads") == ROADS


def test_an_archive_is_made_by_the_migrations_as_by_itself(nowhere, engine):
    migrating.bring_up_to_date(engine)
    with Archive.open(nowhere) as archive:
        assert archive.put([Found(ROADS, "/a")]).added == ("roads",)
        assert archive.check() == []


def test_a_second_start_changes_nothing(engine, monkeypatch):
    migrating.prepare(engine)

    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(migrating, "upgrade", refuse)
    migrating.prepare(engine)


def test_a_database_of_a_newer_version_is_left_alone(nowhere, engine):
    migrating.prepare(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999_future'"))
    store = Store(nowhere)
    with pytest.raises(StaffUnavailable) as said, store.reading():
        pass
    assert said.value.fault == "newer"
    store.close()


def make(place):
    Store(place).make()


def test_processes_that_come_at_once_migrate_once(nowhere, engine):
    context = multiprocessing.get_context("spawn")
    comers = [context.Process(target=make, args=(nowhere,)) for _ in range(3)]
    for each in comers:
        each.start()
    for each in comers:
        each.join(120)
    assert [each.exitcode for each in comers] == [0, 0, 0]
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM alembic_version")) == 1


def die_in_the_middle(place):
    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    engine = open_engine(place)
    # The last statement of the migrations is the number of the last: all but it is done.
    seen = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _count(_connection, _cursor, statement, *_rest):
        if "INSERT INTO alembic_version" in statement or "UPDATE alembic_version" in statement:
            seen.append(statement)
            if len(seen) == len(migrating.known()):
                die()

    migrating.prepare(engine)


def test_a_kill_in_the_middle_leaves_the_tables_as_they_were(nowhere, engine):
    with Archive.open(nowhere) as archive:
        archive.put([Found(ROADS, "/a")])
    before = set(sa.inspect(engine).get_table_names())
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=die_in_the_middle, args=(nowhere,))
    process.start()
    process.join(120)
    assert process.exitcode == -signal.SIGKILL
    assert set(sa.inspect(engine).get_table_names()) == before
    migrating.prepare(engine)
    assert "audit" in sa.inspect(engine).get_table_names()
    with Archive.open(nowhere) as archive:
        assert archive.document("roads") == ROADS
