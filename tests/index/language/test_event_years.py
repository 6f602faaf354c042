import pytest

from index.documents.dates import PartialDate
from index.documents.document import Passage
from index.language.event_years import contradicting_year, told_year


@pytest.mark.parametrize(
    ("text", "date", "year"),
    [
        ("Министр открыл форум «Steppe Link 2022».", "2024-07", 2022),
        ("Министр открыл форум «Steppe Link 2022».", "2022-07", None),
        ("Министр позвал на форум Steppe Link 2026.", "2025-07", None),
        ("После форума Steppe Link 2022 открылся форум Steppe Link 2024.", "2024-07", None),
        ("Форум прошёл в Алматы 2022 года.", "2024", None),
        ("Форум одобрил Стратегию-2020.", "2024", None),
        ("Министр вспомнил модель Kazsat 2014.", "2024", None),
        ("Форум «Steppe Link 2022» открыт.", None, None),
    ],
)
def test_event_of_an_earlier_year_contradicts_the_date(text, date, year):
    assert contradicting_year([text], date and PartialDate.parse(date)) == year


def test_event_named_far_below_is_only_recalled():
    assert contradicting_year(["А."] * 3 + ["Форум Steppe Link 2022."], PartialDate(2024)) is None


def test_hostile_text_is_searched_in_a_moment():
    assert contradicting_year(["форум " + "A" * 500_000] * 3, PartialDate(2024)) is None


def cut(*texts):
    """Passages, each with the number of its paragraph before it."""
    return [Passage("a", n, int(text[0]), text[2:], 0, 0) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("passages", "year"),
    [
        (cut("1 Министр открыл форум", "1 Steppe Link 2022 в степи."), 2022),
        (cut("1 А.", "2 Б.", "3 Форум Steppe Link 2022."), 2022),
        (cut("1 А.", "2 Б.", "3 В.", "4 Форум Steppe Link 2022."), None),
        (cut("1 Открыт форум", "2 Steppe Link 2022."), None),
    ],
)
def test_a_year_is_read_from_the_first_paragraphs_however_they_are_cut(passages, year):
    assert told_year(iter(passages), PartialDate(2024)) == year


def test_no_more_passages_are_read_than_count():
    passages = iter(cut("1 А.", "2 Б.", "3 В.", "4 Г.", "5 Д."))
    told_year(passages, PartialDate(2024))
    assert [each.ordinal for each in passages] == [5]
