"""A real Chromium against the site in a thread of this process."""

import shutil
import threading

import pytest
from werkzeug.serving import make_server

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
PLACES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(app):
    """The address of the site."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    program = next(filter(None, map(shutil.which, PLACES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, site):
    """Open an address in a window of a given kind; complaints of the browser fail the test."""
    contexts, complaints = [], []

    def open_page(address, width=1440, height=900, **kind):
        context = chromium.new_context(
            base_url=site, viewport={"width": width, "height": height}, **kind
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
