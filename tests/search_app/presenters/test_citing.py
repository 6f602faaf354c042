import pytest

from index.documents.document import Document, Passage
from search_app.presenters.citing import citation


@pytest.fixture(autouse=True)
def asked(app):
    with app.test_request_context():
        yield


def passage(text):
    return Passage("2025-x", 7, 5, text, 0, len(text), "ru")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Школы получат интернет.", "%D0%A8%D0%BA%D0%BE%D0%BB%D1%8B%20"),
        ("a-b " * 3, "a%2Db%20a%2Db%20a%2Db"),  # a bare dash would divide the fragment
        ("one two three four five six seven eight nine ten eleven",
         "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"),
    ],
)  # fmt: skip
def test_a_passage_has_an_address_that_marks_its_words(text, found):
    cited = citation(Document("2025-x", "О школах", ()), passage(text))
    assert cited.address == "http://localhost/documents/2025-x#p7"
    assert cited.found.startswith(f"{cited.address}:~:text={found}")


def test_every_form_names_the_permanent_address():
    cited = citation(Document("отчёт №1", "О школах", ()))
    assert cited.address.isascii()
    assert [form.name for form in cited.forms] == ["ГОСТ Р 7.0.5", "BibTeX", "Текст"]
    assert all(cited.address in form.html for form in cited.forms)
    assert cited.found == ""
