import re
from pathlib import Path

import flask
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import search_app
from index.documents.dates import PartialDate
from index.search.page import Totals
from search_app import languages, words
from search_app.config import shipped

PACKAGE = Path(search_app.__file__).parent


def messages():
    found = {}
    for folder, pattern, method in (
        (PACKAGE, "**.py", "python"),
        (shipped("templates"), "**.html", "jinja2"),
    ):
        for file, line, message, _, _ in extract_from_dir(str(folder), [(pattern, method)]):
            found.setdefault(message, f"{file}:{line}")
    return found


def catalogue(language):
    with (languages.FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as lines:
        return {message.id: message for message in read_po(lines, locale=language) if message.id}


@pytest.mark.parametrize("language", ["kk", "en"])
def test_every_message_is_translated(language):
    known = catalogue(language)
    missing = {
        message: place
        for message, place in messages().items()
        if message not in known or not known[message].string
    }
    assert missing == {}


def test_every_plural_has_three_russian_forms():
    known = catalogue("ru")
    plurals = [message for message in messages() if isinstance(message, tuple)]
    assert plurals
    assert all(len(known[message].string) == 3 for message in plurals)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_no_message_is_left_over(language):
    assert set(catalogue(language)) <= set(messages())


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_translations_keep_what_is_filled_in(language):
    for message in catalogue(language).values():
        wanted = set(re.findall(r"%\(\w+\)\w", "".join(message.id)))
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(set(re.findall(r"%\(\w+\)\w", form)) == wanted for form in forms), message.id


def test_no_russian_stands_in_templates_outside_the_catalogues():
    for path in shipped("templates").glob("*.html"):
        bare = re.sub(
            r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", path.read_text("utf-8"), flags=re.DOTALL
        )
        assert not re.findall("[а-яё]+", bare, flags=re.IGNORECASE), path.name


@pytest.mark.parametrize(
    ("passages", "documents", "said"),
    [
        (1, 1, "1 событие · 1 документ · 1 фрагмент"),
        (3, 2, "2 события · 2 документа · 3 фрагмента"),
        (11, 5, "5 событий · 5 документов · 11 фрагментов"),
        (21, 21, "21 событие · 21 документ · 21 фрагмент"),
        (1234, 101, "101 событие · 101 документ · 1 234 фрагмента"),
        (0, 0, "0 событий · 0 документов · 0 фрагментов"),
    ],
)
def test_russian_counts_agree_with_their_nouns(passages, documents, said):
    assert words.totals_line(Totals(passages, documents, documents)).replace("\xa0", " ") == said


def test_a_count_stands_in_one_line_with_its_noun():
    said = words.totals_line(Totals(3, 2, 1)).split(" ")
    assert said == ["1\xa0событие\xa0·", "2\xa0документа\xa0·", "3\xa0фрагмента"]


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("ru", "2025-08-11", "11 августа 2025"),
        ("ru", "2025-07", "июль 2025"),
        ("ru", "2025", "2025"),
        ("kk", "2025-08-11", "2025 ж. 11 тамыз"),
        ("kk", "2025-08", "2025 ж. тамыз"),
        ("en", "2025-08-11", "11 August 2025"),
        ("en", "2025-08", "August 2025"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(language, written, said):
    app = flask.Flask(__name__)
    with app.test_request_context(environ_overrides={languages.KEY: language}):
        assert languages.date(PartialDate.parse(written)) == said


@pytest.mark.parametrize(
    ("address", "language", "shown"),
    [
        ("/help", "ru", "Как искать"),
        ("/kk/help", "kk", "Қалай іздеу керек"),
        ("/en/help", "en", "How to search"),
    ],
)
def test_the_address_says_the_language(client, address, language, shown):
    page = client.get(address).text
    assert f'<html lang="{language}">' in page
    assert f"<h1>{shown}</h1>" in page


def test_links_keep_the_language_and_offer_the_others(soup):
    page = soup("/en/help")
    assert page.select_one(".brand")["href"] == "/en/"
    others = [link["href"] for link in page.select(".tongues a")]
    assert others == ["/help", "/kk/help", "/en/help"]


def test_the_default_language_has_no_prefix(client):
    assert client.get("/ru/help").status_code == 404


def test_the_language_links_keep_the_query(soup):
    page = soup("/search?q=%D0%98%D0%98&area=ai-education")
    assert page.select_one(".tongues a[lang=kk]")["href"] == (
        "/kk/search?q=%D0%98%D0%98&area=ai-education"
    )


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ('ии OR "жасанды интеллект" OR цифра', "ru", "ИИ или «жасанды интеллект» или цифра"),
        ('ai OR "united states"', "en", "AI or «United States»"),
        ("школы", "kk", "школы"),
    ],
)
def test_a_query_is_shown_for_people_to_read(app, text, language, shown):
    with app.test_request_context(environ_overrides={languages.KEY: language}):
        assert words.query_line(text) == shown


# What each thing of the trade is called, by a stem of its Russian name: one word a language.
GLOSSARY = {
    "ведомств": ("ведомство", "agenc"),
    "област[иьяе]": ("сала", "area"),
    "фрагмент": ("үзінді", "passage"),
    "черновик": ("нобай", "draft"),
    "закладк": ("бетбелгі", "bookmark"),
    "лент[аыу]": ("лента", "feed"),
    "реестр": ("тізілім", "register"),
    "предшественник": ("ізашар", "predecessor"),
}


@pytest.mark.parametrize("stem", GLOSSARY)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_a_thing_is_called_the_same_everywhere(language, stem):
    name = GLOSSARY[stem][language == "en"]
    named = [each for each in catalogue(language).values() if re.search(stem, str(each.id).lower())]
    assert named
    assert [each.id for each in named if name not in str(each.string).lower()] == []


def test_english_is_set_with_english_marks():
    said = [str(each.string) for each in catalogue("en").values()]
    assert [each for each in said if re.search(r"\w'\w", each)] == []
