import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.archiving.archive import Archive
from index.documents.archiving.corrections import Correction, passage_key
from index.documents.archiving.database import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    _keep_private,
)
from index.documents.archiving.history import Missed
from index.documents.archiving.records import content_of, document_of
from index.documents.dates import PartialDate
from index.documents.document import Document
from index.documents.reading.found import Found

PLAN = Document(
    id="plan",
    title="План",
    paragraphs=("Первый.", "Второй."),
    date=PartialDate(2025, 7),
    published=PartialDate(2025, 7, 12),
    language="ru",
    title_derived=True,
)
ROADS = Document(id="roads", title="Дороги", paragraphs=("Текст.",))
NEW_PLAN = replace(PLAN, title="Новый план")


def found(*documents, origin="/seeds/a.txt"):
    return [Found(document, origin) for document in documents]


@pytest.fixture
def place(tmp_path):
    return tmp_path / "archive.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, place):
    """Each kind of database in turn."""
    if request.param == "sqlite":
        return place
    return request.getfixturevalue("new_database")()


@pytest.fixture
def archive(where):
    with Archive.open(where) as opened:
        yield opened


@pytest.fixture
def kept(place):
    """An archive in a file, to look behind."""
    with Archive.open(place) as opened:
        yield opened


def test_document_comes_back_as_it_was_put(archive):
    archive.put(found(PLAN))
    assert archive.document("plan") == PLAN
    assert archive.document("absent") is None


def test_put_tells_what_it_did(archive):
    assert archive.put(found(PLAN, ROADS)).added == ("plan", "roads")
    changes = archive.put(found(NEW_PLAN, ROADS))
    assert (changes.added, changes.changed, changes.unchanged) == ((), ("plan",), ("roads",))
    assert archive.document("plan") == NEW_PLAN


def test_what_was_removed_is_left_out_unless_it_is_named_or_new(archive):
    archive.put(found(PLAN, ROADS))
    archive.correct(Correction("plan", passage_key("Первый."), "areas", ["a"]))
    archive.remove(["plan"])
    archive.remove(["roads"], vanished=True)
    changes = archive.put(found(PLAN, ROADS), named=())
    assert (changes.added, changes.left_out) == (("roads",), ("plan",))
    assert archive.put(found(PLAN), named=["/elsewhere"]).left_out == ("plan",)
    assert archive.put(found(NEW_PLAN), named=()).added == ("plan",)
    archive.remove(["plan"])
    assert archive.put(found(PLAN), named=()).added == ("plan",)
    archive.remove(["plan"])
    assert archive.put(found(PLAN), named=["/seeds/a.txt"]).added == ("plan",)
    archive.remove(["plan"])
    assert archive.put(found(PLAN)).added == ("plan",)


def test_id_twice_in_one_batch_counts_as_two_changes(archive):
    changes = archive.put(found(PLAN, NEW_PLAN, NEW_PLAN))
    assert (changes.added, changes.changed, changes.unchanged) == (("plan",),) * 3
    assert archive.document("plan") == NEW_PLAN
    assert [r.change for r in archive.revisions("plan")] == ["added", "changed"]


def test_documents_stream_in_order_of_their_ids(archive):
    archive.put(found(ROADS, PLAN))
    assert list(archive.documents()) == [PLAN, ROADS]
    assert list(archive.documents(["roads", "absent"])) == [ROADS]
    assert list(archive.documents([])) == []


def test_many_documents_are_put_and_named(archive):
    many = [replace(ROADS, id=f"r{number:04}") for number in range(1200)]
    assert len(archive.put(found(*many)).added) == 1200
    assert list(archive.documents([one.id for one in many])) == many


def test_stream_shows_one_state_whatever_is_written_meanwhile(archive):
    archive.put(found(PLAN, ROADS))
    stream = archive.documents()
    assert next(stream) == PLAN
    archive.remove(["roads"])
    assert list(stream) == [ROADS]
    assert list(archive.documents()) == [PLAN]


def test_digests_tell_what_is_kept(archive):
    archive.put(found(PLAN))
    assert archive.digests() == {"plan": PLAN.digest}


def test_revision_counts_changes_only(archive):
    assert archive.revision() == 0
    archive.put(found(PLAN, ROADS))
    archive.put(found(PLAN, ROADS))
    assert archive.revision() == 2
    archive.remove(["roads", "absent"])
    assert archive.revision() == 3


def test_index_left_behind_learns_what_it_missed(archive):
    archive.put(found(PLAN, ROADS))
    seen = archive.revision()
    archive.put(found(NEW_PLAN))
    archive.remove(["roads"])
    assert archive.changes_since(seen) == Missed(changed=("plan",), removed=("roads",))
    assert archive.changes_since(archive.revision()) == Missed((), ())


