import random

from search_app.bench import slips


def test_a_slip_is_one_edit():
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    for _ in range(50):
        slip = slips.slipped("цифровой", draw)
        assert abs(len(slip) - len("цифровой")) <= 1


def test_known_words_are_tried_one_by_one():
    assert slips.known_corrected({"школа": 3, "школы": 2, "шкала": 1}) == (3, 0)
