"""Ids of documents: stable, and safe in addresses and on the command line."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9_-])?")
_ID_TAKES = "1–120 letters a–z, digits, «.», «_», «-», beginning with a letter or a digit"
_LONGEST_SLUG = 80
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip


def valid_id(text: str) -> str:
    """The id as it stands; ValueError says what an id takes."""
    if _ID.fullmatch(text) is None:
        raise ValueError(f"«{text[:60]}» is no id: {_ID_TAKES}")
    return text


def slug(text: str) -> str:
    """Lower-case Latin words joined by hyphens, Cyrillic written in Latin; may be empty."""
    plain = unicodedata.normalize("NFKD", latin(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_SLUG].strip("-")


def latin(text: str) -> str:
    """The text in lower case, its Cyrillic letters written in Latin ones; all else stays."""
    return "".join(_LATIN.get(letter, letter) for letter in _composed(text).lower())


def id_from_name(stem: str) -> str:
    """The id of a file: its stem where that is an id, else a slug of it.

    A slug is followed by eight hexadecimal digits of the stem's SHA-256, so that two stems never
    meet: «Послание 2025» gives ``poslanie-2025-`` and the digits.
    """
    if _ID.fullmatch(stem):
        return stem
    digest = hashlib.sha256(_composed(stem).encode("utf-8", "surrogatepass")).hexdigest()
    return "-".join(filter(None, [slug(stem), digest[:8]]))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