def test_history_keeps_every_revision(archive):
    archive.put(found(PLAN), author="anna")
    archive.put(found(NEW_PLAN))
    assert archive.remove(["plan"]) == ("plan",)
    history = archive.revisions("plan")
    assert [(r.change, r.document) for r in history] == [
        ("added", PLAN),
        ("changed", NEW_PLAN),
        ("removed", None),
    ]
    assert history[0].author == "anna"
    assert dt.datetime.now(dt.UTC) - history[0].at < dt.timedelta(hours=1)


def test_document_may_return_after_its_removal(archive):
    archive.put(found(PLAN))
    archive.remove(["plan"])
    assert archive.put(found(PLAN)).added == ("plan",)
    assert archive.changes_since(0) == Missed(changed=("plan",), removed=())


def test_origins_are_those_below_a_directory(archive):
    archive.put(found(PLAN, origin="/a/b/plan.txt") + found(ROADS, origin="/a/bc.txt"))
    assert archive.origins("/a/b") == archive.origins("/a/b/") == {"plan": "/a/b/plan.txt"}
    assert archive.origins("/a/bc.txt") == {"roads": "/a/bc.txt"}
    assert set(archive.origins()) == {"plan", "roads"}


def test_document_that_moved_is_unchanged_at_its_new_origin(archive):
    archive.put(found(PLAN))
    assert archive.put(found(PLAN, origin="/b.txt")).unchanged == ("plan",)
    assert (archive.origins(), archive.revision()) == ({"plan": "/b.txt"}, 1)


def test_correction_outlives_the_document_and_bumps_the_revision(archive):
    archive.put(found(PLAN))
    correction = Correction("plan", passage_key("Первый."), "areas", ["ai"], "anna")
    archive.correct(correction)
    archive.correct(replace(correction, value=["data"]))
    assert archive.revision() == 3
    assert archive.changes_since(1).changed == ("plan",)
    archive.remove(["plan"])
    (kept,) = archive.corrections("plan")
    assert (kept.value, kept.author, kept.at) == (["data"], "anna", correction.at)
    assert archive.withdraw("plan", correction.passage, "areas")
    assert not archive.withdraw("plan", correction.passage, "areas")
    assert archive.corrections() == []


def test_archive_is_there_when_opened_again(where):
    with Archive.open(where) as archive:
        archive.put(found(PLAN))
    url = where if isinstance(where, str) else f"sqlite:///{where}"
    with Archive.open(url) as archive:
        assert archive.document("plan") == PLAN
        assert archive.revision() == 1


def test_commits_are_durable(place, kept):
    with kept._engine.connect() as connection:
        pragma = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == (
            "wal",
            2,
            1,
        )


def test_error_of_the_source_keeps_whole_batches_only(archive):
    def source():
        yield from found(PLAN)
        raise ValueError("bad source")

    with pytest.raises(ValueError, match="bad source"):
        archive.put(source())
    assert archive.revision() == 0


def put_forever(place, started):
    with Archive.open(place) as archive:
        started.set()
        number = 0
        while True:
            number += 1
            archive.put(found(*(replace(PLAN, id=f"p{n}", notes=str(number)) for n in range(5))))


def test_kill_while_writing_loses_no_whole_change_and_leaves_no_half(where):
    context = multiprocessing.get_context("spawn")
    for _ in range(3):
        started = context.Event()
        process = context.Process(target=put_forever, args=(where, started))
        process.start()
        assert started.wait(60)
        process.join(0.3)
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        process.close()
        with Archive.open(where) as archive:
            assert archive.check() == []
            assert len({document.notes for document in archive.documents()}) <= 1


def put_one(place, name):
    with Archive.open(place) as archive:
        archive.put(found(replace(ROADS, id=name)))


def test_processes_that_open_a_new_archive_at_once_all_write(where):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=put_one, args=(where, f"w{n}")) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
        writer.close()
    with Archive.open(where) as archive:
        assert (len(archive.digests()), archive.revision()) == (4, 4)


def test_locked_archive_says_so(place, kept, monkeypatch):
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("index.documents.archiving.database._BUSY_SECONDS", 0)
    with Archive.open(place) as hasty, pytest.raises(ArchiveBusy, match="another process"):
        hasty.put(found(PLAN))
    assert list(kept.documents()) == []  # readers are not disturbed
    other.close()


def test_file_that_is_no_database_says_so(place):
    place.write_bytes(b"nonsense " * 1000)
    with pytest.raises(ArchiveDamaged, match=r"archive\.sqlite: the archive is damaged"):
        Archive.open(place)


def read_all(place):
    with Archive.open(place) as archive:
        return archive.check(), list(archive.documents())


def test_damaged_page_is_found(place):
    with Archive.open(place) as archive:
        archive.put(found(*(replace(PLAN, id=f"p{n}") for n in range(200))))
    data = bytearray(place.read_bytes())
    for page in range(8192, len(data), 4096):
        data[page : page + 100] = b"\xff" * 100
    place.write_bytes(data)
    with pytest.raises(ArchiveDamaged):
        read_all(place)


