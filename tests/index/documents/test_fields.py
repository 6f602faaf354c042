import pytest

from index.documents.dates import PartialDate
from index.documents.fields import FieldError, read_fields


def test_fields_are_tidied_and_empty_ones_left_out():
    given = {"title": " Новый\u00a0план ", "date": "2025-07", "source": "", "url": None}
    assert read_fields(given) == {"title": "Новый план", "date": PartialDate(2025, 7)}


def test_event_is_made_fit_for_an_address():
    assert read_fields({"event": "Форум связи 2025"}) == {"event": "forum-svyazi-2025"}


def test_year_may_be_a_number():
    assert read_fields({"date": 2024}) == {"date": PartialDate(2024)}


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("date", "2025-02-30", "is not a date"),
        ("date", "4050", "between 1900 and 2100"),
        ("published", "11.08.2025", "is not a date"),
        ("language", "de", "not among ru, kk, bg, en"),
        ("url", "javascript:alert(1)", "not an http"),
        ("url", "https://", "not an http"),
        ("url", "http://[", "Invalid IPv6"),
        ("url", 'https://a.kz/"onclick', "not an http"),
        ("title", "x" * 501, "over 500 characters"),
        ("title", ["a"], "takes text, not list"),
        ("title", True, "takes text, not bool"),
        ("title", "\ud800", "surrogate"),
        ("id", "a b", "is no id"),
        ("event", "«»", "at least one letter"),
        ("author", "Кто-то", "unknown key"),
    ],
)
def test_bad_value_names_its_field_and_says_why(field, value, reason):
    with pytest.raises(FieldError, match=reason) as error:
        read_fields({field: value})
    assert str(error.value).startswith(f"{field}: ")
