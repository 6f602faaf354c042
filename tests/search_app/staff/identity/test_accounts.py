import datetime as dt
import re

import pytest
import sqlalchemy as sa
from visitors import PASSWORD, Visitor

from search_app.staff.audit import Entry
from search_app.staff.identity.accounts import Account
from search_app.staff.identity.one_time import LIVES, OneTimeLink
from search_app.staff.identity.sessions import Session

FRESH = "семь белых вёсел под дождём"


@pytest.fixture
def boss(signed_in):
    return signed_in("boss", "administrator")


def number_of(store, name):
    with store.reading() as session:
        query = sa.select(Account.id).where(Account.email == f"{name}@staff.example")
        return session.scalar(query)


def made(boss, name="anna", role="reader"):
    """The one-time link of a new account."""
    boss.get("/staff/accounts/new")
    fields = {"name": name, "email": f"{name}@staff.example", "role": role}
    boss.fill(fields, status=200)
    return boss.text(".secrets code").removeprefix("http://localhost")


def test_an_administrator_makes_an_account_and_its_owner_a_password(boss, visitor):
    link = made(boss, role="editor")
    visitor.get(link)
    visitor.follow(visitor.fill({"new": FRESH, "again": FRESH}))
    assert "Пароль сохранён" in visitor.text()
    visitor.fill({"email": "anna@staff.example", "password": FRESH})
    visitor.get("/staff/me")
    assert "редактор" in visitor.text()
    visitor.get("/staff/accounts", 404)


def test_a_link_works_once(boss, visitor):
    link = made(boss)
    visitor.get(link)
    late = visitor.sent({"new": FRESH, "again": FRESH})
    visitor.fill({"new": FRESH, "again": FRESH})
    assert visitor.client.post(link, data=late).status_code == 404
    visitor.get(link, 404)


def test_a_link_lives_for_a_day(boss, visitor, store):
    link = made(boss)
    with store.transaction() as session:
        for each in session.scalars(sa.select(OneTimeLink)):
            each.expires_at -= LIVES
    visitor.get(link, 404)


def test_a_newer_link_voids_the_older(boss, visitor, store):
    link = made(boss)
    boss.get(f"/staff/accounts/{number_of(store, 'anna')}")
    boss.fill(action=f"/staff/accounts/{number_of(store, 'anna')}/link", status=200)
    visitor.get(link, 404)
    visitor.get(boss.text(".secrets code").removeprefix("http://localhost"))


def test_a_made_up_link_is_a_missing_page(visitor):
    visitor.get("/staff/link/" + "x" * 43, 404)


def test_a_reset_ends_all_sessions_of_the_account(boss, signed_in, store, visitor):
    anna = signed_in()
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.fill(action=f"/staff/accounts/{number}/link", status=200)
    anna.get("/staff/")  # until the link is used
    visitor.get(boss.text(".secrets code").removeprefix("http://localhost"))
    visitor.fill({"new": FRESH, "again": FRESH})
    anna.get("/staff/", 303)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"email": "boss@staff.example"}, "уже есть"),
        ({"email": "BOSS@Staff.Example "}, "уже есть"),
        ({"email": "nobody"}, "не адрес"),
        ({"email": "a b@staff.example"}, "не адрес"),
        ({"name": " "}, "Назовите"),
    ],
)
def test_a_bad_account_is_not_made(boss, store, fields, said):
    boss.get("/staff/accounts/new")
    boss.fill({"name": "A", "email": "a@staff.example", "role": "reader"} | fields, status=200)
    assert said in boss.text()
    with store.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Account)) == 1


def test_disabling_ends_sessions_everywhere_and_enabling_lets_in_again(
    boss, signed_in, store, visitor
):
    anna = signed_in()
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.follow(boss.fill(action=f"/staff/accounts/{number}/disable"))
    anna.get("/staff/", 303)
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD}, status=401)
    boss.fill(action=f"/staff/accounts/{number}/enable")
    anna.get("/staff/", 303)  # its sessions are gone
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD})


def test_a_role_counts_from_the_next_request(boss, signed_in, store):
    anna = signed_in()
    anna.get("/staff/log", 404)
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.fill({"role": "administrator"}, action=f"/staff/accounts/{number}/role")
    anna.get("/staff/log")
    boss.fill({"role": "reader"}, action=f"/staff/accounts/{number}/role")
    anna.get("/staff/log", 404)


def test_an_invented_role_is_refused(boss, signed_in, store):
    signed_in()
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.fill({"role": "god"}, action=f"/staff/accounts/{number}/role", status=404)


@pytest.mark.parametrize(("what", "fields"), [("disable", {}), ("role", {"role": "reader"})])
def test_the_last_administrator_stays(boss, store, what, fields):
    number = number_of(store, "boss")
    boss.get(f"/staff/accounts/{number}")
    boss.follow(boss.fill(fields, action=f"/staff/accounts/{number}/{what}"))
    assert "последний администратор" in boss.text()
    boss.get("/staff/log")


def test_a_lost_second_factor_is_taken_off(boss, signed_in, store):
    import pyotp  # noqa: PLC0415

    anna = signed_in()
    anna.get("/staff/me/second-factor")
    secret = anna.text("ol code").replace(" ", "")
    anna.fill({"code": pyotp.TOTP(secret).now()}, status=200)
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.fill(action=f"/staff/accounts/{number}/one-factor")
    anna.get("/staff/", 303)
    visitor = Visitor(anna.client)
    visitor.get("/staff/sign-in")
    answer = visitor.fill({"email": "anna@staff.example", "password": PASSWORD})
    assert answer.location == "/staff/"


