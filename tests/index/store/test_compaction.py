import time

from corpora import Unmerged, build, document

from index.store import compaction
from index.store.compaction import compact
from index.store.reader import open_index
from index.store.writer import Writer


def test_compaction_changes_nothing_but_the_number_of_segments(tmp_path):
    both = [document("a", "дом"), document("c", "мир")]
    build(tmp_path, both, [document("b", "сад")], ["a"], writer=Unmerged)
    before = open_index(tmp_path)
    assert compact(tmp_path)
    after = open_index(tmp_path)
    assert (len(after.segments), after.segments[0].dead) == (1, None)
    assert list(after.documents()) == list(before.documents())
    assert (after.revision, after.fingerprint) == (before.revision, before.fingerprint)
    assert before.document("b") is not None  # whoever reads the old commit reads on
    assert not compact(tmp_path)


def test_compaction_waits_for_another_time_while_somebody_writes(tmp_path):
    build(tmp_path, [document("a", "дом")], [document("b", "сад")], writer=Unmerged)
    with Writer(tmp_path):
        assert not compact(tmp_path)
    assert len(open_index(tmp_path).segments) == 2


def test_nothing_is_made_where_no_index_is(tmp_path):
    assert not compact(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_process_of_its_own_compacts_what_is_due(tmp_path):
    commits = [[document(f"d{number}", "дом")] for number in range(compaction.FEW + 1)]
    build(tmp_path, *commits, writer=Unmerged)
    before = open_index(tmp_path)
    assert len(before.segments) > compaction.FEW
    with compaction.in_background(tmp_path) as process:
        for _ in range(200):
            time.sleep(0.1)
            if len(open_index(tmp_path).segments) == 1:
                break
        process.terminate()
    after = open_index(tmp_path)
    assert (len(after.segments), after.count) == (1, before.count)
