"""Months, days and stretches of time, known again in another language."""

import pytest

from index.language.times import month_named, number_named
from index.language.traits import traits


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("до 1 августа", "ru", {"&8", "&8-1"}),
        ("к августу… до августа", "ru", {"&8"}),
        ("by August 1, everything", "en", {"&8", "&8-1"}),
        ("until August 1st to answer", "en", {"&8", "&8-1"}),
        ("by August 5 villages", "en", {"&8"}),  # villages are counted, not days
        ("1 тамызға дейін", "kk", {"&8", "&8-1"}),
        ("до края на август", "bg", {"&8"}),
        ("за двое суток", "ru", {"&+2d"}),
        ("в двухмесячный срок", "ru", {"&+2m"}),
        ("within two months", "en", {"&+2m"}),
        ("екі ай ішінде", "kk", {"&+2m"}),
        ("след два месеца", "bg", {"&+2m"}),
        ("в течение 10 рабочих дней", "ru", {"&+10d"}),
        ("две недели", "ru", {"&+14d"}),
        ("полгода на всё", "ru", {"&+6m"}),
        ("жарты жыл", "kk", {"&+6m"}),
        ("через месяц", "ru", {"&+1m"}),
        ("в этом месяце и весь год", "ru", set()),
        ("маршрут, сенатор и марка", "ru", set()),
        ("a march may end", "en", set()),
    ],
)
def test_times_are_one_in_every_language(text, language, found):
    assert {each for each in traits(text, language).told if each[0] == "&"} == found


def test_hours_are_days():
    assert "&+2d" in traits("within 48 hours", "en").told


@pytest.mark.parametrize(("text", "language"), [("три миллиона", "ru"), ("three million", "en")])
def test_numbers_in_words_count_millions(text, language):
    assert "#3000000" in traits(text, language).told


def test_words_that_name_no_time():
    assert month_named("марта") == 3
    assert month_named("казан") == number_named("казан") == 0
    assert number_named("2025") == 0
