"""Numbers in several words, told in four languages."""

import pytest

from index.language.numerals import begins, numeral
from index.language.traits import traits


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("он жеті жоба", "kk", {"#17"}),
        ("жеті жүз колледж", "kk", {"#700"}),
        ("жүз жиырма бес адам", "kk", {"#125"}),
        ("forty-eight drones", "en", {"#48"}),
        ("two hundred and fifty thousand people", "en", {"#250000"}),
        ("Четиридесет и осем апарата", "bg", {"#48"}),
        ("седемнадесет моста", "bg", {"#17"}),
        ("износът нарасна с 34 на сто", "bg", {"#34%", "#100"}),
        ("двести сорок один завод", "ru", {"#241"}),
        ("сорока процентов", "ru", {"#40%"}),
        ("двадцать пять стран и три моря", "ru", {"#25"}),
        ("он семь раз звонил", "ru", set()),  # «он» is ten before a Kazakh unit alone
        ("nineteen or forty five", "en", {"#19", "#45"}),
        ("две трети", "ru", set()),
        ("по-русски и по-сербски", "ru", set()),
    ],
)
def test_a_number_is_one_whoever_writes_it(text, language, numbers):
    assert traits(text, language).numbers == numbers


def test_a_number_ends_where_its_words_end():
    assert numeral(["сто", "двадцать", "и", "дом"], 0) == (120, 2)
    assert numeral(["forty-eight", "ships"], 0) == (48, 1)
    assert numeral(["дом"], 0) == (0, 0)


@pytest.mark.parametrize(("word", "told"), [("Сто", True), ("он", True), ("дом", False)])
def test_few_words_begin_a_number(word, told):
    assert begins(word) is told
