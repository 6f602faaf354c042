import datetime as dt

import pytest
import sqlalchemy as sa
from visitors import PASSWORD, Visitor

from search_app.staff.identity import throttle
from search_app.staff.identity.throttle import Throttle, Throttled

WRONG = "wrong"


def try_once(visitor, password=WRONG, status=401, name="anna"):
    visitor.get("/staff/sign-in")
    return visitor.fill({"email": f"{name}@staff.example", "password": password}, status=status)


@pytest.fixture(autouse=True)
def later(monkeypatch):
    """Time stands still, but for what a test lets pass."""
    clock = [dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)]
    monkeypatch.setattr(throttle, "now", lambda: clock[0])

    def advance(**by):
        clock[0] += dt.timedelta(**by)

    return advance


def test_guessing_is_slowed_down(visitor, person, store, later):
    person("anna")
    for _ in range(5):
        try_once(visitor)
    answer = try_once(visitor, status=429)
    assert int(answer.headers["Retry-After"]) == 1
    assert "Слишком много попыток" in visitor.text()
    later(seconds=1)
    try_once(visitor)
    assert int(try_once(visitor, status=429).headers["Retry-After"]) == 2


def test_the_right_password_waits_too_but_never_long(visitor, person, store, later):
    person("anna")
    for _ in range(5):
        try_once(visitor)
    with store.transaction() as session:
        for row in session.scalars(sa.select(Throttle)):
            row.failures = 1_000_000
    later(seconds=1)
    try_once(visitor)
    assert int(try_once(visitor, PASSWORD, 429).headers["Retry-After"]) <= 60
    later(seconds=60)
    try_once(visitor, PASSWORD, 303)


def test_tries_that_come_too_early_do_not_lengthen_the_wait(visitor, person, store, later):
    person("anna")
    for _ in range(5):
        try_once(visitor)
    for _ in range(20):
        try_once(visitor, status=429)
    later(seconds=1)
    try_once(visitor, PASSWORD, 303)


def test_strangers_are_throttled_alike(visitor, person):
    for _ in range(5):
        try_once(visitor, name="nobody")
    try_once(visitor, status=429, name="nobody")


def test_a_browser_that_was_here_is_not_kept_out_by_guesses_from_elsewhere(
    staff_app, person, visitor
):
    person("anna")
    try_once(visitor, PASSWORD, 303)
    visitor.get("/staff/")
    visitor.fill(action="/staff/sign-out")
    stranger = Visitor(staff_app.test_client())
    for _ in range(5):
        try_once(stranger)
    try_once(stranger, PASSWORD, 429)
    try_once(visitor, PASSWORD, 303)


def test_the_cookie_of_a_browser_is_of_no_use_for_another_account(visitor, person):
    person("anna")
    person("oleg")
    try_once(visitor, PASSWORD, 303)
    visitor.get("/staff/")
    visitor.fill(action="/staff/sign-out")
    for _ in range(5):
        try_once(visitor, name="oleg")
    try_once(visitor, name="oleg", status=429)


def test_one_address_guesses_at_many_accounts_slowly(visitor):
    for number in range(20):
        try_once(visitor, name=f"n{number}")
    try_once(visitor, name="another", status=429)


def test_success_forgives_the_account_but_the_address_one_try_only(visitor, person, store, later):
    person("anna")
    for _ in range(3):
        try_once(visitor)
    try_once(visitor, PASSWORD, 303)
    with store.reading() as session:
        assert [row.failures for row in session.scalars(sa.select(Throttle))] == [3]


def test_after_an_hour_all_is_forgiven(visitor, person, store, later):
    person("anna")
    for _ in range(5):
        try_once(visitor)
    try_once(visitor, status=429)
    later(hours=1, seconds=1)
    try_once(visitor)
    with store.reading() as session:
        assert {row.failures for row in session.scalars(sa.select(Throttle))} == {1}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:2", True),  # one customer holds them all
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("", "nonsense", True),
    ],
)
def test_addresses_of_one_customer_count_together(one, other, same):
    assert (throttle.by_address(one) == throttle.by_address(other)) is same


def test_parallel_tries_are_all_counted(store):
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    key = throttle.by_account("anna")

    def take(_):
        try:
            with store.transaction() as session:
                throttle.take(session, key)
        except Throttled:
            return 0
        return 1

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(take, range(12))) == 5
