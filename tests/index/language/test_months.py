import pytest

from index.language.months import NAMES, SMALL, month_of


def test_months_are_known_in_four_languages():
    words = ["августа", "тамызға", "august", "август", "сент.", "слово", "майка", "мартовский"]
    assert list(map(month_of, words)) == [8, 8, 8, 8, 9, 0, 0, 0]


def test_a_small_letter_makes_another_word_of_an_english_month():
    assert [month_of("may"), month_of("may", SMALL), month_of("мамырда", ("en",))] == [5, 0, 0]


@pytest.mark.parametrize("language", NAMES)
def test_each_language_has_twelve(language):
    assert len(NAMES[language]) == 12
