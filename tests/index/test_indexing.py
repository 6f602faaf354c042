"""The road of a document end to end, and what a crash in the middle of it leaves."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from index import holdings, indexing
from index.documents.archiving.archive import Archive
from index.documents.archiving.database import ArchiveDamaged
from index.errors import IndexBusy, IndexDamaged, IndexMissing
from index.indexing import Library, Outcome
from index.soundness import ArchiveLost
from index.store.writer import Writer

REPORT = "date 2025-03-04 Министру поручено связать школы кабелем, сообщает Zakon.kz."
LONGER = REPORT + "\n\nСрок назван: до конца года."


@pytest.fixture
def inbox(tmp_path):
    """A folder with two reports."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "schools.txt").write_text(REPORT, "utf-8")
    (folder / "roads.txt").write_text("date 2025-05 Дороги свяжут аулы.", "utf-8")
    return folder


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "data")


def ids(library):
    return {header.id for header in library.index().documents()}


def refuse(error):
    raise AssertionError(error)


def test_documents_go_from_files_into_the_index(library, inbox):
    assert library.add([inbox], refuse) == Outcome(added=2)
    document, (passage,) = library.index().document("schools")
    assert (str(document.date), document.source) == ("2025-03-04", "Zakon.kz")
    assert passage.text == "Министру поручено связать школы кабелем, сообщает Zakon.kz."


def test_unchanged_documents_are_skipped_and_leave_the_commit_as_it_is(library, inbox):
    library.add([inbox], refuse)
    before = library.index().generation
    assert library.add([inbox], refuse) == Outcome(unchanged=2)
    assert library.index().generation == before


def test_a_changed_document_replaces_its_earlier_self(library, inbox):
    library.add([inbox], refuse)
    (inbox / "schools.txt").write_text(LONGER, "utf-8")
    assert library.add([inbox], refuse) == Outcome(changed=1, unchanged=1)
    assert len(library.index().document("schools")[1]) == 2
    assert library.index().count == 3


def test_what_vanished_is_removed_only_on_request(library, inbox):
    library.add([inbox], refuse)
    (inbox / "roads.txt").unlink()
    library.add([inbox], refuse)
    assert ids(library) == {"schools", "roads"}
    assert library.add([inbox], refuse, remove_missing=True).removed == 1
    assert ids(library) == {"schools"}


def test_a_file_gone_bad_keeps_what_was_indexed_before(library, inbox):
    library.add([inbox], refuse)
    (inbox / "schools.txt").write_bytes(b"date 2025-03-04 \xff\xfe")
    complaints = []
    library.add([inbox], complaints.append, remove_missing=True)
    assert [complaint.path for complaint in complaints] == [str(inbox / "schools.txt")]
    assert ids(library) == {"schools", "roads"}


def test_a_folder_that_is_not_there_takes_nothing_with_it(library, inbox):
    library.add([inbox], refuse)
    inbox.rename(inbox.with_name("elsewhere"))
    complaints = []
    assert library.add([inbox], complaints.append, remove_missing=True).removed == 0
    assert len(complaints) == 1
    assert ids(library) == {"schools", "roads"}


def test_a_rebuild_given_up_leaves_the_first_commit(library, inbox):
    library.add([inbox], refuse)
    with Writer(library.path, anew=True):
        pass  # given up: nothing is committed
    assert library.fault(thorough=True) == ""
    assert ids(library) == {"schools", "roads"}


def test_removing_names_what_was_there(library, inbox):
    library.add([inbox], refuse)
    assert library.remove(["roads", "nowhere"]) == ("roads",)
    assert ids(library) == {"schools"}


def test_what_was_removed_stays_out_until_its_file_is_named(library, inbox):
    library.add([inbox], refuse)
    library.remove(["roads"])
    assert library.add([inbox], refuse) == Outcome(unchanged=1, left_out=1)
    assert ids(library) == {"schools"}
    assert library.add([inbox / "roads.txt"], refuse) == Outcome(added=1)
    assert ids(library) == {"schools", "roads"}
    assert library.add([inbox], refuse) == Outcome(unchanged=2)


def test_what_was_removed_comes_back_when_it_changes(library, inbox):
    library.add([inbox], refuse)
    library.remove(["roads"])
    (inbox / "roads.txt").write_text("date 2025-05 Дороги свяжут все аулы.", "utf-8")
    assert library.add([inbox], refuse) == Outcome(added=1, unchanged=1)


def test_what_vanished_comes_back_with_its_file(library, inbox):
    library.add([inbox], refuse)
    content = (inbox / "roads.txt").read_bytes()
    (inbox / "roads.txt").unlink()
    library.add([inbox], refuse, remove_missing=True)
    (inbox / "roads.txt").write_bytes(content)
    assert library.add([inbox], refuse) == Outcome(added=1, unchanged=1)


def test_the_index_is_made_again_without_the_source_files(library, inbox):
    library.add([inbox], refuse)
    for file in inbox.iterdir():
        file.unlink()
    assert library.rebuild() == 2
    assert ids(library) == {"schools", "roads"}


