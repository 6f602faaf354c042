"""What belongs together by links of different strength."""

import pytest

from index.search.instructions.linking import APART, linked


def groups(said):
    """The letters in groups; a pair that is not named speaks slightly against itself."""
    letters = sorted({letter for pair in said for letter in pair})
    pairs = [tuple(pair) for pair in said]
    return linked(letters, pairs, lambda one, other: said.get(one + other, -1.0))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"ab": 2.0, "bc": 1.0}, [["a", "b", "c"]]),  # more for it than against it
        ({"ab": 2.0, "bc": 1.0, "ac": -9.0}, [["a", "b"], ["c"]]),
        ({"ab": 3.0, "bc": 2.0, "ac": 1.0}, [["a", "b", "c"]]),
    ],
)
def test_what_is_linked_stands_together(said, found):
    assert groups(said) == found


def test_two_things_that_never_are_one_are_not_joined_by_their_company():
    said = {"ab": 3.0, "cd": 2.9, "ac": 2.0, "ad": 2.0, "bc": 2.0, "bd": -9.0}
    assert groups(said) == [["a", "b", "c", "d"]]
    assert groups(said | {"bd": APART}) == [["a", "b"], ["c", "d"]]
