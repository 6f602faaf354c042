import datetime as dt

import pytest
import sqlalchemy as sa
from visitors import PASSWORD

from search_app.staff.identity import sessions
from search_app.staff.identity.sessions import Session


def age(store, **columns):
    """Move moments of all sessions into the past."""
    with store.transaction() as session:
        for row in session.scalars(sa.select(Session)):
            for name, by in columns.items():
                setattr(row, name, getattr(row, name) - by)


def test_an_idle_session_is_over(signed_in, store):
    anna = signed_in()
    age(store, seen_at=sessions.IDLE - dt.timedelta(minutes=1))
    anna.get("/staff/")
    anna.get("/staff/")  # the visit counted
    age(store, seen_at=sessions.IDLE)
    anna.get("/staff/", 303)


def test_every_session_is_over_after_half_a_day(signed_in, store):
    anna = signed_in()
    age(store, created_at=sessions.ABSOLUTE)
    anna.get("/staff/", 303)


def test_only_a_digest_of_the_token_is_kept(signed_in, store):
    anna = signed_in()
    token = anna.client.get_cookie("staff").value
    with store.reading() as session:
        (kept,) = session.scalars(sa.select(Session.digest))
    assert token not in kept
    assert len(token) >= 43  # 256 bits


@pytest.mark.parametrize("token", ["", "x", "x" * 1000, "\0", "é", "' OR 1=1 --"])
def test_a_made_up_token_opens_nothing(visitor, token):
    visitor.client.set_cookie("staff", token)
    visitor.get("/staff/", 303)


def test_signing_in_changes_the_token_and_ends_the_older_session(visitor, person, store):
    person("anna")
    visitor.get("/staff/sign-in")
    form = visitor.sent({"email": "anna@staff.example", "password": PASSWORD})
    visitor.client.post("/staff/sign-in", data=form)
    first = visitor.client.get_cookie("staff").value
    visitor.get("/staff/me")
    visitor.client.post("/staff/sign-in", data=form | {"csrf_token": visitor.token()})
    assert visitor.client.get_cookie("staff").value != first
    with store.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Session)) == 1


def test_one_ends_ones_sessions_from_anywhere(signed_in):
    here, there, third = signed_in(), signed_in(), signed_in()
    here.get("/staff/me")
    assert len(here.page.select("form[action$='/end'] ")) == 3  # two others, and all others
    here.follow(here.fill(action=here.page.select_one("form[action*='/sessions/']")["action"]))
    here.fill(action="/staff/me/sessions/end")
    here.get("/staff/")
    for other in (there, third):
        other.get("/staff/", 303)


def test_anothers_session_answers_like_a_missing_one(signed_in, store):
    anna = signed_in("anna")
    with store.reading() as session:
        (number,) = session.scalars(sa.select(Session.id))
    oleg = signed_in("oleg", "administrator")
    oleg.get("/staff/me")
    for which in (number, 10_000):
        answer = oleg.client.post(
            f"/staff/me/sessions/{which}/end", data={"csrf_token": oleg.token()}
        )
        assert answer.status_code == 404
    anna.get("/staff/")


def test_changing_the_password_ends_all_sessions_but_this(signed_in, visitor):
    here, there = signed_in(), signed_in()
    old = here.client.get_cookie("staff").value
    here.get("/staff/me/password")
    fresh = "семь белых вёсел под дождём"
    answer = here.fill({"old": PASSWORD, "new": fresh, "again": fresh})
    here.follow(answer)
    assert "Пароль изменён" in here.text()
    there.get("/staff/", 303)
    visitor.client.set_cookie("staff", old)
    visitor.get("/staff/", 303)
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD}, status=401)
    visitor.fill({"email": "anna@staff.example", "password": fresh})


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"old": "wrong"}, 401, "Пароль не подходит"),
        ({"again": "другой пароль из пяти слов"}, 200, "не совпадают"),
        ({"new": "короткий", "again": "короткий"}, 200, "короче 12"),
        ({"new": "password123456", "again": "password123456"}, 200, "подбирают первым"),
        ({"new": "anna anna anna", "again": "anna anna anna"}, 200, "подбирают первым"),
    ],
)
def test_a_bad_change_of_password_changes_nothing(signed_in, visitor, fields, status, said):
    anna = signed_in()
    anna.get("/staff/me/password")
    good = "семь белых вёсел под дождём"
    anna.fill({"old": PASSWORD, "new": good, "again": good} | fields, status=status)
    assert said in anna.text()
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD})
