import pytest

from index.documents.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "date", "first"),
    [
        (" date 2025-08-11 Открыт центр.", PartialDate(2025, 8, 11), "Открыт центр."),
        ("date 2025-07 Открыт центр.", PartialDate(2025, 7), "Открыт центр."),
        ("date 2025 Открыт центр.", PartialDate(2025), "Открыт центр."),
        ("date 2025-07\n\nОткрыт центр.", PartialDate(2025, 7), "Открыт центр."),
        ("date 2025-08-11Открыт центр.", PartialDate(2025, 8, 11), "Открыт центр."),
        ("\ufeffdate 2025-07 Открыт центр.", PartialDate(2025, 7), "Открыт центр."),
        ("Открыт центр.", None, "Открыт центр."),
        ("date palms grow here.", None, "date palms grow here."),
    ],
)
def test_header_date_is_of_speech_and_publication(read, text, date, first):
    (document,) = read(text)
    assert (document.date, document.published) == (date, date)
    assert document.paragraphs == (first,)


@pytest.mark.parametrize("date", ["2025-13", "2025-02-30", "2025/08/11", "0000", "11.08.2025"])
def test_impossible_header_date_is_told_with_its_line(read, told, date):
    assert read(f"\n date {date} Открыт центр.") == []
    (line,) = told.lines
    assert line.startswith(f"2: date: «{date}»")


def test_header_without_text_is_no_document(read, told):
    assert read("date 2025-07 ") == []
    assert told.lines == ["1: no text"]