def test_an_archive_ahead_of_its_index_is_followed(library, inbox, tmp_path):
    library.add([inbox], refuse)
    with Archive.open(tmp_path / "data" / "archive.sqlite") as archive:
        archive.remove(["roads"])  # as if a crash came before the index's commit
    assert library.troubles() == [
        "index: behind the archive; run `rebuild`, or `add` or `serve` anything"
    ]
    assert ids(library) == {"schools"}
    assert library.troubles() == []


@pytest.mark.parametrize("what", ["gone", "empty", "new", "older", "without rows"])
def test_an_archive_that_knows_less_than_the_index_is_refused(library, inbox, tmp_path, what):
    archive = tmp_path / "data" / "archive.sqlite"
    library.add([inbox / "roads.txt"], refuse)
    older = archive.read_bytes()
    library.add([inbox], refuse)
    if what == "without rows":
        with contextlib.closing(sqlite3.connect(archive)) as emptied, emptied:
            emptied.execute("DELETE FROM documents")
    else:
        archive.unlink()
    if what == "new":
        Archive.open(archive).close()
    elif what in {"older", "empty"}:
        archive.write_bytes(older if what == "older" else b"")
    for change in (library.catch_up, library.rebuild, lambda: library.remove(["roads"])):
        with pytest.raises(ArchiveLost, match=r"archive\.sqlite: .*put a copy of the archive back"):
            change()
    (line,) = library.troubles()
    assert "the index has followed it to change 2" in line
    assert archive.exists() == (what != "gone")
    assert ids(library) == {"schools", "roads"}  # what was committed still answers


def test_an_older_archive_is_taken_when_it_is_meant_so(library, inbox, tmp_path):
    library.add([inbox / "roads.txt"], refuse)
    archive = tmp_path / "data" / "archive.sqlite"
    older = archive.read_bytes()
    library.add([inbox], refuse)
    archive.write_bytes(older)
    assert library.rebuild(trusted=True) == 1
    assert ids(library) == {"roads"}
    assert library.troubles() == []


def test_a_change_of_the_rules_is_noticed_and_mended(library, inbox, monkeypatch):
    library.add([inbox], refuse)
    for module in (holdings, indexing):
        monkeypatch.setattr(module, "fingerprint", lambda: "other rules")
    assert library.fault() == "the analyzer, the schema or the policy tables have changed"
    assert ids(library) == {"schools", "roads"}
    assert library.fault() == ""


