import re
import sqlite3
import subprocess
import sys
import threading

import pytest
import sqlalchemy as sa
from visitors import PASSWORD, Visitor

from search_app import create_app
from search_app.config import Config
from search_app.staff import database, faults, room
from search_app.staff.database import Store
from search_app.staff.faults import SAID, StaffUnavailable

PUBLIC = ["/", "/search?q=интеллект", "/documents", "/healthz", "/api/v1/search?q=ИИ"]
OPEN = {  # what needs no session, or looks for one itself
    "staff_signing.sign_in",
    "staff_signing.second_step",
    "staff_signing.sign_out",
    "staff_link.page",
    "staff_provider.away",
    "staff_provider.back",
    "staff_bookmark_changes.add",  # sends those who are not signed in to sign in
    "staff_bookmarks.shared",  # these ask for a token that nobody guesses
    "staff_alerts.leave",
    "staff_alerts.left",
    "staff_bookmarks.told",  # a letter's link on to a public search
    "staff_feeds.everything",
    "staff_feeds.news",
    "staff_feeds.deadlines",
}


def staff_rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/staff")]


def test_a_start_loads_nothing_that_only_some_requests_need(data):
    slow = {"alembic", "argon2", "authlib", "cryptography", "pyotp", "requests", "segno", "zxcvbn"}
    program = (
        "import sys, search_app.serving; from search_app.config import Config; "
        "search_app.create_app(Config()); print(*sys.modules)"
    )
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert slow & set(loaded) == set()


def test_every_staff_page_has_a_guard_or_is_known_to_need_none(staff_app):
    bare = {
        rule.endpoint
        for rule in staff_rules(staff_app)
        if not hasattr(staff_app.view_functions[rule.endpoint], "role")
    }
    assert bare == OPEN


def filled(rule):
    return re.sub(r"<[^>]+>", "1", rule.rule)


def test_unsigned_visitors_get_nowhere(staff_app, visitor):
    for rule in staff_rules(staff_app):
        if not hasattr(staff_app.view_functions[rule.endpoint], "role"):
            continue
        if "GET" in rule.methods:
            answer = visitor.client.get(filled(rule))
            assert (answer.status_code, rule.rule) == (303, rule.rule)
            assert "/staff/sign-in" in answer.location
        else:
            assert visitor.client.post(filled(rule)).status_code == 400  # no token either


def test_for_those_without_the_role_there_is_nothing(staff_app, signed_in):
    for role, wanted in (("reader", ("editor", "administrator")), ("editor", ("administrator",))):
        visitor = signed_in(role, role)
        for rule in staff_rules(staff_app):
            view = staff_app.view_functions[rule.endpoint]
            if getattr(view, "role", "") in wanted and "GET" in rule.methods:
                assert (visitor.client.get(filled(rule)).status_code, rule.rule) == (404, rule.rule)


def test_nothing_of_the_staff_room_is_kept_or_opened_to_others(signed_in):
    answer = signed_in().get("/staff/", headers={"Accept-Encoding": "gzip"})
    said = answer.headers
    assert said["Cache-Control"] == "no-store"
    assert said["Referrer-Policy"] == "same-origin"
    assert "noindex" in said["X-Robots-Tag"]
    assert "Cookie" in said["Vary"]
    for name in ("ETag", "Last-Modified", "Content-Encoding", "Access-Control-Allow-Origin"):
        assert name not in said


def test_a_known_tag_is_no_answer_to_a_staff_page(signed_in):
    anna = signed_in()
    tag = anna.client.get("/about").headers["ETag"]
    anna.get("/staff/", headers={"If-None-Match": tag})


def test_a_foreign_host_is_refused(signed_in):
    answer = signed_in().client.get("/staff/", headers={"Host": "evil.example"})
    assert answer.status_code == 400


def test_the_public_site_opens_no_database_and_sets_no_cookie(data, tmp_path):
    app = create_app(Config(data=data, database=f"sqlite:///{tmp_path}/none/nothing.sqlite"))
    client = app.test_client()
    for address in PUBLIC:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_gone_is_said_and_never_made_anew(data, tmp_path):
    place = tmp_path / "archive.sqlite"
    client = create_app(Config(data=data, database=f"sqlite:///{place}")).test_client()
    client.set_cookie("staff", "x")
    answer = client.get("/staff/")
    assert answer.status_code == 503
    assert "её нет на месте" in answer.text
    assert "Поиск и документы работают" in answer.text
    assert "Retry-After" in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert str(place) not in answer.text
    assert not place.exists()


def test_a_database_put_in_place_of_another_is_noticed(prepared, tmp_path, kept_password):
    import shutil  # noqa: PLC0415

    place = tmp_path / "archive.sqlite"
    shutil.copy(prepared, place)
    store = Store(place)
    with store.transaction() as session:
        session.execute(sa.text("CREATE TABLE here (x)"))
    for path in tmp_path.glob("archive.sqlite*"):
        path.unlink()
    with pytest.raises(StaffUnavailable), store.reading():
        pass
    shutil.copy(prepared, place)
    with store.reading() as session:
        assert not sa.inspect(session.connection()).has_table("here")
    store.close()


