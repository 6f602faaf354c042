import gzip
import re

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


WEIGHED = [
    "/kk/search",
    "/search?q=интеллект&per_page=100",
    "/en/search?q=президент",
    "/search?q=интеллект&group=event",
]


@pytest.mark.parametrize("address", WEIGHED)
def test_a_first_visit_to_results_is_light(client, soup, address):
    page = soup(address)
    assets = [each["href"] for each in page.select("link[rel=stylesheet], link[rel=icon]")]
    assets += [each["src"] for each in page.select("script[src]")]
    with client.get("/static/site.css") as sheet:
        assets += fonts(sheet.text, page.get_text())
    total = sum(weight(client, each) for each in [address, *assets])
    assert total <= 60_000


@pytest.mark.parametrize(
    ("text", "loaded"),
    [("Law", ["latin"]), ("Ёлка", ["cyrillic"]), ("ғ№7", ["latin", "cyrillic", "cyrillic-ext"])],
)
def test_a_page_loads_the_fonts_whose_letters_it_has(client, text, loaded):
    with client.get("/static/site.css") as sheet:
        asked = fonts(sheet.text, text)
    assert asked == [f"/static/fonts/literata-{part}.woff2" for part in loaded]


def fonts(sheet, text):
    """Addresses of the fonts that a style sheet has for the letters of a text."""
    faces = re.findall(r'url\("(fonts/[^"]+)"\)[^}]*unicode-range: ([^;]+);', sheet)
    return [f"/static/{name}" for name, ranges in faces if is_needed(ranges, text)]


def is_needed(ranges, text):
    bounds = [each.removeprefix("U+").partition("-") for each in ranges.split(", ")]
    spans = [(int(first, 16), int(last or first, 16)) for first, _, last in bounds]
    return any(first <= ord(sign) <= last for sign in text for first, last in spans)


def weight(client, address):
    """Bytes on the wire, headers and all."""
    with client.get(address, headers=TAKES_GZIP) as answer:
        assert answer.status_code == 200
        served = [("Date", "Sun, 01 Jun 2025 00:00:00 GMT"), ("Server", "waitress")]
        heads = [f"{name}: {value}" for name, value in [*answer.headers, *served]]
        return len("\r\n".join(["HTTP/1.1 200 OK", *heads, "", ""])) + len(answer.data)
