import pytest

from index.language.spelling import Speller

COUNTS = {
    "интеллект": 50,
    "интеллекта": 90,
    "цифровизация": 20,
    "государство": 30,
    "министерство": 40,
    "қазақстан": 10,
    "platform": 5,
    "год": 99,
    "комиссия": 7,
    "искусственный": 9,
}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("интелект", "интеллект"),
        ("цыфровизация", "цифровизация"),
        ("госудраство", "государство"),
        ("министество", "министерство"),
        ("платформа", None),
        ("platfrom", "platform"),
        ("казақстан", "қазақстан"),
        ("цыфравизация", "цифровизация"),
        ("гот", "год"),
        ("комисия", "комиссия"),
        ("искуственый", "искусственный"),  # a letter of two pairs is missing
        ("2025", None),
        ("ыы", None),
    ],
)
def test_a_slip_is_put_right(slip, meant):
    assert Speller(COUNTS).correction(slip) == meant


@pytest.mark.parametrize("word", sorted(COUNTS))
def test_a_known_word_is_never_corrected(word):
    assert Speller(COUNTS).correction(word.upper()) is None
