import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexDamaged
from index.store.arrays import Strings, changes, joined, offsets, open_arrays, write_arrays


def written(path, arrays):
    content = io.BytesIO()
    write_arrays(content, arrays)
    path.write_bytes(content.getvalue())
    return path


def test_arrays_come_back_aligned_and_read_only(tmp_path):
    arrays = {"b": np.arange(5, dtype=np.int32), "a": np.array([], np.uint16), "c": np.ones(3)}
    opened = open_arrays(written(tmp_path / "x.arr", arrays))
    assert opened.keys() == arrays.keys()
    for name, array in opened.items():
        np.testing.assert_array_equal(array, arrays[name])
        assert array.dtype == arrays[name].dtype
        assert not array.flags.writeable
        assert array.ctypes.data % 64 == 0


def test_the_order_of_names_makes_no_difference(tmp_path):
    one, other = {"a": np.ones(2), "b": np.ones(3)}, {"b": np.ones(3), "a": np.ones(2)}
    assert written(tmp_path / "1", one).read_bytes() == written(tmp_path / "2", other).read_bytes()


@pytest.mark.parametrize("content", [b"", b"PSARRAY1", b"nonsense" * 20])
def test_what_is_not_a_file_of_arrays_is_damaged(tmp_path, content):
    (tmp_path / "x.arr").write_bytes(content)
    with pytest.raises(IndexDamaged, match=r"x\.arr"):
        open_arrays(tmp_path / "x.arr")


@given(st.lists(st.binary(max_size=5)))
def test_strings_are_a_sequence(strings):
    kept = Strings(*joined(strings))
    assert list(kept) == strings
    assert [kept[number] for number in range(len(kept))] == strings
    assert kept[1:3] == strings[1:3]


def test_offsets_and_changes():
    assert offsets([2, 0, 3]).tolist() == [0, 2, 2, 5]
    assert changes(np.array([4, 4, 5, 4])).tolist() == [True, False, True, True]
    assert changes(np.array([])).tolist() == []
