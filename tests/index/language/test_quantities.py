import pytest

from index.language import quantities, query_words


def others(text):
    places = [slot for word in query_words(text) for slot in word.slots]
    return quantities.at(places, 0)


@pytest.mark.parametrize(
    ("text", "end", "other"),
    [
        ("1,5 млн тенге", 2, "1 500 000"),
        ("1.5 million", 2, "1,5 млн"),
        ("1 500 000 человек", 1, "1,5 млн"),
        ("1,500,000", 1, "1.5 mln"),
        ("полтора миллиарда", 2, "1,5 млрд"),
        ("4,8 трлн", 2, "4.8 trln"),
        ("15 тысяч", 2, "15 000"),
        ("26 миллионов услуг", 2, "26 милион"),
        ("20 мың", 2, "20 тыс"),
    ],
)
def test_a_large_number_in_other_words(text, end, other):
    found = others(text)
    assert found[0] == end
    assert other in found[1]


@pytest.mark.parametrize("text", ["2025 год", "5 тысяч", "29 процентов", "млн", "версия 1.5"])
def test_what_is_no_large_number_has_no_other_words(text):
    assert others(text)[1] == ()


def test_nobody_writes_a_number_with_many_decimals():
    assert others("1 234 567") == (1, ("1 234 567", "1234,567 тыс", "1234,567 хиляда",
                                       "1234,567 мың", "1234.567 thousand"))  # fmt: skip
