from urllib.parse import urlencode

import pytest

HIT = {
    *("document", "passage", "paragraph", "score", "title", "date", "published", "source"),
    *("language", "languages", "kind", "event", "speaker", "areas", "agencies"),
    *("snippet", "text", "url"),
}
FACETS = {"area", "agency", "lang", "source", "kind", "speaker", "instruction", "date"}


def asked(client, **parameters):
    answer = client.get("/api/v1/search?" + urlencode(parameters, doseq=True))
    assert answer.status_code == 200
    return answer.json


def test_a_search_answers_with_the_contract(client):
    said = asked(client, q="искусственного интеллекта")
    assert set(said) == {
        *("query", "applied", "suggestions", "total", "page", "pages", "per_page", "sort"),
        *("group", "groups", "hits", "facets"),
    }
    assert set(said["query"]) == {
        *("text", "canonical", "read_as", "notes", "words", "exactly", "dates"),
    }
    assert set(said["total"]) == {"passages", "documents", "events"}
    assert set(said["facets"]) == FACETS
    assert all(set(hit) == HIT for hit in said["hits"])
    assert all("<mark>" in hit["snippet"] for hit in said["hits"])
    assert (said["page"], said["per_page"], len(said["hits"])) == (1, 20, 20)


@pytest.mark.parametrize(
    "query", ["", "интеллект", '"искусственный интеллект"', "данн*", "QazTech"]
)
@pytest.mark.parametrize("others", [{}, {"lang": "ru"}, {"from": "2025-08", "to": "2025-09"}])
def test_every_facet_value_counts_what_it_shows(client, query, others):
    said = asked(client, q=query, per_page=1, **others)
    for facet in FACETS - {"date"}:
        for value in said["facets"][facet]:
            chosen = others | {facet: value["value"]}
            shown = asked(client, q=query, per_page=1, **chosen)
            assert shown["total"]["passages"] == value["count"], (facet, value)
            assert value["chosen"] == (others.get(facet) == value["value"])


@pytest.mark.parametrize("query", ["", "интеллект"])
@pytest.mark.parametrize("others", [{}, {"lang": "kk"}])
def test_years_and_months_count_what_they_show(client, query, others):
    for year in asked(client, q=query, per_page=1, **others)["facets"]["date"]:
        for period in [year, *year["months"]]:
            dates = {"from": period["value"], "to": period["value"]}
            shown = asked(client, q=query, per_page=1, **others, **dates)
            assert shown["total"]["passages"] == period["count"], period


def test_two_values_of_one_facet_are_either(client):
    one, other, both = (
        asked(client, q="интеллект", lang=values)["total"]["passages"]
        for values in ("kk", "ru", ["kk", "ru"])
    )
    assert both == one + other


def test_pages_hold_every_passage_once(client):
    pages = asked(client, q="цифровой", per_page=7)["pages"]
    hits = [
        (hit["document"], hit["passage"])
        for page in range(1, pages + 1)
        for hit in asked(client, q="цифровой", per_page=7, page=page)["hits"]
    ]
    assert len(hits) == len(set(hits)) == asked(client, q="цифровой")["total"]["passages"]


def test_the_url_of_a_hit_is_its_passage(client, soup):
    hit = asked(client, q="мессенджер")["hits"][0]
    address, passage = hit["url"].split("#")
    assert hit["text"] in soup(address).select_one(f"#{passage}").text


def test_labels_follow_the_language_of_the_address(client):
    said = client.get("/en/api/v1/search?per_page=1").json
    assert {"value": "ru", "label": "Russian"}.items() <= said["facets"]["lang"][0].items()


def test_a_document_answers_with_its_passages(client):
    said = client.get("/api/v1/documents/2025-08-11-ai-meeting-zakon-kz").json
    assert (said["id"], said["date"], said["kind"]) == (
        "2025-08-11-ai-meeting-zakon-kz",
        "2025-08-11",
        "digest",
    )
    assert [each["ordinal"] for each in said["passages"]] == list(
        range(1, len(said["passages"]) + 1)
    )
    assert all(len(each["text"]) == each["end"] - each["start"] for each in said["passages"])
    assert "2025-08-11-ai-meeting-kk" in said["event"]["versions"]


def test_an_unknown_document_is_said_in_json(client):
    answer = client.get("/api/v1/documents/nothing")
    assert answer.status_code == 404
    assert answer.json["error"]["status"] == 404


@pytest.mark.parametrize(
    ("parameter", "written"),
    [
        ("page", "0"),
        ("page", "x"),
        ("per_page", "101"),
        ("from", "2025-13"),
        ("to", "вчера"),
        ("sort", "best"),
    ],
)
def test_a_malformed_parameter_is_named(client, parameter, written):
    answer = client.get("/api/v1/search?" + urlencode({parameter: written}))
    assert answer.status_code == 400
    assert answer.json["error"]["parameter"] == parameter


@pytest.mark.parametrize("prefix", ["", "/kk", "/en"])
def test_the_documents_of_an_event_call_it_the_same(client, soup, prefix):
    names = {}
    for each in client.get(f"{prefix}/api/v1/documents").json["documents"]:
        event = client.get(f"{prefix}/api/v1/documents/{each['id']}").json["event"]
        names.setdefault(event["id"], set()).add(event["title"])
    assert any(soup(f"{prefix}/events/{name}").h1.text in titles for name, titles in names.items())
    assert all(len(titles) == 1 for titles in names.values())


@pytest.mark.parametrize("prefix", ["", "/kk", "/en"])
def test_a_group_of_an_event_is_called_as_its_page_is_whatever_was_asked(client, soup, prefix):
    called = {}
    for query in ("интеллект", "meeting", "жасанды"):
        address = f"search?q={query}&group=event"
        groups = client.get(f"{prefix}/api/v1/{address}").json["groups"]
        for group in groups:
            called.setdefault(group["id"], set()).add(group["title"])
        shown = [each.text for each in soup(f"{prefix}/{address}").select(".groups h2")]
        assert shown == [group["title"] for group in groups]
    assert len(called) > 10
    for name, titles in called.items():
        assert titles == {soup(f"{prefix}/events/{name}").h1.text}, name
