import pytest

from index.documents.completing import derived_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Открыт центр. Он третий.", "Открыт центр"),
        ("Заголовок без точки", "Заголовок без точки"),
        ("– Успеем! – сказал аким.", "Успеем! – сказал аким"),
        ("Открыт первый в области центр, сообщает Zakon.kz.", "Открыт первый в области центр"),
        ("Когда откроют? Весной.", "Когда откроют?"),
    ],
)
def test_title_is_the_first_sentence(text, title):
    assert derived_title(text) == title


def test_long_title_is_cut_between_words():
    title = derived_title("Министерство подготовило подробный план, " * 10)
    assert len(title) <= 120
    assert title.endswith(("план…", "подробный…", "подготовило…", "Министерство…"))


def test_derived_title_is_marked(read):
    (document,) = read("date 2025-07 Открыт центр. Он третий.")
    assert (document.title, document.title_derived) == ("Открыт центр", True)


def test_given_source_is_not_looked_for(read):
    (document,) = read("---\nsource: Вестник\n---\nОткрыт центр, сообщает Zakon.kz.")
    assert document.source == "Вестник"


def test_event_year_against_the_date_is_warned_of_and_the_date_kept(read, told, warned):
    (document,) = read("date 2024-07 Открыт форум «Steppe Link 2022».")
    assert str(document.date) == "2024-07"
    assert told == []
    assert warned.lines == ["1: the date is 2024-07, but the text speaks of an event of 2022"]
