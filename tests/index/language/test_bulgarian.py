import pytest

from index.language import bulgarian


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("държавата", "държава"),
        ("цифровия", "цифров"),
        ("цифровото", "цифров"),
        ("изтичането", "изтичане"),
        ("решенията", "решение"),
        ("интелекта", "интелект"),
        ("кодексът", "кодекс"),
        ("месинджърите", "месинджър"),
        ("най-добрия", "добър"),
        ("договориха", "договоря"),
        ("участниците", "участник"),
    ],
)
def test_a_form_has_its_lemma(form, lemma):
    assert lemma in bulgarian.lemmas(form)


def test_a_participle_meets_its_verb():
    assert "избера" in bulgarian.lemmas("избрания") or "избера" in bulgarian.lemmas("избран")
