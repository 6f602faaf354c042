import os
import tempfile
from pathlib import Path

import corpora
import numpy as np
import pytest
from corpora import Unmerged, build, document
from hypothesis import HealthCheck, given, settings
from whoosh.index import open_dir
from whoosh.query import And, Term

from index.errors import DocumentError, IndexBusy
from index.store import writer as writing
from index.store.durable import verify
from index.store.reader import open_index
from index.store.writer import Writer

HOUSE = document("house", "дом у моря", "сад", title="новый дом", date="2025-08-11")
GARDEN = document("garden", "сад и мир", date="2025")


def ids(path):
    return [each.id for each in open_index(path).documents()]


def test_nothing_shows_before_the_commit(tmp_path):
    build(tmp_path, [HOUSE])
    with Writer(tmp_path) as writer:
        writer.add(*GARDEN)
        assert ids(tmp_path) == ["house"]
        writer.commit(2)
    assert ids(tmp_path) == ["house", "garden"]


def test_cancelled_changes_leave_nothing_behind(tmp_path):
    build(tmp_path, [HOUSE])
    before = sorted(tmp_path.iterdir())
    with Writer(tmp_path) as writer:
        writer.delete("house")
        writer.add(*GARDEN)
    assert sorted(tmp_path.iterdir()) == before
    assert ids(tmp_path) == ["house"]


def test_a_document_replaces_the_one_with_its_id(tmp_path):
    build(tmp_path, [HOUSE, GARDEN], [document("house", "стена")])
    ix = open_index(tmp_path)
    assert [each.text for each in ix.document("house")[1]] == ["стена"]
    assert ix.count == 2


def test_a_document_added_twice_in_one_commit_counts_once(tmp_path):
    build(tmp_path, [HOUSE, document("house", "стена")])
    assert open_index(tmp_path).count == 1


def test_deleting_says_whether_there_was_one(tmp_path):
    build(tmp_path, [HOUSE])
    with Writer(tmp_path) as writer:
        assert writer.delete("house")
        assert not writer.delete("house")
        assert not writer.delete("nobody")


def test_an_index_of_deleted_documents_is_empty_but_there(tmp_path):
    build(tmp_path, [HOUSE], ["house"])
    assert open_index(tmp_path).count == 0
    assert open_index(tmp_path).segments == ()


def test_revision_and_fingerprint_are_kept(tmp_path):
    with Writer(tmp_path, "tables of May") as writer:
        writer.add(*HOUSE)
        writer.commit(41)
    ix = open_index(tmp_path)
    assert (ix.revision, ix.fingerprint) == (41, "tables of May")


def test_anew_replaces_all_that_was_there(tmp_path):
    build(tmp_path, [HOUSE])
    with Writer(tmp_path, anew=True) as writer:
        writer.add(*GARDEN)
        writer.commit(1)
    assert ids(tmp_path) == ["garden"]
    assert verify(tmp_path) == []


def test_anew_needs_nothing_of_a_damaged_index(tmp_path):
    build(tmp_path, [HOUSE])
    (tmp_path / "_MAIN_0.toc").write_bytes(b"nonsense")
    with Writer(tmp_path, anew=True) as writer:
        writer.add(*GARDEN)
        writer.commit(1)
    assert ids(tmp_path) == ["garden"]


@pytest.mark.parametrize(
    ("faulty", "reason"),
    [
        (document("", "дом"), "needs an id"),
        (document("x"), "needs a passage"),
        ((document("x", "дом")[0], document("y", "дом")[1]), "stands as number"),
        (
            (
                document("x", "а б")[0],
                [(document("x", "а б")[1][0][0], corpora.tokens("а б")[::-1])],
            ),
            "out of order",
        ),
    ],
)
def test_a_document_that_does_not_fit_is_refused_whole(tmp_path, faulty, reason):
    with Writer(tmp_path) as writer:
        writer.add(*HOUSE)
        with pytest.raises(DocumentError, match=reason):
            writer.add(*faulty)
        writer.commit(1)
    assert ids(tmp_path) == ["house"]


def test_the_second_writer_learns_who_writes(tmp_path):
    with Writer(tmp_path), pytest.raises(IndexBusy, match=f"process {os.getpid()} since"):
        Writer(tmp_path)
    with Writer(tmp_path) as writer:  # the first has let go
        writer.add(*HOUSE)
        writer.commit(1)


def test_plain_whoosh_opens_and_searches_what_was_written(tmp_path):
    build(tmp_path, [HOUSE, GARDEN])
    with open_dir(str(tmp_path)).searcher() as searcher:
        found = searcher.search(And([Term("text", "мир"), Term("exact", "сад")]))
        (hit,) = found
        assert hit["passage"].startswith('{"document":"garden","ordinal":1,"paragraph":1,')


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(corpora.commits)
def test_merged_segments_equal_those_gathered_anew(commits):
    left = list(corpora.live(commits).values())
    with tempfile.TemporaryDirectory() as merged, tempfile.TemporaryDirectory() as anew:
        build(Path(merged), *commits, writer=Unmerged)
        with Writer(Path(merged)) as writer:
            writer.compact(9)
        build(Path(anew), left)
        ours, theirs = open_index(Path(merged)).segments, open_index(Path(anew)).segments
        assert len(ours) == len(theirs) <= 1
        for one, other in zip(ours, theirs, strict=True):
            assert one.arrays.keys() == other.arrays.keys()
            for name in one.arrays.keys() - {"stored"}:
                np.testing.assert_array_equal(one.arrays[name], other.arrays[name], name)


def test_large_additions_are_set_aside_on_disk_and_come_out_the_same(tmp_path, monkeypatch):
    many = [document(f"d{n:02}", "дом сад мир", "кот", date="2025-01") for n in range(20)]
    build(tmp_path / "one", many)
    monkeypatch.setattr(writing, "WORDS_IN_MEMORY", 30)
    build(tmp_path / "aside", [*many, "d07", many[3]])
    (ours,) = open_index(tmp_path / "aside").segments
    build(tmp_path / "one", ["d07"])
    with Writer(tmp_path / "one") as writer:
        writer.compact(3)
    (theirs,) = open_index(tmp_path / "one").segments
    for name in theirs.arrays.keys() - {"stored"}:
        np.testing.assert_array_equal(ours.arrays[name], theirs.arrays[name], name)


def test_segments_stay_few(tmp_path):
    for revision in range(30):
        build(tmp_path, [document(f"d{revision}", "дом")])
    assert len(open_index(tmp_path).segments) <= 3
