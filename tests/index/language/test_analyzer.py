import pytest

from index.language import analyze


def lemmas(text, language="ru"):
    return [set(token.lemmas) for token in analyze(text, language)]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("данные", "данные"), ("ИИ", "ии"), ("Сенате", "сенат"), ("4,8", "4.8")],
)
def test_a_form_has_its_lemma(text, lemma):
    assert [lemma in found for found in lemmas(text)] == [True]
