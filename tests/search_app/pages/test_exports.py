"""A search and the register taken away: each form holds what the page shows, and says of what."""

import csv
import io
import re
from urllib.parse import quote

import openpyxl
import pytest

from search_app.formats import exports
from search_app.pages import exports as pages

ASKED = "q=" + quote("школа") + "&area=ai-education&from=2025"
SAID = [
    ("Запрос", "школа"),
    ("Дата", "с 2025"),
    ("Приоритетная область", "Обучение ИИ и цифровая грамотность молодёжи (AI-Sana)"),
]


def total(client, query, key="passages"):
    said = client.get(f"/api/v1/search?{query}").json["total"]
    return said[key]


@pytest.fixture
def book(client):
    def opened(address):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].endswith(".xlsx")
        sheets = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets
        return [[[cell.value for cell in row] for row in sheet.rows] for sheet in sheets]

    return opened


def csv_rows(answer):
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("asked", ["", ASKED, "q=" + quote("ксилофонистка")])
def test_a_workbook_holds_what_the_table_holds(client, book, asked):
    rows, about = book(f"/search.xlsx?{asked}")
    table = csv_rows(client.get(f"/search.csv?{asked}"))
    table = [row for row in table if row["document"]]  # an empty one says what was asked
    assert len(rows) == len(table) + 1 == total(client, asked) + 1
    for row, known in zip(rows[1:], table, strict=True):
        assert dict(zip(rows[0], row, strict=True))["text"].lstrip("'") == known["text"].lstrip("'")
    assert ["Всего найдено", str(len(table))] in about


def test_a_workbook_says_what_it_is_a_selection_of(book):
    about = dict(book(f"/search.xlsx?{ASKED}")[1])
    for name, value in SAID:
        assert about[name] == value
    assert about["Адрес"].startswith("http://localhost/search?q=")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", about["Выбрано"])


def test_every_row_of_a_table_says_what_was_asked(client):
    table = csv_rows(client.get(f"/search.csv?{ASKED}"))
    assert table
    assert {row["asked"] for row in table} == {"; ".join(f"{name}: {said}" for name, said in SAID)}
    (address,) = {row["search"] for row in table}
    assert total(client, address.partition("?")[2]) == len(table)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("цифравизация", "Прочитано как: цифровизация"),
        ("школа ксилофонист", "Примечание: Таких слов нет ни в одном тексте: ксилофонист"),
    ],
)
def test_words_read_otherwise_are_told(client, typed, told):
    table = csv_rows(client.get("/search.csv?q=" + quote(typed)))
    assert table
    assert all(told in row["asked"] for row in table)


def test_the_file_of_json_is_the_search_whole(client):
    said = client.get(f"/search.json?{ASKED}").json
    hits = client.get(f"/api/v1/search?{ASKED}&per_page=100").json
    assert said["total"] == hits["total"]["passages"]
    assert said["hits"] == hits["hits"]
    assert [(each["name"], each["value"]) for each in said["asked"]] == SAID


@pytest.mark.parametrize(
    "asked", ["q=" + quote("интеллект"), "q=" + quote("школа суперкомпьютер"), ""]
)
def test_more_than_a_page_comes_out_as_the_pages_have_it(client, asked):
    hits, of_pages = client.get(f"/search.json?{asked}").json["hits"], []
    while len(of_pages) < total(client, asked):
        page = len(of_pages) // 40 + 1
        of_pages += client.get(f"/api/v1/search?{asked}&per_page=40&page={page}").json["hits"]
    assert hits == of_pages


@pytest.mark.parametrize("address", ["/search.csv", "/agencies/mvd.csv", "/instructions.csv"])
def test_an_empty_table_says_what_was_asked(client, address):
    (row,) = csv_rows(client.get(f"{address}?q={quote('ксилофонистка')}&area=healthcare"))
    assert row.pop("asked").startswith("Запрос: ксилофонистка; ")
    assert "area=healthcare" in row.pop("search")
    assert set(row.values()) == {""}