@pytest.fixture
def locked(where):
    """Somebody else holds the accounts for writing."""
    if where.startswith("sqlite"):
        other = sqlite3.connect(where.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
        return
    import psycopg  # noqa: PLC0415

    with psycopg.connect(where) as other:
        other.execute("LOCK TABLE accounts, sessions, throttles IN ACCESS EXCLUSIVE MODE")
        yield


def test_a_locked_database_is_said_and_readers_read_on(
    staff_app, person, monkeypatch, request, signed_in
):
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    anna = signed_in()
    visitor = Visitor(staff_app.test_client())
    visitor.get("/staff/sign-in")
    with staff_app.app_context():
        database.store().close()  # so that the patience counts
    request.getfixturevalue("locked")
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD}, status=503)
    assert "занята" in visitor.text()
    for address in PUBLIC:
        visitor.get(address)
    del anna


def test_a_full_disk_is_said(staff_app, person, visitor, store, where):
    if not where.startswith("sqlite"):
        pytest.skip("PostgreSQL's full disk is a matter of its state, tested below")
    person("anna")
    with store.reading():
        pass
    pages = []

    @sa.event.listens_for(store._engine, "begin")
    def _full(connection):
        pages.append(connection.exec_driver_sql("PRAGMA page_count").scalar())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[0]}")

    for _ in range(200):
        visitor.get("/staff/sign-in")
        form = visitor.sent({"email": "anna@staff.example", "password": "x" * 40})
        answer = visitor.client.post("/staff/sign-in", data=form)
        if answer.status_code == 503:
            break
        with store.transaction() as session:
            session.execute(sa.text("DELETE FROM throttles"))
    assert answer.status_code == 503
    assert "кончилось место" in answer.text
    assert visitor.client.get("/search?q=ИИ").status_code == 200


def test_a_damaged_database_is_said(data, tmp_path):
    place = tmp_path / "archive.sqlite"
    place.write_bytes(b"nonsense " * 1000)
    client = create_app(Config(data=data, database=f"sqlite:///{place}")).test_client()
    client.set_cookie("staff", "x")
    answer = client.get("/kk/staff/")
    assert answer.status_code == 503
    assert "Дерекқор бүлінген" in answer.text


def test_a_server_that_does_not_answer_is_said(data):
    pytest.importorskip("psycopg")
    url = "postgresql://tests@127.0.0.1:9/none"
    client = create_app(Config(data=data, database=url)).test_client()
    client.set_cookie("staff", "x")
    answer = client.get("/staff/")
    assert answer.status_code == 503
    assert "не отвечает" in answer.text
    assert client.get("/search?q=ИИ").status_code == 200


class Orig(Exception):
    def __init__(self, sqlstate):
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        ("53100", "full"),
        ("55P03", "busy"),
        ("57014", "busy"),
        ("57P01", "gone"),
        ("08006", "gone"),
        ("40P01", "busy"),
        ("XX001", "damaged"),
        ("23505", None),
    ],
)
def test_states_of_postgresql_are_told_apart(state, fault):
    error = sa.exc.OperationalError("SELECT 1", {}, Orig(state))
    if fault is None:
        with pytest.raises(sa.exc.OperationalError), faults.told():
            raise error
        return
    with pytest.raises(StaffUnavailable) as said, faults.told():
        raise error
    assert said.value.fault == fault
    assert fault in SAID


def test_an_error_of_our_own_is_no_fault_of_the_database(store):
    with pytest.raises(sa.exc.DBAPIError), store.transaction() as session:
        session.execute(sa.text("SELECT nonsense"))


def test_what_fails_in_the_middle_leaves_nothing(store, person):
    from search_app.staff.identity.accounts import Account  # noqa: PLC0415

    def fail():
        with store.transaction() as session:
            session.add(Account(name="x", email="x@x", role="reader"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.reading() as session:
        assert session.scalars(sa.select(Account)).all() == []


def test_the_staff_room_never_takes_all_of_a_process(staff_app, person, monkeypatch):
    inside, go_on = threading.Semaphore(0), threading.Event()

    def slow():
        inside.release()
        go_on.wait(30)
        return "done"

    staff_app.add_url_rule("/staff/slow", "slow", slow)
    answers = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(staff_app.test_client().get("/staff/slow").status_code)
        )
        for _ in range(room.AT_ONCE)
    ]
    for thread in threads:
        thread.start()
    for _ in threads:
        assert inside.acquire(timeout=30)
    crowded = staff_app.test_client().get("/staff/sign-in")
    assert (crowded.status_code, crowded.headers["Retry-After"]) == (503, "5")
    assert "слишком много запросов" in crowded.text
    assert staff_app.test_client().get("/search?q=ИИ").status_code == 200
    go_on.set()
    for thread in threads:
        thread.join()
    assert answers == [200] * room.AT_ONCE
    assert staff_app.test_client().get("/staff/sign-in").status_code == 200
