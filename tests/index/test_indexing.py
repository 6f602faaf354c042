"""The road of a document end to end, and what a crash in the middle of it leaves."""

import os
import signal
import subprocess
import sys
import time

import pytest

from index import indexing
from index.documents.archive import Archive
from index.errors import IndexBusy, IndexMissing
from index.indexing import Library, Outcome
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


def test_an_index_ahead_of_its_archive_is_built_anew(library, inbox, tmp_path):
    library.add([inbox / "roads.txt"], refuse)
    archive = tmp_path / "data" / "archive.sqlite"
    older = archive.read_bytes()
    library.add([inbox], refuse)
    archive.write_bytes(older)
    library.catch_up()
    assert ids(library) == {"roads"}


def test_a_change_of_the_rules_is_noticed_and_mended(library, inbox, monkeypatch):
    library.add([inbox], refuse)
    monkeypatch.setattr(indexing, "fingerprint", lambda: "other rules")
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
