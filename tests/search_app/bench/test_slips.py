import random

from search_app.bench import slips


def test_a_slip_is_one_edit():
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    for _ in range(50):
        slip = slips.slipped("цифровой", draw)
        assert abs(len(slip) - len("цифровой")) <= 1
