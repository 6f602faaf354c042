import pytest


def test_every_address_and_record_is_shown(client, soup):
    said = client.get("/api/v1/openapi.json").json
    page = soup("/api")
    assert [each.text for each in page.select("h3 code")] == list(said["paths"])
    assert [each.text for each in page.select("h3:not(:has(code))")] == sorted(
        said["components"]["schemas"]
    )


def test_every_example_opens(client, soup):
    links = soup("/en/api").select("section p a[href*='/api/'], section p a[href*='.csv']")
    assert len(links) > 8
    for link in links:
        if link.get("rel"):
            assert client.get(link["href"]).status_code == 200, link["href"]


def test_every_reference_stands_on_the_page(soup):
    page = soup("/api")
    for link in page.select("main a[href^='#']"):
        assert page.select_one(link["href"]), link["href"]


def test_the_page_is_in_the_readers_language(soup):
    assert soup("/kk/api").select_one("h1").text == "Бағдарламаларға"


@pytest.mark.parametrize("prefix", ["", "/kk", "/en"])
def test_every_address_is_told_in_the_readers_language(client, soup, prefix):
    said = client.get("/api/v1/openapi.json").json["paths"].values()
    english = [each["get"]["summary"] for each in said]
    shown = [each.text for each in soup(f"{prefix}/api").select("h3:has(code) + p")]
    assert len(shown) == len(english)
    if prefix == "/en":
        assert shown == english
    else:
        assert not set(shown) & set(english)
