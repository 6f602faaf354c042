import pytest

MACHINES = [
    "/api/v1/search?q=ИИ",
    "/api/v1/documents/nothing",
    "/api/v1/search?page=0",
    "/data/SHA256SUMS",
    "/opensearch/suggest?q=ИИ",
]


@pytest.mark.parametrize("address", MACHINES)
def test_a_script_of_any_site_reads_what_is_made_for_machines(client, address):
    with client.get(address, headers={"Origin": "https://other.example"}) as answer:
        said = answer.headers
    assert said["Access-Control-Allow-Origin"] == "*"
    assert said["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in said


@pytest.mark.parametrize("address", ["/", "/search?q=ИИ", "/static/site.css", "/documents/nothing"])
def test_pages_are_for_readers_alone(client, address):
    with client.get(address, headers={"Origin": "https://other.example"}) as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_browser_that_asks_first_may_read_and_no_more(client):
    asked = {
        "Origin": "https://other.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    said = client.options("/api/v1/search", headers=asked).headers
    assert said["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert said["Access-Control-Allow-Headers"] == "*"


def test_the_language_in_the_address_changes_nothing(client):
    assert client.get("/kk/api/v1/search").headers["Access-Control-Allow-Origin"] == "*"
