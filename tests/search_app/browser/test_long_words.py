"""Words longer than any line: of a reader's query, and of documents."""

import json
import threading
from urllib.parse import quote

import pytest
from werkzeug.serving import make_server

from index.indexing import Library
from search_app import create_app
from search_app.config import Config

pytestmark = pytest.mark.browser

WORD = "электро" * 170
ASKED = quote(WORD)
TOLD = WORD[:490]  # what a field of a document may hold
QUERIES = [
    f"/search?q={ASKED}",
    f"/search?q={ASKED}&help=no",
    f"/search?q=ИИ%20{ASKED}",
    f"/search?q=ИИ&agency={ASKED}&area={ASKED}&source={ASKED}&event={ASKED}",
    f"/search?from={ASKED}",
    f"/documents/long?q={ASKED}",
    f"/instructions?q={ASKED}&agency={ASKED}",
    f"/trends?q={ASKED}&q=ИИ&agency={ASKED}",
    f"/matrix?q={ASKED}&source={ASKED}",
]
DOCUMENTS = [
    "/",
    "/search",
    f"/search?q={ASKED}&group=event",
    "/documents",
    "/documents/long",
    "/documents/long/passages/1",
    "/events",
    "/events/same",
    "/instructions",
    "/agencies/government",
    "/about",
]


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    """A site whose documents hold such words wherever they may stand."""
    folder = tmp_path_factory.mktemp("long")
    told = {"date": "2025-08-11", "event": "same", "event_title": TOLD, "language": "ru"}
    rows = [
        told | {"id": name, "title": TOLD, "source": TOLD[:190], "url": f"https://e.example/{TOLD}"}
        for name in ("long", "longer")
    ]
    order = f"Поручаю Правительству до 1 декабря 2025 года построить {WORD}."
    for row in rows:
        row |= {"text": f"Токаев сказал: «{order}»\n\n{WORD} {row['id']}", "notes": TOLD}
    file = folder / "long.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    refused = []
    Library(folder / "data").add([file], refused.append)
    assert refused == []
    server = make_server("127.0.0.1", 0, create_app(Config(data=folder / "data")), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("width", [320, 768])
def test_no_long_word_widens_a_page(chromium, site, long_site, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    wide = []
    for address in [*(site + each for each in QUERIES), *(long_site + each for each in DOCUMENTS)]:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address[:60])
    context.close()
    assert wide == []
