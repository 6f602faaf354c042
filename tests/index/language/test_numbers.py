import pytest

from index.language.numbers import number


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("4,8", ("4.8",)),
        ("4.80", ("4.8",)),
        ("15 000", ("15000",)),
        ("15 000,50", ("15000.5",)),
        ("1,500,000", ("1500000",)),
        ("4,800", ("4800", "4.8")),
        ("2025", ("2025",)),
        ("55-ші", ("55",)),
        ("80-х", ("80",)),
        ("5G", ()),
        ("007", ("007",)),
    ],
)
def test_numbers_meet_in_one_form(written, values):
    assert number(written) == values
