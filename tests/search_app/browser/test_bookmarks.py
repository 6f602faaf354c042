"""The walk of a reader who keeps a search: new passages are counted, told and found."""

import importlib.resources
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from mailboxes import mailbox
from werkzeug.serving import make_server

from search_app import create_app
from search_app.config import Config
from search_app.staff import database

pytestmark = pytest.mark.browser

CHECKOUT = Path(__file__).parents[3]
WORDS = "верблюд считает мосты 42"
AXE = importlib.resources.files("axe_playwright_python") / "axe.min.js"
RUN = """
() => axe.run(document, {runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag22aa"]}})
  .then(said => said.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`)))
"""


@pytest.fixture
def folder(data, tmp_path):
    """A site of its own, whose documents may change."""
    shutil.copytree(data, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def desk(folder):
    """The address of that site."""
    app = create_app(Config(data=folder))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        database.store().close()


@pytest.fixture
def command(folder, desk):
    """Run a command over that site; what it says."""

    def run(*arguments, **settings):
        asked = [sys.executable, "-m", "search_app", *arguments, "--data", str(folder)]
        known = os.environ | {"POLICY_SEARCH_BASE_URL": desk} | settings
        done = subprocess.run(asked, cwd=CHECKOUT, env=known, capture_output=True, check=True)
        return done.stdout.decode()

    return run


@pytest.fixture
def reader(chromium, desk, command):
    """A window in which Anna is signed in, and nothing is complained of."""
    link = command("user", "add", "anna@staff.example", "--name", "Анна").split()[-1]
    context = chromium.new_context(base_url=desk)
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(link)
    page.fill("input[name=new]", WORDS)
    page.fill("input[name=again]", WORDS)
    page.click("form.entry button")
    page.wait_for_url("**/staff/**")
    if "sign-in" in page.url:
        page.fill("input[name=email]", "anna@staff.example")
        page.fill("input[name=password]", WORDS)
        page.click("form.entry button")
    page.wait_for_selector(".desk")
    yield page
    context.close()
    assert complaints == []


def test_from_a_search_to_the_letter_that_tells_what_is_new(reader, command, tmp_path):
    reader.goto("/search?q=спутник связи&from=-5y")
    reader.click("form.keep button")
    assert reader.inner_text("h1") == "спутник связи · за последние 5 лет"
    reader.select_option("#frequency", "at-once")
    reader.click("[aria-labelledby=letters] button")

    report = tmp_path / "satellite.txt"
    report.write_text("date -\n\nЗапущен спутник связи.".replace("-", "2025-06-03", 1), "utf-8")
    assert command("add", str(report)).startswith("1 added")
    reader.goto("/staff/bookmarks")
    assert reader.inner_text(".fresh") == "новое: 1"
    reader.click(".fresh")
    reader.wait_for_selector(".hit")
    found = reader.eval_on_selector_all(".hit blockquote", "all => all.map(each => each.innerText)")

    with mailbox() as (post, smtp):
        assert command("alerts", POLICY_SEARCH_SMTP=smtp).startswith("1 written, 1 sent")
    (letter,) = post.letters
    words = letter.get_body(("plain",)).get_content().split()
    reader.goto(next(word for word in words if "added=" in word))
    told = reader.eval_on_selector_all(".hit blockquote", "all => all.map(each => each.innerText)")
    assert found == told == ["Запущен спутник связи."]
    reader.goto("/staff/bookmarks")
    assert reader.locator(".fresh").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bookmarks_shut_nobody_out(reader, theme):
    reader.goto("/search?q=школы&agency=mcriap")
    reader.click("form.keep button")
    reader.fill("textarea[name=note]", "Для ежемесячной справки о подключении сельских школ.")
    reader.fill("input[name=tags]", "школы, " + "оченьдлиннаяметка" * 3)
    reader.select_option("select[name=visibility]", "public")
    reader.locator("form.entry button").first.click()
    reader.click("[aria-labelledby=feeds] button")
    reader.emulate_media(color_scheme=theme)
    found = {}
    for width in (320, 768, 1280):
        reader.set_viewport_size({"width": width, "height": 900})
        for address in ("/staff/bookmarks", "/staff/bookmarks/1", "/search?q=школы"):
            reader.goto(address)
            for summary in reader.locator(".acts summary").all():
                summary.click()
            if (wide := reader.evaluate("document.documentElement.scrollWidth")) > width:
                found[address, width] = wide
            reader.evaluate(AXE.read_text("utf-8"))
            if said := reader.evaluate(RUN):
                found[address, width, "axe"] = said
    assert found == {}


def test_a_deleted_bookmark_is_taken_back_with_one_click(reader):
    reader.goto("/search?q=школы")
    reader.click("form.keep button")
    reader.goto("/staff/bookmarks")
    reader.click(".kept summary")
    reader.click(".kept button[formaction$='/delete']")
    assert reader.locator(".kept").count() == 0
    reader.click(".caution button")
    assert reader.inner_text(".kept h2 a") == "школы"