def test_after_a_while_the_password_is_asked_for_again(boss, store):
    with store.transaction() as session:
        for each in session.scalars(sa.select(Session)):
            each.proved_at -= dt.timedelta(minutes=31)
    answer = boss.get("/staff/accounts/new", 303)
    assert answer.location == "/staff/confirm?next=/staff/accounts/new"
    boss.follow(answer)
    boss.fill({"password": "wrong"}, status=401)
    boss.get(answer.location)
    before = boss.client.get_cookie("staff").value
    assert boss.fill({"password": PASSWORD}).location == "/staff/accounts/new"
    assert boss.client.get_cookie("staff").value != before
    boss.get("/staff/accounts/new")


def test_a_form_that_stood_for_too_long_asks_too(boss, store):
    boss.get("/staff/accounts/new")
    with store.transaction() as session:
        for each in session.scalars(sa.select(Session)):
            each.proved_at -= dt.timedelta(minutes=31)
    answer = boss.fill({"name": "A", "email": "a@staff.example", "role": "reader"})
    assert answer.location == "/staff/confirm"
    assert number_of(store, "a") is None


def test_accounts_that_are_not_there(boss):
    boss.get("/staff/accounts/999", 404)
    boss.get("/staff/accounts")
    for what in ("role", "disable", "enable", "link", "one-factor"):
        answer = boss.client.post(
            f"/staff/accounts/999/{what}", data={"csrf_token": boss.token(), "role": "reader"}
        )
        assert answer.status_code == 404


def test_names_are_shown_as_text(boss, signed_in, person):
    person("<b>x</b>")
    boss.get("/staff/accounts")
    assert boss.page.select_one("main b") is None
    assert "<b>x</b>" in boss.text()


def test_the_log_tells_who_did_what_with_before_and_after(boss, signed_in, store):
    signed_in()
    number = number_of(store, "anna")
    boss.get(f"/staff/accounts/{number}")
    boss.fill({"role": "editor"}, action=f"/staff/accounts/{number}/role")
    boss.get("/staff/log", query_string={"subject": f"account:{number}", "action": "account"})
    said = boss.text()
    assert re.search(
        rf"127\.0\.0\.1 boss@staff\.example изменил роль account:{number} role reader editor", said
    )


def test_the_log_holds_no_secrets(boss, visitor, store):
    link = made(boss)
    visitor.get(link)
    visitor.fill({"new": FRESH, "again": FRESH})
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "typed-password", "password": "another-secret"}, status=401)
    visitor.fill({"email": "anna@staff.example", "password": FRESH})
    with store.reading() as session:
        rows = session.scalars(sa.select(Entry)).all()
        text = repr([{**vars(row)} for row in rows])
    for secret in (FRESH, link.rpartition("/")[2], "typed-password", "another-secret", "argon2"):
        assert secret not in text
    assert [row.action for row in rows] == [
        "account.add",
        "account.link",
        "account.password",
        "sign-in.refused",
        "sign-in.ok",
    ]


def test_the_log_is_read_page_by_page_and_narrowed(boss, store):
    from search_app.staff.audit import record  # noqa: PLC0415

    with store.transaction() as session:
        for number in range(120):
            record(session, "oleg@staff.example", "document.publish", f"document:{number:03}")
    seen, address = [], "/staff/log?action=document&actor=OLEG"
    while address:
        boss.get(address)
        seen += [each.text for each in boss.page.select(".log a[href*=subject]")]
        older = [each["href"] for each in boss.page.select(".turns a") if each.text == "Раньше"]
        address = older[0] if older else None
    assert seen == [f"document:{number:03}" for number in range(119, -1, -1)]
    boss.get("/staff/log?since=2020-01-01&until=2020-12-31")
    assert "Таких записей нет" in boss.text()


@pytest.mark.parametrize(
    "query", ["since=yesterday", "until=2026-13-01", "before=x", "before=%D9%A1"]
)
def test_what_the_log_cannot_read_is_refused(boss, query):
    boss.get(f"/staff/log?{query}", 400)


REPLACED = (
    "INSERT OR REPLACE INTO audit (id, at, actor, origin, action, subject) "
    "VALUES (1, '2026-01-01', '', '', '', '')"
)


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("", "UPDATE audit SET actor = 'nobody'"),
        ("", "DELETE FROM audit"),
        ("sqlite", REPLACED),
        ("postgresql", "TRUNCATE audit"),
    ],
)
def test_the_log_only_grows(store, where, kind, statement):
    from search_app.staff.audit import record  # noqa: PLC0415

    if not where.startswith(kind):
        pytest.skip("this database does not know it")
    with store.transaction() as session:
        record(session, "anna", "sign-in.ok", "account:1")

    def alter():
        with store.transaction() as session:
            session.execute(sa.text(statement))

    with pytest.raises(sa.exc.DBAPIError):
        alter()
    with store.reading() as session:
        assert session.scalars(sa.select(Entry.actor)).all() == ["anna"]


def test_two_administrators_cannot_disable_each_other_at_once(store, person):
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    from search_app.staff.identity import managing  # noqa: PLC0415
    from search_app.staff.identity.accounts import AccountError  # noqa: PLC0415

    numbers = [person(name, "administrator").id for name in ("anna", "boss")]

    def disable(number):
        try:
            with store.transaction() as session:
                managing.disable(session, "test", session.get(Account, number))
        except AccountError:
            return 0
        return 1

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(disable, numbers)) == 1
