import pytest

from index.documents.dates import PartialDate
from index.documents.event_years import contradicting_year


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