def test_a_file_is_sent_while_it_is_read(client):
    sent = client.get("/search.json", buffered=False).iter_encoded()
    pieces = [len(piece) for piece in sent]
    assert len(pieces) > total(client, "")
    assert max(pieces) < sum(pieces) / 4


def test_an_export_is_bounded_and_says_how_much_there_is(client, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 5)
    said = client.get("/search.json").json
    assert len(said["hits"]) == 5
    assert said["total"] == total(client, "")


def test_a_workbook_has_no_formula(book):
    rows, about = book("/search.xlsx?q=" + quote("=1+1"))
    assert not any(str(cell).startswith("=") for row in rows for cell in row)
    assert dict(about)["Запрос"] == "=1+1"  # as text: openpyxl would show a formula as such


@pytest.mark.parametrize("query", ["", "due=overdue", "agency=government&q=" + quote("школа")])
def test_every_form_of_the_register_holds_the_same(client, book, query):
    known = client.get(f"/api/v1/instructions?{query}&per_page=100").json
    whole = client.get(f"/instructions.json?{query}").json
    assert whole["total"] == known["total"] == len(whole["instructions"])
    assert whole["instructions"][:100] == known["instructions"]
    assert len(book(f"/instructions.xlsx?{query}")[0]) == known["total"] + 1
    table = csv_rows(client.get(f"/instructions.csv?{query}"))
    assert len([row for row in table if row["id"]]) == known["total"]


def test_paper_has_the_words_and_their_references(soup, client):
    page = soup(f"/search/print?{ASKED}")
    hits = client.get(f"/api/v1/search?{ASKED}&per_page=100").json["hits"]
    assert [quoted.text for quoted in page.select("blockquote")] == [hit["text"] for hit in hits]
    cited = [each.text for each in page.select(".cited li")]
    assert len(cited) == len({hit["document"] for hit in hits})
    assert all("(дата обращения: " in each for each in cited)
    for place, hit in zip(page.select(".quotes li > .note a"), hits, strict=True):
        number = int(re.match(r"\[(\d+)", place.text)[1])
        assert hit["title"].rstrip(".")[:40] in cited[number - 1]
        assert place["href"].endswith(f"#p{hit['passage']}")


def test_paper_says_where_it_stops(soup, monkeypatch):
    monkeypatch.setattr(pages, "MOST_PRINTED", 2)
    page = soup("/search/print")
    assert len(page.select("blockquote")) == 2
    assert "здесь первые 2" in page.select_one(".facts").text


def test_the_register_on_paper(soup, client):
    page = soup("/instructions/print?due=overdue")
    known = client.get("/api/v1/instructions?due=overdue&per_page=100").json["instructions"]
    assert [quoted.text for quoted in page.select("blockquote")] == [each["text"] for each in known]


def test_a_bibliography_has_each_document_once(client):
    answer = client.get(f"/search.bib?{ASKED}")
    assert answer.mimetype == "application/x-bibtex"
    keys = re.findall(r"^@misc\{(.+),$", answer.text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == total(client, ASKED, "documents")


@pytest.mark.parametrize("form", [".csv", ".xlsx", ".json", ".bib", "/print"])
def test_a_malformed_parameter_is_refused(client, form):
    assert client.get(f"/search{form}?from=x").status_code == 400


def test_the_page_offers_every_form(soup):
    offered = [link["href"] for link in soup(f"/search?{ASKED}").select(".forms a")]
    for form in (".csv", ".xlsx", ".json", ".bib", "/print"):
        assert any(address.startswith(f"/search{form}?") for address in offered)
    offered = [link["href"] for link in soup("/instructions?due=overdue").select("main .note a")]
    for form in (".csv", ".xlsx", ".json", "/print"):
        assert f"/instructions{form}?due=overdue" in offered
