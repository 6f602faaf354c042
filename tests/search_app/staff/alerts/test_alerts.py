"""Letters to a real mail server: each new passage told once, whatever breaks."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa
from mailboxes import mailbox

from index.documents.document import Document
from index.documents.reading.found import Found
from index.indexing import Library
from search_app import create_app
from search_app.config import Config
from search_app.staff import database
from search_app.staff.alerts import telling
from search_app.staff.alerts.alerting import Alert, Letter
from search_app.staff.alerts.mail import MailUnavailable
from search_app.staff.moments import now

CHECKOUT = Path(__file__).parents[4]
BASE = "https://search.example"


@pytest.fixture
def post():
    """A mail server: its letters and its URL."""
    pytest.importorskip("aiosmtpd")
    with mailbox() as kept:
        yield kept


@pytest.fixture
def config(data, tmp_path, where, post):
    """A site of its own, whose documents may change."""
    folder = tmp_path / "site"
    shutil.copytree(data, folder)
    return Config(
        data=folder, database=where, base_url=BASE, smtp=post[1], mail_from="alerts@search.example"
    )


@pytest.fixture
def staff_app(config):
    app = create_app(replace(config, base_url=""))
    yield app
    with app.app_context():
        database.store().close()


@pytest.fixture
def subscribed(signed_in):
    """A reader with a bookmark, told of it at once; the visitor and the bookmark's number."""

    def subscribe(name="anna", often="at-once", query="q=спутник связи", prefix=""):
        visitor = signed_in(name)
        visitor.get(f"{prefix}/search?{query}")
        kept = visitor.fill(action=f"{prefix}/staff/bookmarks")
        visitor.follow(kept)
        number = int(urlsplit(kept.location).path.rsplit("/", 1)[1])
        action = f"{prefix}/staff/bookmarks/{number}/alerts"
        visitor.fill({"frequency": often}, action=action)
        return visitor, number

    return subscribe


@pytest.fixture
def add(config):
    """Put a document into the site's archive and index."""

    def put(name, *paragraphs):
        with Library(config.data).changing() as archive:
            archive.put([Found(Document(name, f"Отчёт {name}", paragraphs), "")])

    return put


def tell(config):
    app = create_app(config)
    return telling.tell(app, config)


def body(letter, kind="plain"):
    return letter.get_body((kind,)).get_content()


ONE = "Запущен спутник связи."
TWO = "Второй спутник связи выведен на орбиту."


def test_what_comes_in_is_told_once(post, config, subscribed, add):
    subscribed()
    tell(config)
    assert post[0].letters == []  # nothing is new yet
    add("one", ONE)
    assert tell(config).sent == 1
    assert tell(config).sent == 0
    add("two", ONE, TWO)
    add("one", ONE + " Добавлено слово.", "Ещё абзац.")
    tell(config)
    first, second = post[0].letters
    assert "Запущен спутник связи." in body(first)
    assert "Новое: 1" in first["Subject"]
    assert "Новое: 3" in second["Subject"]


def test_an_edited_document_does_not_tell_what_was_told(post, config, subscribed, add):
    subscribed()
    add("one", ONE)
    tell(config)
    add("one", "Вступление.", ONE, TWO)
    Library(config.data).rebuild()
    tell(config)
    (_, letter) = post[0].letters
    assert TWO in body(letter)
    assert ONE not in body(letter)


def test_the_link_of_a_letter_shows_the_passages_that_it_tells_of(post, config, subscribed, add):
    anna, _ = subscribed()
    add("one", ONE)
    tell(config)
    add("two", TWO)
    tell(config)
    anna.get("/staff/bookmarks")
    assert anna.text(".fresh") == "новое: 2"
    for letter, said in zip(post[0].letters, (ONE, TWO), strict=True):
        anna.follow(anna.get(link_of(letter), 303))
        assert [
            " ".join(hit.get_text().split()) for hit in anna.page.select(".hit blockquote")
        ] == [said]


def link_of(letter):
    """Where the news of a letter are shown."""
    link = next(word for word in body(letter).split() if "added=" in word)
    assert link.startswith(f"{BASE}/staff/bookmarks/")
    return link.removeprefix(BASE)


def test_who_opens_the_link_signed_in_has_looked(post, config, subscribed, add):
    anna, _ = subscribed()
    for name, said in (("one", ONE), ("two", TWO)):
        add(name, said)
        tell(config)
    first, second = map(link_of, post[0].letters)

    def fresh_after(link, client=None):
        (client or anna.client).get(link)
        anna.get("/staff/bookmarks")
        return [each.get_text() for each in anna.page.select(".fresh")]

    stranger = anna.client.application.test_client()
    assert stranger.get(first).location.startswith("/search?")
    assert fresh_after(first, stranger) == ["новое: 2"]
    assert fresh_after(second) == ["новое: 2"]  # the first was not looked at
    assert fresh_after(first.replace("q=", "q=x")) == ["новое: 2"]  # another search
    assert fresh_after(first) == ["новое: 1"]
    assert fresh_after(second) == []


