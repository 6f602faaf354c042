"""What documents of one event have in common, as people are told it."""

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy.occasions.shared import shared

FULL = (
    "11 августа президент провёл совещание. Министр Оразбеков доложил о 417 школах и о 2,5 млн "
    "жителей, которых свяжет сеть Zerna Link. Затем слово взял аким Жунусов."
)
BRIEF = "На совещании министр Оразбеков назвал 417 школ. Сеть зовётся Zerna Link."
ENGLISH = "At the meeting Orazbekov, the minister, said Zerna Link will serve 2.5 million people."
LATER = "Накануне, 11 августа, прошло совещание: Оразбеков говорил о 417 школах."


def document(name, text, language="ru", day="2025-08-11"):
    date = day and PartialDate.parse(day)
    return Document(name, "", (text,), date, event="schools", language=language)


def test_names_and_numbers_are_told_as_the_text_writes_them():
    (found,) = shared([document("full", FULL), document("brief", BRIEF)])
    assert (found.document, found.other) == ("brief", "full")
    assert set(found.names) == {"Оразбеков", "Zerna", "Link"}
    assert found.numbers == ("417",)
    assert found.kinds == ("meeting",)


def test_what_survives_translation_is_told_in_the_language_of_the_text():
    (found,) = shared([document("full", FULL), document("english", ENGLISH, "en")])
    assert set(found.names) == {"Orazbekov", "Zerna", "Link"}
    assert found.numbers == ("2500000",)
    assert found.copied == 0.0


def test_a_text_is_compared_with_the_fuller_one_that_is_most_like_it():
    copy = document("copy", f"{ENGLISH} It was so.", "en")
    second, third = shared([document("full", FULL), copy, document("english", ENGLISH, "en")])
    assert (second.document, second.other) == ("copy", "full")
    assert (third.document, third.other) == ("english", "copy")
    assert third.copied == 1.0


def test_days_are_told_as_far_as_they_are_known():
    full = document("full", FULL)
    days = ["2025-08-11", "2025-08-12", "2025-08", None]
    told = [shared([full, document("later", LATER, day=day)])[0] for day in days]
    assert [each.apart for each in told] == [0, 1, None, None]
    assert told[1].names_day


def test_a_document_alone_shares_nothing():
    assert shared([document("full", FULL)]) == []