def test_altered_document_is_found(place, kept):
    kept.put(found(PLAN))
    with sqlite3.connect(place) as other:
        other.execute("UPDATE documents SET digest = 'x'")
    other.close()
    (line,) = kept.check()
    assert line.startswith("archive: document plan, revision 1, is not what was put there:")


@pytest.mark.parametrize(
    "content",
    ["'{'", "x'ff'", "'[]'", "'{}'", "'null'", "replace(content, 'План', 'Клан')"],
    ids=["cut short", "no text", "a list", "empty", "null", "a letter"],
)
def test_a_document_that_cannot_be_read_is_named_with_its_revision(place, kept, content):
    kept.put(found(PLAN, ROADS))
    with sqlite3.connect(place) as other:
        content = content.replace("План", "\\u041f\\u043b\\u0430\\u043d").replace(
            "Клан", "\\u041a\\u043b\\u0430\\u043d"
        )
        other.execute(f"UPDATE revisions SET content = {content} WHERE document = 'plan'")  # noqa: S608
    other.close()
    assert [line[:34] for line in kept.check()] == ["archive: document plan, revision 1"]
    for read in (kept.document, kept.revisions):
        with pytest.raises(ArchiveDamaged, match="document plan, revision 1, is not"):
            read("plan")
    assert kept.document("roads") == ROADS


def test_what_an_earlier_version_put_there_is_no_damage(place, kept):
    kept.put(found(PLAN))
    with sqlite3.connect(place) as other:
        other.execute("UPDATE revisions SET content = json_remove(content, '$.notes')")
    other.close()
    assert kept.document("plan") == PLAN
    assert kept.check() == []


def test_a_correction_that_cannot_be_read_is_named(place, kept):
    kept.correct(Correction("plan", passage_key("Первый."), "areas", ["a"]))
    with sqlite3.connect(place) as other:
        other.execute("UPDATE corrections SET value = '['")
    other.close()
    assert kept.check() == ["archive: the correction of areas in plan is not what was put there"]
    with pytest.raises(ArchiveDamaged, match="a correction is damaged"):
        kept.corrections()


def test_an_archive_opened_for_reading_leaves_all_as_it_is(place):
    with Archive.open(place) as archive:
        archive.put(found(PLAN))
    before = {path.name: path.read_bytes() for path in place.parent.iterdir()}
    with Archive.open(place, read_only=True) as archive:
        assert archive.document("plan") == PLAN
        assert archive.check() == []
        with pytest.raises(ArchiveError):
            archive.put(found(ROADS))
    after = {path.name: path.read_bytes() for path in place.parent.iterdir()}
    assert after[place.name] == before[place.name]


def modes(folder):
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def test_the_files_are_their_owners_alone(place):
    with Archive.open(place) as archive:
        archive.put(found(PLAN))
        assert set(modes(place.parent)) > {place.name}
        assert set(modes(place.parent).values()) == {0o600}


def test_a_file_that_was_open_to_all_is_no_more(place):
    Archive.open(place).close()
    place.chmod(0o644)
    with Archive.open(place) as archive:
        archive.put(found(PLAN))
        assert set(modes(place.parent).values()) == {0o600}


def test_a_mode_that_is_narrow_stays(place):
    Archive.open(place).close()
    place.chmod(0o400)
    Archive.open(place, read_only=True).close()
    _keep_private(place)
    assert modes(place.parent)[place.name] == 0o400


def test_a_folder_that_cannot_be_written_is_left_as_it_is(place, monkeypatch):
    with Archive.open(place) as archive:
        archive.put(found(PLAN))
    place.chmod(0o644)
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests
    with Archive.open(place) as archive:
        assert archive.document("plan") == PLAN
    assert modes(place.parent)[place.name] == 0o644


def test_archive_of_a_newer_version_is_left_alone(place, kept):
    with sqlite3.connect(place) as other:
        other.execute("UPDATE archive_state SET schema = 99")
    other.close()
    with pytest.raises(ArchiveError, match="schema 99, this version knows 1"):
        Archive.open(place)


def test_archive_in_an_absent_directory_says_so(tmp_path):
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive.open(tmp_path / "absent" / "archive.sqlite")


def test_tables_of_others_in_the_same_database_are_left_alone(place):
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE staff (name TEXT)")
    other.close()
    with Archive.open(place) as archive:
        assert archive.revision() == 0


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
DOCUMENTS = st.builds(
    Document,
    id=TEXT,
    title=TEXT,
    paragraphs=st.lists(TEXT).map(tuple),
    date=st.none()
    | st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12)),
    notes=TEXT,
    title_derived=st.booleans(),
)


@given(DOCUMENTS)
def test_content_gives_back_the_document(document):
    assert document_of(content_of(document)) == document
