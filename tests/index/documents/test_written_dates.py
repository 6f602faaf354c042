import pytest

from index.documents.written_dates import take_date, written_date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("11 августа 2025 года", "2025-08-11"),
        ("11 августа 2025 г.", "2025-08-11"),
        ("Май 2025", "2025-05"),
        ("1 мая 2025", "2025-05-01"),
        ("11.08.2025", "2025-08-11"),
        ("2025-08-11", "2025-08-11"),
        ("11 август 2025 г.", "2025-08-11"),
        ("2025 жылғы 11 тамыз", "2025-08-11"),
        ("11 August 2025", "2025-08-11"),
        ("August 11, 2025", "2025-08-11"),
        ("31 февраля 2025 года", None),
        ("В 2025 году", None),
        ("11 августа 2025 года открыт центр", None),
        ("2025", None),
    ],
)
def test_line_that_is_a_date_is_read(line, date):
    found = written_date(line)
    assert (found and str(found)) == date


def test_date_is_taken_from_the_first_lines():
    date, rest = take_date(("Заголовок", "11 августа 2025 года", "Текст."))
    assert (str(date), rest) == ("2025-08-11", ("Заголовок", "Текст."))


def test_lone_date_is_left_as_text():
    assert take_date(("11 августа 2025 года",)) == (None, ("11 августа 2025 года",))
