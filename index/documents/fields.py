"""What a document may say about itself, and what each field takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from index.documents.dates import PartialDate
from index.documents.identity import slug, valid_id
from index.documents.reading.plain_text import shortened, tidy, whole_text

LANGUAGES = ("ru", "kk", "bg", "en")
_YEARS = range(1900, 2101)
_LONGEST = {"title": 500, "event_title": 500, "source": 200, "kind": 60, "notes": 5000}
_LONGEST_URL = 2000
_BAD_IN_URL = re.compile(r"[\s<>\"\x00-\x1f\x7f]")


class FieldError(ValueError):
    """A field that cannot be read: its name and what is wrong."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field


def read_fields(given: Mapping[str, object]) -> dict[str, Any]:
    """The fields of a Document from what is written; empty ones are left out.

    FieldError for a key that no document has and for a value that its field does not take.
    """
    return dict(_fields(given))


def read_date(text: str) -> PartialDate:
    """A date of YYYY, YYYY-MM or YYYY-MM-DD between 1900 and 2100; ValueError says why not."""
    date = PartialDate.parse(text)
    if date.year not in _YEARS:
        raise ValueError(f"«{text}»: the year is not between {_YEARS[0]} and {_YEARS[-1]}")
    return date


def web_address(text: str) -> str:
    """An http or https address; ValueError says why it is not one."""
    address = text.strip()
    if len(address) > _LONGEST_URL:
        raise ValueError(f"over {_LONGEST_URL} characters")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or _BAD_IN_URL.search(address):
        raise ValueError(f"«{shortened(tidy(address), 60)}» is not an http or https address")
    return address


def _fields(given: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    for key, value in given.items():
        if key not in _READERS:
            raise FieldError(
                shortened(tidy(key), 60), f"unknown key; keys are {', '.join(_READERS)}"
            )
        try:
            text = _as_text(value)
            if text.strip():
                yield key, _READERS[key](text)
        except ValueError as error:
            raise FieldError(key, str(error)) from error


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ValueError(f"takes text, not {type(value).__name__}")  # noqa: TRY004
    return whole_text(value)


def _language(text: str) -> str:
    language = tidy(text)
    if language not in LANGUAGES:
        raise ValueError(f"«{shortened(language, 30)}» is not among {', '.join(LANGUAGES)}")
    return language


def _event(text: str) -> str:
    event = slug(text)
    if not event:
        raise ValueError("takes at least one letter or digit")
    return event


def _words(field: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        words = tidy(text)
        if len(words) > _LONGEST[field]:
            raise ValueError(f"over {_LONGEST[field]} characters")
        return words

    return read


_READERS: dict[str, Callable[[str], Any]] = {
    "title": _words("title"),
    "date": read_date,
    "published": read_date,
    "event": _event,
    "event_title": _words("event_title"),
    "language": _language,
    "source": _words("source"),
    "url": web_address,
    "kind": _words("kind"),
    "notes": _words("notes"),
    "id": valid_id,
}
