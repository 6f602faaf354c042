"""Signing in through a real provider of OpenID Connect, in a process of its own."""

import json
import re
import socket
import subprocess
import sys
import time

import pytest
import requests
import sqlalchemy as sa
from visitors import Visitor

from search_app.staff.audit import Entry
from search_app.staff.identity.accounts import Account

pytestmark = pytest.mark.server

USERS = [
    {"sub": "anna-1", "email": "Anna@staff.example", "email_verified": True},
    {"sub": "strong-1", "email": "anna@staff.example", "email_verified": True, "amr": ["mfa"]},
    {"sub": "unverified-1", "email": "anna@staff.example", "email_verified": False},
    {"sub": "text-1", "email": "anna@staff.example", "email_verified": "true"},
    {"sub": "stranger-1", "email": "stranger@elsewhere.example", "email_verified": True},
]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture(scope="module")
def issuer():
    """The address of the provider."""
    address = f"http://127.0.0.1:{free_port()}"
    users = [word for each in USERS for word in ("--user-claims", json.dumps(each))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--require-nonce=true"]
    process = subprocess.Popen(
        [*command, "--port", address.rpartition(":")[2], *users],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            assert process.poll() is None, "the provider ended at once"
            try:
                requests.get(f"{address}/.well-known/openid-configuration", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture
def app(make_app, issuer, tmp_path):
    secret = tmp_path / "client-secret"
    secret.write_text("the secret of the site\n")
    return make_app(
        oidc_issuer=issuer, oidc_client="site", oidc_secret_file=secret, oidc_name="Вход ведомства"
    )


@pytest.fixture
def visitor(app):
    return Visitor(app.test_client())


def back_from(visitor, subject, start="/staff/provider"):
    """Where the provider sends the browser after this person signed in there."""
    away = visitor.get(start, 302).location
    assert "code_challenge_method=S256" in away
    with requests.Session() as browser:
        there = browser.post(away, data={"sub": subject}, allow_redirects=False, timeout=10)
    return there.headers["Location"].removeprefix("http://localhost")


def come_in(visitor, subject, status=303, **named):
    return visitor.get(back_from(visitor, subject, **named), status)


def test_the_provider_vouches_for_an_account_by_its_verified_address(visitor, person, store):
    person("anna", password=None)
    visitor.get("/staff/sign-in?next=/staff/me")
    start = visitor.page.find("a", string=re.compile("Вход ведомства"))["href"]
    answer = come_in(visitor, "anna-1", start=start)
    assert answer.location == "/staff/me"
    visitor.follow(answer)
    assert "anna@staff.example" in visitor.text()
    with store.reading() as session:
        assert session.execute(sa.select(Account.subject)).scalar_one() == "anna-1"
        said = session.scalars(sa.select(Entry.action).order_by(Entry.id)).all()
    assert said == ["account.provider", "sign-in.ok"]


def test_from_then_on_the_subject_counts_whatever_its_address(visitor, person, store):
    account = person("anna")
    come_in(visitor, "anna-1")
    with store.transaction() as session:
        session.get(Account, account.id).email = "anna.akhmetova@staff.example"
    again = Visitor(visitor.client.application.test_client())
    come_in(again, "anna-1")
    again.get("/staff/")


def test_an_address_given_to_another_person_opens_nothing(visitor, person):
    person("anna")
    come_in(visitor, "anna-1")
    another = Visitor(visitor.client.application.test_client())
    come_in(another, "strong-1", 403)


@pytest.mark.parametrize("subject", ["unverified-1", "text-1", "stranger-1", "unknown-1"])
def test_who_has_no_account_or_no_verified_address_stays_outside(visitor, person, store, subject):
    person("anna")
    come_in(visitor, subject, 403)
    assert "учётной записи здесь нет" in visitor.text()
    visitor.get("/staff/", 303)
    with store.reading() as session:
        assert session.scalars(sa.select(Entry.action)).all() == ["sign-in.refused"]


def test_a_disabled_account_stays_outside(visitor, person):
    person("anna", disabled_at=sa.func.now())
    come_in(visitor, "anna-1", 403)


def test_the_second_factor_of_the_site_is_asked_for_unless_the_provider_did(visitor, signed_in):
    import pyotp  # noqa: PLC0415

    anna = signed_in()
    anna.get("/staff/me/second-factor")
    anna.fill({"code": pyotp.TOTP(anna.text("ol code").replace(" ", "")).now()}, status=200)
    assert come_in(visitor, "anna-1").location == "/staff/sign-in/code"
    visitor.get("/staff/", 303)


def test_two_factors_at_the_provider_are_enough(make_app, issuer, person, tmp_path):
    person("anna")
    secret = tmp_path / "another"
    secret.write_text("secret")
    app = make_app(
        oidc_issuer=issuer,
        oidc_client="site",
        oidc_secret_file=secret,
        second_factor="required",
    )
    visitor = Visitor(app.test_client())
    come_in(visitor, "strong-1")
    visitor.get("/staff/")


def test_an_answer_that_was_not_asked_for_is_refused(visitor, app, person):
    person("anna")
    answer = back_from(visitor, "anna-1")
    stranger = Visitor(app.test_client())
    stranger.get(answer, 400)  # another browser
    visitor.get("/staff/provider/return?code=x&state=x", 400)
    visitor.get("/staff/provider/return", 400)
    visitor.get("/staff/provider/return?error=access_denied", 502)
    assert "не удался" in visitor.text()


def test_an_answer_works_once(visitor, person):
    person("anna")
    answer = back_from(visitor, "anna-1")
    visitor.get(answer, 303)
    visitor.client.delete_cookie("staff")
    visitor.get(answer, 400)


def test_nobody_is_sent_elsewhere_afterwards(visitor, person):
    person("anna")
    answer = come_in(visitor, "anna-1", start="/staff/provider?next=//evil.example")
    assert answer.location == "/staff/"


def test_a_provider_that_does_not_answer_is_said(make_app):
    app = make_app(oidc_issuer=f"http://127.0.0.1:{free_port()}", oidc_client="site")
    visitor = Visitor(app.test_client())
    visitor.get("/staff/provider", 502)
    assert "не удался" in visitor.text()


def test_a_provider_that_calls_itself_otherwise_is_not_trusted(make_app, issuer, person):
    person("anna")
    app = make_app(oidc_issuer=issuer.replace("127.0.0.1", "localhost"), oidc_client="site")
    visitor = Visitor(app.test_client())
    away = visitor.get("/staff/provider", 302).location
    with requests.Session() as browser:
        there = browser.post(
            away.replace("localhost", "127.0.0.1", 1),
            data={"sub": "anna-1"},
            allow_redirects=False,
            timeout=10,
        )
    visitor.get(there.headers["Location"].removeprefix("http://localhost"), 502)


def test_without_a_provider_there_is_no_such_page(staff_app):
    plain = Visitor(staff_app.test_client())
    plain.get("/staff/provider", 404)
    plain.get("/staff/provider/return?code=x&state=y", 404)
    plain.get("/staff/sign-in")
    assert "Войти через" not in plain.text()


def test_the_password_is_confirmed_at_the_provider(visitor, person):
    person("anna", password=None, role="administrator")
    come_in(visitor, "anna-1")
    visitor.get("/staff/confirm?next=/staff/accounts/new")
    start = visitor.page.find("a", string=re.compile("Вход ведомства"))["href"]
    away = visitor.client.get(start).location
    assert "prompt=login" in away
    assert "max_age=0" in away
    assert come_in(visitor, "anna-1", start=start).location == "/staff/accounts/new"
