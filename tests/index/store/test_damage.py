import pytest
from corpora import build, document

from index.errors import IndexBusy, IndexDamaged
from index.store import damage
from index.store.damage import check_cheaply, check_whole, damage_named, followed_revision
from index.store.durable import latest_generation, read_manifest, verify
from index.store.reader import open_index
from index.store.writer import Writer


@pytest.fixture
def made(tmp_path):
    build(tmp_path, [document("old", "дом сад"), document("new", "мир")])
    return tmp_path


def flip(path, place=None):
    content = bytearray(path.read_bytes())
    content[len(content) // 2 if place is None else place] ^= 1
    path.write_bytes(content)
    return path.name


def the_file(folder, ending):
    (found,) = folder.glob(f"*{ending}")
    return found


def manifest_of(path):
    return read_manifest(path, latest_generation(path))


@pytest.mark.parametrize("ending", [".arr", "_stored.col"])
def test_a_merge_never_takes_a_damaged_segment(made, ending):
    name = flip(the_file(made, ending), 1000 if ending == ".arr" else None)
    with pytest.raises(IndexDamaged, match=name.replace(".", r"\.")):
        build(made, [document("third", "кот")])
    assert verify(made) == [name]  # not hidden behind a fresh checksum


def test_the_table_of_contents_is_compared_before_it_is_unpickled(made):
    name = flip(the_file(made, ".toc"))
    with pytest.raises(IndexDamaged, match=f"{name}: not whole"):
        open_index(made)


def test_a_small_index_is_compared_and_a_large_one_measured(made, monkeypatch):
    name = flip(the_file(made, ".pst"))
    with pytest.raises(IndexDamaged, match=name):
        check_cheaply(made, manifest_of(made))
    monkeypatch.setattr(damage, "CHEAP", 0)
    check_cheaply(made, manifest_of(made))
    the_file(made, ".pst").write_bytes(b"")
    with pytest.raises(IndexDamaged, match="0 bytes instead of"):
        check_cheaply(made, manifest_of(made))


def test_only_the_files_asked_for_are_compared(made):
    flip(the_file(made, ".pst"))
    check_whole(made, manifest_of(made), [the_file(made, ".arr").name])
    with pytest.raises(IndexDamaged, match="pst"):
        check_whole(made, manifest_of(made), [the_file(made, ".pst").name])


def test_a_damaged_stored_value_is_named_when_it_is_read(made):
    flip(the_file(made, "_stored.col"), 20)
    ix = open_index(made)
    with pytest.raises(IndexDamaged, match="passage 0 is damaged"):
        ix.segments[0].passage(0)


def test_what_breaks_because_of_damage_is_damage(made):
    with pytest.raises(IndexError), damage_named(made):
        raise IndexError("a mistake of ours")
    name = flip(the_file(made, ".trm"))
    with pytest.raises(IndexDamaged, match=name), damage_named(made):
        raise IndexError("out of an array")
    with pytest.raises(IndexBusy), damage_named(made):
        raise IndexBusy("errors of ours stay as they are")


def test_without_an_index_an_error_stays_what_it_is(tmp_path):
    with pytest.raises(IndexError), damage_named(tmp_path / "nowhere"):
        raise IndexError


def test_the_revision_followed_is_known_without_the_segments(made):
    assert followed_revision(made / "nowhere") == 0
    with Writer(made) as writer:
        writer.delete("old")
        writer.commit(7)
    for file in made.glob("MAIN_*"):
        file.unlink()
    assert followed_revision(made) == 7


def test_segments_without_a_manifest_tell_that_something_was_known(made):
    flip(the_file(made, ".manifest"))
    assert followed_revision(made) == 1
