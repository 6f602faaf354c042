from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HOSTILE = [
    "\0",
    "\ud800",
    "%",
    "'\"<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "(" * 1000,
    ")" * 1000,
    '"' * 999,
    "а" * 8000,
    "слово " * 1000,
    " OR ".join(["ИИ"] * 500),
    "с* " * 500,
    "*",
    "* * *",
    "-" * 500,
    "!" * 500,
    "NOT NOT NOT ИИ",
    "agency: area: date: lang: title:",
    "date:9999-99-99",
    "date:2025..2024",
    "agency:" + "x" * 5000,
    "title:title:title:ИИ",
    "{{ 7 * 7 }} ${7*7} #{7*7}",
    "مرحبا \u202e\u200b\ufeff",
    "👩‍👩‍👧‍👦" * 100,
    "е\u0308" * 500,
    "\n\r\t\x0b\x0c",
    "a" * 2000 + "*",
    "1" * 4000,
]


def ways(text):
    asked = quote(text.encode("utf-8", "surrogatepass"))
    return [
        f"/search?q={asked}",
        f"/api/v1/search?q={asked}",
        f"/documents/2025-08-11-ai-meeting-kk?q={asked}",
        f"/search?agency={asked}&area={asked}&lang={asked}&source={asked}&kind={asked}",
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_a_search(client, text):
    for address in ways(text):
        answer = client.get(address)
        assert answer.status_code in {200, 414}, address
        assert answer.is_json or "<script>alert" not in answer.text
        assert answer.is_json or "<img" not in answer.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.text(alphabet='аИ "«»()!*-|:ORНЕ1', max_size=60))
def test_any_random_text_is_a_search(client, text):
    for address in ways(text):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    "query",
    ["q=%FF%FE", "q=%", "q", "=", "&&&", "q[]=1", "q=a;q=b", "page=%D9%A1", "from=%EF%BC%92025"],
)
def test_a_broken_query_string_is_answered(client, query):
    assert client.get(f"/search?{query}").status_code in {200, 400}
    assert client.get(f"/api/v1/search?{query}").status_code in {200, 400}


def test_a_thousand_parameters_are_answered(client):
    many = "&".join(f"area=a{n}" for n in range(500))
    assert client.get(f"/search?{many}").status_code == 200