def test_a_letter_is_plain_and_html_and_stopped_in_one_click(post, config, subscribed, add):
    anna, _ = subscribed()
    add("one", "Спутник связи <b>& антенна</b>.")
    tell(config)
    (letter,) = post[0].letters
    assert letter["To"] == "anna <anna@staff.example>"
    assert "<mark>" in body(letter, "html")
    assert "&lt;b&gt;&amp; антенна" in body(letter, "html")
    assert "<b>& антенна</b>" in body(letter)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = letter["List-Unsubscribe"].strip("<>").removeprefix(BASE)
    assert f"\r\nList-Unsubscribe: <{BASE}{stop}>\r\n".encode() in post[0].raw[0]  # unbroken
    stranger = anna.client.application.test_client()
    assert stranger.get(stop).status_code == 200  # a program that follows links stops nothing
    add("two", TWO)
    assert tell(config).sent == 1
    answer = stranger.post(stop, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    add("three", "Третий спутник связи.")
    assert tell(config).written == 0
    assert stranger.post(stop[:-3] + "xyz").status_code == 404


def test_a_letter_speaks_the_language_in_which_it_was_asked_for(post, config, subscribed, add):
    subscribed(prefix="/en")
    add("one", ONE)
    tell(config)
    (letter,) = post[0].letters
    assert letter["Subject"].startswith("New: 1")
    assert letter["Content-Language"] == "en"
    assert f"{BASE}/en/staff/bookmarks/" in body(letter)


def test_daily_letters_wait_for_their_hour(post, config, subscribed, add, store):
    subscribed(often="daily")
    add("one", ONE)
    assert tell(config).written == 0
    with store.transaction() as session:
        session.scalars(sa.select(Alert)).one().due_at = now()
    assert tell(config).sent == 1
    with store.reading() as session:
        assert session.scalars(sa.select(Alert)).one().due_at > now()


def test_nobody_is_told_of_what_they_may_not_read_any_more(
    post, config, subscribed, add, signed_in
):
    anna, number = subscribed()
    anna.get(f"/staff/bookmarks/{number}")
    anna.fill({"visibility": "team"}, action=f"/staff/bookmarks/{number}")
    boris = signed_in("boris")
    boris.get(f"/staff/bookmarks/{number}")
    boris.fill({"frequency": "at-once"}, action=f"/staff/bookmarks/{number}/alerts")
    add("one", ONE)
    tell(config)
    assert {letter["To"].split()[0] for letter in post[0].letters} == {"anna", "boris"}
    anna.get(f"/staff/bookmarks/{number}")
    anna.fill({"visibility": "private"}, action=f"/staff/bookmarks/{number}")
    add("two", TWO)
    tell(config)
    assert [letter["To"].split()[0] for letter in post[0].letters[2:]] == ["anna"]


def test_a_server_that_is_not_there_loses_nothing(post, config, subscribed, add):
    subscribed()
    add("one", ONE)
    away = replace(config, smtp="smtp://127.0.0.1:1")
    with pytest.raises(MailUnavailable):
        tell(away)
    assert tell(config).sent == 1
    assert len(post[0].letters) == 1


def test_what_the_server_puts_off_is_sent_later_under_the_same_name(
    post, config, subscribed, add, store
):
    subscribed()
    add("one", ONE)
    post[0].on_letter = lambda _: "451 try later"
    assert tell(config).postponed == 1
    assert tell(config).sent == 0  # not at once
    with store.transaction() as session:
        session.scalars(sa.select(Letter)).one().due_at = now()
    post[0].on_letter = lambda _: None
    assert tell(config).sent == 1
    assert len(set(post[0].ids)) == 1


def test_what_the_server_refuses_is_said_on_the_page(post, config, subscribed, add):
    anna, number = subscribed()
    add("one", ONE)
    post[0].on_recipient = lambda _: "550 no such user"
    assert tell(config).refused == 1
    anna.get(f"/staff/bookmarks/{number}")
    assert "не отправлено (550 no such user)" in anna.text()


def run(config):
    """The command itself, in a process of its own."""
    settings = {
        "POLICY_SEARCH_DATABASE": config.database,
        "POLICY_SEARCH_BASE_URL": config.base_url,
        "POLICY_SEARCH_SMTP": config.smtp,
        "POLICY_SEARCH_MAIL_FROM": config.mail_from,
    }
    command = [sys.executable, "-m", "search_app", "alerts", "--data", str(config.data)]
    return subprocess.Popen(command, cwd=CHECKOUT, env=os.environ | settings)


@pytest.mark.server
@pytest.mark.parametrize("step", ["on_recipient", "on_letter"])
def test_a_run_that_is_killed_loses_and_repeats_nothing(post, config, subscribed, add, step):
    """Killed before the words of the second letter go, or before the server has answered them."""
    for name in ("anna", "boris", "vera"):
        subscribed(name)
    add("one", ONE)
    running, steps = [], []

    def kill(_):
        steps.append(step)
        if len(steps) == 2:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()

    setattr(post[0], step, kill)
    running.append(run(config))
    assert running[0].wait() == -signal.SIGKILL
    assert run(config).wait() == 0
    told = {letter["Message-ID"]: letter["To"].split()[0] for letter in post[0].letters}
    assert sorted(told.values()) == ["anna", "boris", "vera"]
    # Only the letter whose answer never came went twice, and under one name.
    assert len(post[0].ids) == (3 if step == "on_recipient" else 4)
    assert run(config).wait() == 0
    assert len(set(post[0].ids)) == 3


@pytest.mark.server
def test_runs_killed_at_any_moment_tell_everybody_once(post, config, subscribed, add, store):
    for name in ("anna", "boris", "vera", "gleb"):
        subscribed(name)
    add("one", ONE)
    for number in range(6):  # a run takes some seconds: its start, then four letters
        process = run(config)
        try:
            process.wait(timeout=1.5 + 0.4 * number)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    assert run(config).wait() == 0
    with store.reading() as session:
        letters = session.scalars(sa.select(Letter)).all()
    assert sorted(letter.recipient.split("@")[0] for letter in letters) == [
        "anna", "boris", "gleb", "vera",
    ]  # fmt: skip
    assert {letter.state for letter in letters} == {"sent"}
    assert set(post[0].ids) == {letter.message_id for letter in letters}
