import time

import pyotp
import pytest
import sqlalchemy as sa
from visitors import PASSWORD

from search_app.staff.identity.accounts import Account
from search_app.staff.identity.sessions import HALFWAY, Session


def code_of(secret, steps=0):
    return pyotp.TOTP(secret.replace(" ", "")).at(time.time() + 30 * steps)


def set_up(visitor):
    """The secret and the recovery codes of an account that turns the second factor on."""
    visitor.get("/staff/me/second-factor")
    secret = visitor.text("ol code").replace(" ", "")
    visitor.fill({"code": code_of(secret, -1)}, status=200)
    return secret, [each.text for each in visitor.page.select(".secrets code")]


@pytest.fixture
def anna(signed_in):
    return signed_in()


def first_step(visitor, name="anna"):
    visitor.get("/staff/sign-in")
    answer = visitor.fill({"email": f"{name}@staff.example", "password": PASSWORD})
    assert answer.location == "/staff/sign-in/code"
    visitor.follow(answer)


def test_the_picture_obeys_the_policy_and_holds_the_secret(anna):
    answer = anna.get("/staff/me/second-factor")
    drawn = str(anna.page.select_one("svg"))
    assert "style=" not in drawn
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    secret = anna.text("ol code").replace(" ", "")
    assert len(secret) == 32
    anna.get("/staff/me/second-factor")
    assert anna.text("ol code").replace(" ", "") == secret  # a reload is no new secret


def test_with_it_the_password_alone_opens_nothing(anna, visitor):
    secret, _ = set_up(anna)
    first_step(visitor)
    visitor.get("/staff/", 303)
    visitor.get("/staff/sign-in/code")
    answer = visitor.fill({"code": code_of(secret)})
    visitor.follow(answer)
    assert "Вы вошли" in visitor.text()


def test_a_code_works_once(anna, visitor, staff_app):
    secret, _ = set_up(anna)
    code = code_of(secret)
    first_step(visitor)
    visitor.fill({"code": code})
    visitor.client.delete_cookie("staff")
    first_step(visitor)
    visitor.fill({"code": code}, status=401)
    assert "Код не подходит" in visitor.text()


def test_codes_of_a_clock_half_a_minute_off_work_and_others_do_not(anna, visitor):
    secret, _ = set_up(anna)
    first_step(visitor)
    visitor.fill({"code": code_of(secret, 4)}, status=401)
    visitor.fill({"code": code_of(secret, -4)}, status=401)
    visitor.fill({"code": code_of(secret, 1)})


def test_a_recovery_code_works_once(anna, visitor):
    _, codes = set_up(anna)
    assert len(set(codes)) == 8
    for status in (303, 401):
        first_step(visitor)
        visitor.fill({"code": codes[0].upper().replace("-", " ")}, status=status)
        visitor.client.delete_cookie("staff")
    anna.get("/staff/me")
    assert "осталось 7 запасных кодов" in anna.text()


def test_new_recovery_codes_make_older_ones_worthless(anna, visitor):
    _, codes = set_up(anna)
    anna.get("/staff/me/second-factor")
    anna.fill(action="/staff/me/second-factor/codes", status=200)
    renewed = [each.text for each in anna.page.select(".secrets code")]
    first_step(visitor)
    visitor.fill({"code": codes[0]}, status=401)
    visitor.fill({"code": renewed[0]})


def test_guesses_at_codes_are_slowed_down(anna, visitor):
    secret, _ = set_up(anna)
    first_step(visitor)
    for _ in range(5):
        visitor.fill({"code": "000000"}, status=401)
    answer = visitor.fill({"code": code_of(secret)}, status=429)
    assert int(answer.headers["Retry-After"]) >= 1


def test_a_sign_in_half_done_is_over_after_five_minutes(anna, visitor, store):
    secret, _ = set_up(anna)
    first_step(visitor)
    with store.transaction() as session:
        (half,) = session.scalars(sa.select(Session).where(~Session.whole))
        half.created_at -= HALFWAY
    answer = visitor.fill({"code": code_of(secret)})
    assert answer.location.startswith("/staff/sign-in")
    visitor.get("/staff/", 303)


def test_turning_it_on_ends_other_sessions(anna, signed_in):
    other = signed_in()
    other.get("/staff/")
    set_up(anna)
    other.get("/staff/", 303)
    anna.get("/staff/")


def test_turning_it_off_takes_one_factor_again(anna, visitor):
    set_up(anna)
    anna.get("/staff/me/second-factor")
    anna.follow(anna.fill(action="/staff/me/second-factor/remove"))
    assert "отключён" in anna.text()
    visitor.get("/staff/sign-in")
    answer = visitor.fill({"email": "anna@staff.example", "password": PASSWORD})
    assert answer.location == "/staff/"


def test_a_wrong_code_turns_nothing_on(anna, store):
    anna.get("/staff/me/second-factor")
    anna.fill({"code": "000000"}, status=400)
    assert "Код не подходит" in anna.text()
    with store.reading() as session:
        assert session.scalars(sa.select(Account.totp_at)).all() == [None]


def test_the_secret_is_sealed_in_the_database(anna, store):
    secret, _ = set_up(anna)
    with store.reading() as session:
        (kept,) = session.scalars(sa.select(Account.totp))
    assert secret not in kept


def test_with_another_key_recovery_codes_still_work(anna, visitor, staff_app, tmp_path):
    secret, codes = set_up(anna)
    staff_app.config["SECRET_KEY_FILE"] = tmp_path / "another.key"
    staff_app.secret_key = None
    first_step(visitor)
    visitor.fill({"code": code_of(secret)}, status=401)
    visitor.fill({"code": codes[0]})


def test_where_it_is_required_nothing_else_can_be_done_before(make_app, signed_in, staff_app):
    from visitors import Visitor  # noqa: PLC0415

    anna = signed_in()
    strict = make_app(second_factor="required")
    client = strict.test_client()
    client.set_cookie("staff", anna.client.get_cookie("staff").value)
    strict_anna = Visitor(client)
    assert strict_anna.get("/staff/", 303).location == "/staff/me/second-factor"
    set_up(strict_anna)
    strict_anna.get("/staff/")
