import threading

import corpora
import pytest
from corpora import Unmerged, build, document
from hypothesis import given, settings

from index.errors import IndexMissing
from index.store.reader import Current, open_index
from index.store.stored import (
    document_from_json,
    document_to_json,
    passage_from_json,
    passage_to_json,
)

SPEECH = document("speech", "дом у моря", "сад", title="дом", date="2025-08", event="форум")


def test_a_document_comes_back_as_it_went_in(tmp_path):
    build(tmp_path, [SPEECH])
    header, passages = open_index(tmp_path).document("speech")
    assert header.title == "дом"
    assert str(header.date) == "2025-08"
    assert passages == [passage for passage, _ in SPEECH[1]]
    assert open_index(tmp_path).document("другой") is None


@given(corpora.documents)
@settings(max_examples=50)
def test_json_of_passages_and_documents_round_trips(made):
    header, passages, _ = made
    assert vars(document_from_json(document_to_json(header))) == {**vars(header), "paragraphs": ()}
    assert [passage_from_json(passage_to_json(each)) for each, _ in passages] == [
        each for each, _ in passages
    ]


def test_documents_are_listed_newest_first_and_undated_last(tmp_path):
    dates = {"a": None, "b": "2024", "c": "2025-01-02", "d": "2025", "e": "2025-01", "f": "2025-01"}
    commits = [[document(name, "дом", date=date)] for name, date in dates.items()]
    build(tmp_path, *commits, writer=Unmerged)
    assert [each.id for each in open_index(tmp_path).documents()] == ["c", "e", "f", "d", "b", "a"]


def test_terms_come_by_frequency_from_all_segments(tmp_path):
    build(tmp_path, [document("a", "дом дома")], [document("b", "дома сад")], writer=Unmerged)
    ix = open_index(tmp_path)
    assert ix.terms("до") == ["дома", "дом"]
    assert ix.terms("до", 1) == ["дома"]
    assert dict(ix.words()) == {"дом": 1, "дома": 2, "сад": 1}


def test_a_new_commit_is_picked_up_and_old_segments_stay_open(tmp_path):
    build(tmp_path, [SPEECH])
    current = Current(tmp_path)
    before = current.index()
    assert current.index() is before
    build(tmp_path, [document("second", "мир")], writer=Unmerged)
    after = current.index()
    assert (before.count, after.count) == (2, 3)
    assert after.segments[0].arrays["text.docs"] is before.segments[0].arrays["text.docs"]


def test_a_deletion_is_seen_in_a_segment_that_stays_open(tmp_path):
    build(tmp_path, [SPEECH, document("second", "мир")])
    current = Current(tmp_path)
    assert current.index().count == 3
    build(tmp_path, ["second"])
    assert current.index().count == 2
    assert current.index().document("second") is None


def test_an_index_built_beside_and_put_in_place_is_noticed(tmp_path):
    build(tmp_path / "one", [SPEECH])
    build(tmp_path / "two", [document("second", "мир")])
    link = tmp_path / "current"
    link.symlink_to("one")
    current = Current(link)
    assert current.index().count == 2
    link.unlink()
    link.symlink_to("two")
    assert current.index().count == 1


def test_no_index_raises_until_there_is_one(tmp_path):
    current = Current(tmp_path)
    with pytest.raises(IndexMissing):
        current.index()
    build(tmp_path, [SPEECH])
    assert current.index().count == 2


def test_readers_see_whole_commits_while_a_writer_works(tmp_path):
    build(tmp_path, [document("d0", "дом", "сад")])
    current, seen, done = Current(tmp_path), set(), threading.Event()

    def read():
        while not done.is_set():
            ix = current.index()
            seen.add(ix.count)
            for header in ix.documents():
                assert len(ix.document(header.id)[1]) == 2

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, 12):
        build(tmp_path, [document(f"d{number}", "дом", "сад")])
    done.set()
    for reader in readers:
        reader.join()
    assert seen <= set(range(2, 25, 2))


def test_an_event_is_known_by_the_id_of_any_of_its_texts(tmp_path):
    build(tmp_path, [document("t", "дом", event="t"), document("x", "дом", event="t")])
    renamed = [document(name, "дом", event="c") for name in "tcx"]
    build(tmp_path, renamed, [document("alone", "дом")], writer=Unmerged)
    ix = open_index(tmp_path)
    assert ix.events_of(["t", "x", "alone", "nobody"]) == {"c", "alone", "nobody"}
    assert [ix.happened(name) for name in ("t", "c", "alone", "nobody")] == [True] * 3 + [False]
    assert sorted(each.id for each in ix.tellers("c")) == ["c", "t", "x"]


def test_an_event_that_there_is_is_not_that_of_a_text_of_its_name(tmp_path):
    build(tmp_path, [document("t", "дом", event="c"), document("x", "дом", event="t")])
    assert open_index(tmp_path).events_of(["t"]) == {"t"}
