import pytest

from index.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент поручил создать новое министерство.", "ru"),
        ("Президентът възложи да се създаде ново министерство.", "bg"),
        ("Президент жаңа министрлік құруды тапсырды.", "kk"),
        ("The President ordered a new ministry.", "en"),
        ("Это совместный проект с Astana Hub и QazTech.", "ru"),
        ("Правительство города", "ru"),
        ("Развитието на икономиката", "bg"),
        ("Бектенов мақала жазды", "kk"),
    ],
)
def test_a_sentence_is_told_by_itself(text, language):
    assert identify(text) == language


@pytest.mark.parametrize("prior", ["ru", "bg", "kk"])
@pytest.mark.parametrize("text", ["План 2025", "Astana Hub", "2025", "Олжас Бектенов"])
def test_what_tells_nothing_is_as_its_document(text, prior):
    assert identify(text, prior) == prior


def test_a_document_does_not_outweigh_a_plain_sentence():
    assert identify("Правительству надо решить этот вопрос.", "bg") == "ru"
    assert identify("This is an English sentence of the report.", "ru") == "en"