def test_a_flipped_byte_is_found_and_the_index_made_again(library, inbox):
    library.add([inbox], refuse)
    (arrays,) = library.path.glob("*.arr")
    content = bytearray(arrays.read_bytes())
    content[len(content) // 2] ^= 1
    arrays.write_bytes(content)
    assert library.fault(thorough=True) == f"damaged: {arrays.name}"
    assert library.troubles() == [f"index: damaged: {arrays.name}; run `rebuild`"]
    library.rebuild()
    assert library.troubles() == []
    assert ids(library) == {"schools", "roads"}


def test_a_second_writer_is_told_who_writes(library, inbox):
    library.add([inbox], refuse)
    with Writer(library.path), pytest.raises(IndexBusy, match=f"process {os.getpid()}"):
        library.add([inbox], refuse)
    assert ids(library) == {"schools", "roads"}


def test_without_documents_there_is_no_index(library):
    with pytest.raises(IndexMissing, match="add"):
        library.index()


ADD_FOREVER = """
import sys
from pathlib import Path
from index.indexing import Library
library, folder = Library(Path(sys.argv[1])), Path(sys.argv[2])
for turn in range(10_000):
    for name in "abcdefgh":
        (folder / ".new").write_text(f"date 2025 Раз {turn} о дорогах.", "utf-8")
        (folder / ".new").replace(folder / f"{name}.txt")
    library.add([folder], print)
    print(turn, flush=True)
"""


@pytest.mark.server
@pytest.mark.parametrize("pause", [0.0, 0.009, 0.022])
def test_killed_at_any_moment_the_last_commit_stays(library, inbox, tmp_path, pause):
    process = subprocess.Popen(
        [sys.executable, "-c", ADD_FOREVER, str(tmp_path / "data"), str(inbox)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with process:
        for _ in range(3):
            turn = int(process.stdout.readline())
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
    told = {passages[0].text for _, passages in map(library.index().document, "abcdefgh")}
    assert len(told) == 1  # never half of an addition
    assert int(told.pop().split()[1]) >= turn
    assert library.troubles() == []
    assert {"schools", "roads"} <= ids(library)
    assert library.add([inbox], refuse).unchanged >= 2


@pytest.fixture
def notes():
    return []


@pytest.fixture
def telling(tmp_path, notes):
    """The library, which notes down what a person should know."""
    return Library(tmp_path / "data", note=notes.append)


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path.name


FILES = [".arr", "_stored.col", "_text_len.col", ".trm", ".pst", ".toc", ".manifest"]


@pytest.mark.parametrize("ending", FILES)
def test_an_addition_to_a_damaged_index_builds_it_anew(telling, inbox, notes, ending):
    telling.add([inbox / "roads.txt"], refuse)
    (file,) = telling.path.glob(f"*{ending}")
    name = flip(file)
    telling.add([inbox], refuse)
    assert len(notes) == 1
    assert name in notes[0]
    assert ids(telling) == {"schools", "roads"}
    assert telling.troubles() == []


@pytest.mark.parametrize("ending", [".arr", "_stored.col"])
def test_in_a_large_index_damage_is_noticed_before_it_is_copied(
    telling, inbox, notes, ending, monkeypatch
):
    monkeypatch.setattr("index.store.damage.CHEAP", 0)
    telling.add([inbox / "roads.txt"], refuse)
    (file,) = telling.path.glob(f"*{ending}")
    name = flip(file)
    telling.add([inbox], refuse)
    assert notes == [f"The index is built anew: damaged: {name}; run `rebuild`"]
    assert telling.troubles() == []
    assert ids(telling) == {"schools", "roads"}


def test_a_reader_mends_a_damaged_index_before_it_answers(telling, inbox, notes):
    telling.add([inbox], refuse)
    flip(next(telling.path.glob("*_stored.col")))
    assert ids(telling) == {"schools", "roads"}
    assert len(notes) == 1


def test_what_goes_wrong_while_answering_from_a_damaged_index_is_damage(telling, inbox):
    telling.add([inbox], refuse)

    def answer():
        with telling.answering():
            flip(next(telling.path.glob("*.arr")))
            raise ValueError("out of an array")

    with pytest.raises(IndexDamaged, match=r"\.arr"):
        answer()


def test_readers_answer_from_the_last_commit_while_another_writes(telling, inbox, tmp_path, notes):
    telling.add([inbox], refuse)
    with Archive.open(tmp_path / "data" / "archive.sqlite") as archive:
        archive.remove(["roads"])
    with Writer(telling.path):
        assert ids(telling) == {"schools", "roads"}
        assert telling.counts()["documents"] == 2
    assert notes[0].startswith("the index is being written by process")
    assert notes[0].endswith("; answering from the last commit")
    assert ids(telling) == {"schools"}


def test_a_damaged_index_does_not_answer_while_another_writes(telling, inbox):
    telling.add([inbox], refuse)
    flip(next(telling.path.glob("*_stored.col")))
    with Writer(telling.path, anew=True), pytest.raises(IndexBusy):
        telling.index()


def test_without_a_commit_the_hindrance_itself_is_told(library, inbox, tmp_path):
    library.add([inbox], refuse)
    for file in library.path.iterdir():
        file.unlink()
    with Writer(library.path), pytest.raises(IndexBusy, match="being written"):
        library.index()


def test_a_damaged_archive_is_named_and_the_index_still_answers(telling, inbox, tmp_path, notes):
    telling.add([inbox], refuse)
    place = tmp_path / "data" / "archive.sqlite"
    with contextlib.closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE revisions SET content = '{' WHERE document = 'roads'")
    (line,) = telling.troubles()
    assert line.startswith("archive: document roads, revision 1, is not what was put there")
    with pytest.raises(ArchiveDamaged, match="document roads, revision 1"):
        telling.rebuild()
    assert telling.fault(thorough=True) == ""
    assert ids(telling) == {"schools", "roads"}
    place.write_bytes(b"no database" * 100)
    assert ids(telling) == {"schools", "roads"}
    assert "the archive is damaged" in notes[-1]
    assert "the archive is damaged" in telling.troubles()[0]


def test_a_damaged_document_is_mended_by_adding_its_file_again(telling, inbox, tmp_path):
    telling.add([inbox], refuse)
    place = tmp_path / "data" / "archive.sqlite"
    with contextlib.closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE revisions SET content = '{' WHERE document = 'roads'")
    telling.remove(["roads"])
    telling.add([inbox / "roads.txt"], refuse)
    assert telling.rebuild() == 2
    assert ids(telling) == {"schools", "roads"}


FULL = """
import resource, sys
from pathlib import Path
from index.indexing import Library
from index.errors import in_one_line
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    Library(Path(sys.argv[1])).add([Path(sys.argv[2])], print)
except Exception as error:
    print(type(error).__name__, in_one_line(error))
"""


@pytest.mark.server
@pytest.mark.parametrize("most", [0, 300, 3_000, 20_000])
def test_a_full_disk_loses_nothing(library, inbox, tmp_path, most):
    library.add([inbox / "roads.txt"], refuse)
    command = [sys.executable, "-c", FULL, str(tmp_path / "data"), str(inbox), str(most)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert library.fault(thorough=True) == ""
    assert "roads" in ids(library)
    assert library.add([inbox], refuse).removed == 0
    assert ids(library) == {"schools", "roads"}
    assert library.troubles() == []
