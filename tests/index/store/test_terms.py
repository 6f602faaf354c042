from hypothesis import example, given
from hypothesis import strategies as st

from index.store.terms import in_order

LETTERS = st.text(alphabet="аб\0z€𝄞", max_size=6)
LONG = st.builds(str.__add__, st.sampled_from(["", "дорога" * 3, "z" * 31, "z" * 32]), LETTERS)


@given(st.lists(LONG, max_size=30))
@example([])
@example(["", "\0", "a", "a\0", "z" * 32, "z" * 32 + "\0", "z" * 33, ""])
def test_terms_are_sorted_by_their_bytes_each_once(spelled):
    terms, numbers = in_order(spelled)
    assert terms == sorted({term.encode() for term in spelled})
    assert [terms[number] for number in numbers] == [term.encode() for term in spelled]
