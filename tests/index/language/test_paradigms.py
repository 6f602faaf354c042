import pytest

from index.language.paradigms import RULES, found, morph


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("дорогами", "дорога"),
        ("наибольшему", "наибольший"),  # the dictionary's lemma is «большой»
        ("важнейшие", "важнейший"),
        ("ведёт", "вести"),
    ],
)
def test_a_form_becomes_its_lemma(form, lemma):
    ((spelling, places),) = found(form)
    assert lemma in {RULES[place].lemma(spelling) for place in places}


def test_a_form_is_found_without_its_dots():
    assert [spelling for spelling, _ in found("елка")] == ["ёлка"]


@pytest.mark.parametrize("form", ["тремя", "мною", "через", "каким-то"])
def test_what_no_new_word_is_like(form):
    places = [place for _, places in found(form) for place in places]
    productive = [bool(parse.tag.is_productive()) for parse in morph().parse(form)]
    assert [RULES[place].productive for place in places] == productive
    assert not any(productive)
