import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.store.term_file import _probed


def place(table, wanted):
    """Where a reader of the table finds a hash: in the first such slot before an empty one."""
    slot = (wanted >> 8) % len(table)
    while table["place"][slot]:
        if table["hash"][slot] == wanted:
            return int(table["place"][slot])
        slot = (slot + 1) % len(table)
    return 0


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20, unique=True))
def test_every_entry_is_found_from_its_own_slot_on(homes):
    hashes = np.array([home << 8 | 7 for home in homes], np.int64)
    table = _probed(hashes, np.arange(1, 1 + len(hashes)))
    assert [place(table, int(each)) for each in hashes] == list(range(1, 1 + len(hashes)))
