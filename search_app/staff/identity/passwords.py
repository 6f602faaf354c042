"""Passwords: kept as Argon2id, at least 12 characters, none that programs guess first."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from index.documents.identity import latin
from index.language.keyboard import switched
from search_app.languages import N_

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 200
_STRONG_ENOUGH = 3  # of zxcvbn's 0 to 4: more than 10^8 guesses
_ESTIMATED = 72  # characters; zxcvbn looks at no more
# what the dictionaries cannot know that everybody here would try
_OWN = (
    *("сказано", "policy", "search", "казахстан", "kazakhstan", "қазақстан", "qazaqstan"),
    *("астана", "алматы", "almaty", "шымкент", "shymkent", "караганда", "актобе", "атырау"),
    *("correcthorsebatterystaple", "пароль", "password"),
)
_KNOWN_FROM = 3  # letters; shorter names stand within other words
_OF_ITS_OWN = 6  # letters that a password must have beside what everybody knows
# as passports spell what ``latin`` writes otherwise: «Ахметова» is Akhmetova too
_PASSPORT = str.maketrans({"х": "kh", "ю": "iu", "я": "ia", "й": "i", "ц": "ts", "ж": "zh"})

TOO_SHORT = N_("Пароль короче 12 знаков.")
TOO_LONG = N_("Пароль длиннее 200 знаков.")
COMMON = N_(
    "Такой пароль подбирают первым: в нём частые слова, ряды клавиш, даты или ваше имя. "
    "Возьмите несколько не связанных друг с другом слов."
)


def weakness(password: str, about: Sequence[str] = ()) -> str | None:
    """Why a password will not do, None if it will; ``about`` is what is known of its owner."""
    password = _normal(password)
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    # Imported here: its word lists take a tenth of a second and 20 MB, for a rare occasion.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    known = [part for each in (*about, *_OWN) for part in (each, *each.replace("@", " ").split())]
    if _is_known(password, known):
        return COMMON
    scores = (zxcvbn(each[:_ESTIMATED], user_inputs=known)["score"] for each in _read(password))
    return COMMON if any(score < _STRONG_ENOUGH for score in scores) else None


def _is_known(password: str, known: Iterable[str]) -> bool:
    """Whether next to nothing but digits stands beside words that everybody knows.

    The lists do not know that «annaahmetova1» and «Almaty202620» are a name and a town.
    """
    words = {_letters(form) for each in known for form in (each, each.lower().translate(_PASSPORT))}
    written = rest = _letters(password)
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= _KNOWN_FROM:
            rest = rest.replace(word, "")
    return rest != written and len(rest) < _OF_ITS_OWN


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, latin(text)))


def _read(password: str) -> list[str]:
    """A password, as its keys read on the other layouts, and in Latin letters.

    Who guesses tries «пароль» and «йцукен» as early as the lists, which are Latin, say.
    """
    spelled = latin(password)
    return list(dict.fromkeys((password, *switched(password), spelled)))


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher().hash(_normal(password))


def is_right(kept: str | None, password: str) -> bool:
    """Whether this is the password; takes the same time where none is kept."""
    from argon2.exceptions import InvalidHashError, VerifyMismatchError  # noqa: PLC0415

    try:
        _hasher().verify(kept or _nobodys(), _normal(password))
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether a password was hashed more cheaply than we hash now."""
    return _hasher().check_needs_rehash(kept)


def _normal(password: str) -> str:
    """The same characters, however a keyboard composed them."""
    return unicodedata.normalize("NFKC", password)


@functools.cache
def _hasher() -> PasswordHasher:
    # Imported here, so that a public worker never loads it. RFC 9106's second recommendation.
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)


@functools.cache
def _nobodys() -> str:
    return hashed("the password of nobody")
