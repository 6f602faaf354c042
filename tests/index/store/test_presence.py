import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.store import presence
from index.store.presence import presence_arrays, present, row_size

SIZE = 75
passages = st.lists(st.integers(0, SIZE - 1), unique=True).map(
    lambda numbers: np.array(sorted(numbers), np.int32)
)


@given(st.lists(passages, max_size=4), passages, st.integers(2, 20))
def test_marks_tell_where_a_frequent_term_is(lists, wanted, fewest):
    starts = np.cumsum([0, *map(len, lists)])
    docs = np.concatenate([np.zeros(0, np.int32), *lists])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presence, "_FEWEST", fewest)
        made = presence_arrays("text", starts, docs, SIZE)
    frequent = made["text.frequent"].tolist()
    assert frequent == [number for number, held in enumerate(lists) if len(held) >= fewest]
    rows = made["text.presence"].reshape(-1, row_size(SIZE))
    for number, row in zip(frequent, rows, strict=True):
        held = set(lists[number].tolist())
        assert present(wanted, row).tolist() == [each in held for each in wanted.tolist()]


def test_terms_of_few_passages_or_of_a_small_share_have_no_presence():
    docs = np.arange(999, dtype=np.int32)
    assert len(presence_arrays("text", np.array([0, 999]), docs, 999)["text.frequent"]) == 0
    docs = np.arange(1_500, dtype=np.int32)
    assert len(presence_arrays("text", np.array([0, 1_500]), docs, 100_000)["text.frequent"]) == 0
