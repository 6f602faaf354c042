import pytest

from index.search.advice.silent import is_silent, table


@pytest.mark.parametrize("form", ["кто", "какие", "сколько", "и", "где", "қандай", "какво", "what"])
def test_words_that_ask_or_fill_say_nothing(form):
    assert is_silent(form)


@pytest.mark.parametrize("form", ["школа", "данные", "стали", "год", "закон", "government", "2025"])
def test_words_that_name_things_do_not(form):
    assert not is_silent(form)
    assert form not in table()["terms"]
