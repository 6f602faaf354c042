import pytest

from search_app.staff.identity import passwords
from search_app.staff.identity.passwords import (
    COMMON,
    TOO_LONG,
    TOO_SHORT,
    hashed,
    is_right,
    weakness,
)

REAL = passwords._hasher  # before the tests make it cheap


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        ("одиннадцать", TOO_SHORT),
        ("я" * 201, TOO_LONG),
        ("password1234", COMMON),
        ("qwertyuiop[]", COMMON),
        ("123456789012", COMMON),
        ("aaaaaaaaaaaaaaa", COMMON),
        ("Password123!Password123!", COMMON),
        ("anna@staff.example", COMMON),
        ("Ахметова2024", COMMON),  # the owner's name and a year
        ("йцукенгшщзхъ", COMMON),  # qwerty on the other layout
        ("фывапролджэ1", COMMON),
        ("ЙцукенЙцукен1", COMMON),
        ("пароль123456", COMMON),
        ("gfhjkm123456", COMMON),  # «пароль» on the other layout
        ("annaahmetova1", COMMON),  # the name in Latin letters
        ("Akhmetova-Anna-2026!", COMMON),  # as her passport has it
        ("Almaty202620", COMMON),
        ("correcthorsebatterystaple", COMMON),
        ("correct horse battery staple 7", COMMON),
        ("анна считает верблюдов", None),
        ("верблюд считает мосты", None),
        ("correct zebra ladder 7 moons", None),
        ("   двенадцать пробелов  ", None),
    ],
)
def test_what_programs_guess_first_is_refused(password, wrong):
    assert weakness(password, ("Анна Ахметова", "anna@staff.example")) == wrong


def test_a_password_is_kept_as_argon2id_with_a_salt_of_its_own():
    one, other = hashed("верблюд считает мосты"), hashed("верблюд считает мосты")
    assert one.startswith("$argon2id$")
    assert one != other
    assert is_right(one, "верблюд считает мосты")
    assert not is_right(one, "верблюд считает мосты ")
    assert not is_right(None, "верблюд считает мосты")


def test_the_cost_is_that_of_rfc_9106():
    from argon2.profiles import RFC_9106_LOW_MEMORY  # noqa: PLC0415

    hasher = REAL.__wrapped__()
    used = (hasher.time_cost, hasher.memory_cost, hasher.parallelism)
    wanted = RFC_9106_LOW_MEMORY
    assert used == (wanted.time_cost, wanted.memory_cost, wanted.parallelism)


def test_letters_composed_differently_are_the_same_password():
    assert is_right(hashed("ёлки и йогурт у реки"), "е\u0308лки и и\u0306огурт у реки")


def test_what_was_hashed_more_cheaply_is_hashed_anew(visitor, person, store):
    import sqlalchemy as sa  # noqa: PLC0415
    from argon2 import PasswordHasher  # noqa: PLC0415
    from visitors import PASSWORD  # noqa: PLC0415

    from search_app.staff.identity.accounts import Account  # noqa: PLC0415

    old = PasswordHasher(time_cost=1, memory_cost=32, parallelism=1).hash(PASSWORD)
    person("anna", password=old)
    visitor.get("/staff/sign-in")
    visitor.fill({"email": "anna@staff.example", "password": PASSWORD})
    with store.reading() as session:
        (kept,) = session.scalars(sa.select(Account.password))
    assert kept != old
    assert not passwords.is_outdated(kept)
