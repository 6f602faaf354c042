import pytest

from search_app import create_app
from search_app.config import Config


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/search?page=x", "целое число от 1"),
        ("/search?from=2025-02-30", "Дата — 2025, 2025-07"),
        ("/search?sort=best", "relevance, newest"),
        ("/en/search?per_page=1000", "from 1 to 100"),
        ("/search?instruction=yes", "<code>instruction</code>: Годится только 1."),
        ("/kk/search?instruction=yes", "Тек 1 жарайды."),
        ("/matrix?by=day", "<code>by</code>: Годится одно из: agency, year, both."),
        ("/en/matrix?by=day", "It takes one of: agency, year, both."),
        ("/search?instruction=1&instruction=2", "Годится только одно"),
    ],
)
def test_a_malformed_parameter_is_a_page_with_the_reason(client, address, said):
    answer = client.get(address)
    assert answer.status_code == 400
    assert said in answer.text
    assert 'role="search"' in answer.text


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/search?q=школы&from=2025-13", "Поле «с»: Дата"),
        ("/en/search?q=школы&to=2025-13", "Field “to”: A date"),
    ],
)
def test_a_malformed_date_names_its_field_and_keeps_the_query(client, address, named):
    answer = client.get(address)
    assert answer.status_code == 400
    assert named in answer.text
    assert 'value="школы"' in answer.text


@pytest.mark.parametrize("prefix", ["", "/kk", "/en"])
def test_machines_are_told_in_one_language(client, prefix):
    said = client.get(f"{prefix}/api/v1/search?page=x").json["error"]
    assert said["title"] == "This address could not be read"
    assert said["detail"] == "takes a whole number from 1"
    assert said["parameter"] == "page"


def test_a_missing_page_has_a_way_out(client):
    answer = client.get("/nothing")
    assert answer.status_code == 404
    assert 'href="/documents"' in answer.text


def test_pages_can_only_be_read(client):
    answer = client.post("/search", data={"q": "ИИ"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert client.post("/api/v1/search").json["error"]["status"] == 405


@pytest.mark.parametrize("address", ["/", "/search?q=ИИ", "/documents", "/agencies", "/about"])
def test_without_an_index_every_page_says_so(tmp_path, address):
    answer = create_app(Config(data=tmp_path)).test_client().get(address)
    assert answer.status_code == 503
    assert "Поиск пока недоступен" in answer.text
    assert answer.headers["Retry-After"]


def test_help_needs_no_index(tmp_path):
    assert create_app(Config(data=tmp_path)).test_client().get("/help").status_code == 200


def test_a_fault_of_ours_is_a_page_and_tells_no_secrets(data):
    app = create_app(Config(data=data))
    app.add_url_rule("/fault", view_func=lambda: 1 // 0)
    app.add_url_rule("/api/fault", endpoint="api_fault", view_func=lambda: 1 // 0)
    page = app.test_client().get("/fault")
    assert page.status_code == 500
    assert "На сайте ошибка" in page.text
    assert "ZeroDivision" not in page.text
    assert app.test_client().get("/api/fault").json["error"]["status"] == 500


def test_a_long_address_is_refused_politely(client):
    answer = client.get("/search?q=" + "а" * 40_000)
    assert answer.status_code == 414
    assert "Слишком длинный адрес" in answer.text
