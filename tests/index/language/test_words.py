import pytest

from index.language import words


def terms(surface, language="ru"):
    word = words.read(surface, language)
    return word.lemmas if word.parts is None else tuple(part.lemmas[0] for part in word.parts)


@pytest.mark.parametrize(
    ("surface", "language", "lemmas"),
    [
        ("QazTech-а", "ru", ("qaztech",)),
        ("eGov’е", "ru", ("egov",)),
        ("QazTech-тің", "kk", ("qaztech",)),
        ("МЦРИАПа", "ru", ("мцриап",)),
        ("МИИЦР-ом", "ru", ("миицр",)),
        ("ЖИ-дің", "kk", ("жи",)),
        ("ИИ", "bg", ("ии",)),
        ("Самрук-Қазына", "bg", ("самрук-казына", "самрук", "казына")),
        ("%", "ru", ("%", "процент", "пайыз", "percent")),
        ("2-й", "ru", ("2",)),
    ],
)
def test_a_surface_and_its_terms(surface, language, lemmas):
    assert terms(surface, language) == lemmas


def test_a_name_is_one_term_in_every_language():
    spellings = [("Токаеву", "ru"), ("Тоқаевтың", "kk"), ("Tokayev's", "en"), ("Токаев", "bg")]
    assert {words.lemmas(*spelling) for spelling in spellings} == {("токаев",)}


def test_a_heading_in_capitals_is_still_read():
    assert "год" in words.lemmas("ГОДА", "ru")
    assert "кодекс" in words.lemmas("КОДЕКСА", "ru")


@pytest.mark.parametrize("language", ["ru", "bg", "kk", "en"])
@pytest.mark.parametrize(
    "word",
    [
        "Семей",
        "семей",
        "Семея",
        "ёлки",
        "Ёлки",
        "Роман",
        "ИИ",
        "города",
        "Я",
        "г",
        "ГОДА",
        "Тбилиси",
    ],
)
def test_a_word_is_read_as_its_lemmas_are(word, language):
    assert words.read(word, language).lemmas == words.lemmas(word, language)
