import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpora import build, document

from index.errors import IndexDamaged, IndexMissing
from index.store.durable import verify
from index.store.reader import open_index
from index.store.repair import repair
from index.store.schema import FORMAT
from index.store.writer import Writer

ROOT = Path(__file__).resolve().parents[3]
WRITE = """
import os, sys
from pathlib import Path
from corpora import build, document
from index.store import durable

path, stop = Path(sys.argv[1]), int(sys.argv[2])
real, calls = os.fsync, 0

def sync(descriptor):
    global calls
    calls += 1
    if calls == stop:
        os.kill(os.getpid(), 9)
    real(descriptor)

os.fsync = sync
build(path, [document("new", "сад", "мир"), "old"])
print(calls)
"""


def run(path, stop):
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'made'}"}
    return subprocess.run(
        [sys.executable, "-c", WRITE, str(path), str(stop)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def shown(path):
    return [each.id for each in open_index(path).documents()]


def test_a_writer_killed_at_any_sync_leaves_the_last_commit_or_the_next(tmp_path):
    stop, outcomes = 0, []
    while not outcomes or outcomes[-1][1]:
        stop += 1
        path = tmp_path / str(stop)
        build(path, [document("old", "дом")])
        killed = run(path, stop).returncode == -signal.SIGKILL
        outcomes.append((shown(path), killed))
        assert verify(path) == []
        build(path, [document("later", "кот")])
        assert "later" in shown(path)
        assert not [each for each in path.iterdir() if each.suffix in (".new", ".tmp")]
    names = [documents for documents, _ in outcomes]
    assert names[0] == ["old"]
    assert names[-1] == ["new"]
    assert all(each in (["old"], ["new"]) for each in names)
    assert len(outcomes) > 8


@pytest.mark.parametrize("seed", range(7))
def test_a_writer_killed_at_any_time_leaves_a_whole_commit(tmp_path, seed):
    build(tmp_path, [document("old", "дом")])
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'made'}"}
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(tmp_path), "0"],
        env=environment,
        stdout=subprocess.DEVNULL,
    ) as writer:
        time.sleep(0.2 + seed / 12)
        writer.kill()
    assert verify(tmp_path) == []
    assert shown(tmp_path) in (["old"], ["new"])


def test_a_flipped_byte_is_found_in_every_file(tmp_path):
    build(tmp_path, [document("old", "дом сад", title="дом", date="2025")])
    names = [each.name for each in tmp_path.iterdir() if each.suffix]
    assert verify(tmp_path) == []
    for name in names:
        whole = (tmp_path / name).read_bytes()
        middle = len(whole) // 2
        flipped = bytes([whole[middle] ^ 1])
        (tmp_path / name).write_bytes(whole[:middle] + flipped + whole[middle + 1 :])
        assert verify(tmp_path) == [name]
        (tmp_path / name).write_bytes(whole)


def test_a_file_cut_short_is_noticed_on_opening(tmp_path):
    build(tmp_path, [document("old", "дом")])
    (arrays,) = tmp_path.glob("*.arr")
    arrays.write_bytes(arrays.read_bytes()[:-64])
    with pytest.raises(IndexDamaged, match=r"\.arr: .* bytes instead of"):
        open_index(tmp_path)


def test_lost_arrays_are_made_again_from_whoosh_byte_for_byte(tmp_path):
    build(
        tmp_path,
        [
            document("old", "дом сталь/стать +дом", "", title="дом", date="2025", areas=["a"]),
            document("gone", "сад", event="форум"),
            document("new", "мир", title="сад", agencies=["b"], source="Голос"),
        ],
        ["gone"],
    )
    for arrays in tmp_path.glob("*.arr"):
        arrays.unlink()
    assert len(verify(tmp_path)) == 1
    assert repair(tmp_path) == []


def test_what_cannot_be_made_again_is_named(tmp_path):
    build(tmp_path, [document("old", "дом")])
    (postings,) = tmp_path.glob("*.pst")
    postings.write_bytes(b"")
    assert repair(tmp_path) == [postings.name]


def test_no_index_is_no_damage(tmp_path):
    with pytest.raises(IndexMissing):
        verify(tmp_path / "nowhere")
    with pytest.raises(IndexMissing):
        open_index(tmp_path)


def test_an_index_of_another_format_asks_for_a_rebuild(tmp_path, monkeypatch):
    monkeypatch.setattr("index.store.commits.FORMAT", 0)
    build(tmp_path, [document("old", "дом")])
    monkeypatch.undo()
    monkeypatch.setattr("index.store.commits.FORMAT", FORMAT + 1)
    with pytest.raises(IndexDamaged, match="rebuild"):
        Writer(tmp_path)
