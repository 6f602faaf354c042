import gzip

import pytest

TAKES_GZIP = {"Accept-Encoding": "gzip, br;q=0.5"}


@pytest.mark.parametrize("address", ["/search?q=интеллект", "/api/v1/search", "/static/site.css"])
def test_text_is_compressed_for_those_who_take_it(client, address):
    with client.get(address) as plain, client.get(address, headers=TAKES_GZIP) as packed:
        assert "Content-Encoding" not in plain.headers
        assert gzip.decompress(packed.data) == plain.data
        assert len(packed.data) < len(plain.data) / 2
        assert packed.headers["Content-Length"] == str(len(packed.data))
        assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize("address", ["/static/fonts/literata-latin.woff2", "/healthz"])
def test_fonts_and_small_answers_go_as_they_are(client, address):
    with client.get(address, headers=TAKES_GZIP) as answer:
        assert "Content-Encoding" not in answer.headers


def test_a_compressed_page_is_known_again_by_its_tag(client):
    packed = client.get("/search", headers=TAKES_GZIP)
    again = client.get("/search", headers=TAKES_GZIP | {"If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304


def test_a_reader_who_refuses_gets_plain_text(client):
    answer = client.get("/search", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers
    assert "<!doctype html>" in answer.text


def test_a_first_visit_to_results_is_light(client, soup):
    address = "/search?q=интеллект"
    page = soup(address)
    assets = [each["href"] for each in page.select("link[rel=stylesheet], link[rel=icon]")]
    assets += [each["src"] for each in page.select("script[src]")]
    assets += [f"/static/fonts/literata-{part}.woff2" for part in ("latin", "cyrillic")]
    weight = 0
    for each in [address, *assets]:
        with client.get(each, headers=TAKES_GZIP) as answer:
            weight += len(answer.data)
    assert weight <= 60_000
