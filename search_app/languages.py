"""The interface in three languages: catalogues, dates and plurals, and the address prefix.

The default language has no prefix; the others live under ``/kk`` and ``/en``. The prefix
moves into SCRIPT_NAME, so every address that ``url_for`` makes keeps it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from gettext import NullTranslations, c2py
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flask
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from index.documents.dates import PartialDate
from search_app.config import LANGUAGES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEY = "policy_search.language"
ROOT = "policy_search.root"  # SCRIPT_NAME before the language went into it
NAMES = {"ru": "Русский", "kk": "Қазақша", "en": "English", "bg": "Български"}
FOLDER = Path(__file__).parent / "translations"

# day, month and year patterns; Babel's own end in «г.», which a line of metadata does not need
_PATTERNS = {
    "ru": ("d MMMM y", "LLLL y", "y"),
    "kk": ("y 'ж'. d MMMM", "y 'ж'. MMMM", "y 'ж'."),
    "en": ("d MMMM y", "LLLL y", "y"),
}


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


class Catalogue(NullTranslations):
    """A language's messages, read from its .po file; a missing one answers in Russian."""

    def __init__(self, language: str) -> None:
        super().__init__()
        with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as lines:
            catalog = read_po(lines, locale=language)
        self._messages = {message.id: message.string for message in catalog if message.id}
        self._plural: Callable[[int], int] = c2py(catalog.plural_expr)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return str(self._messages.get(message) or message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message that goes with n."""
        forms = self._messages.get((msgid1, msgid2)) or ()
        known = self._plural(n)
        if known < len(forms) and forms[known]:
            return str(forms[known])
        return msgid1 if n == 1 else msgid2


class LanguagePrefix:
    """WSGI middleware: takes the language off the address and remembers it."""

    def __init__(self, app: WSGIApplication, default: str) -> None:
        self.app, self.default = app, default

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer under the prefix, in its language."""
        first, slash, rest = environ.get("PATH_INFO", "")[1:].partition("/")
        environ[KEY], environ[ROOT] = self.default, environ.get("SCRIPT_NAME", "")
        if first in LANGUAGES and first != self.default:
            environ[KEY] = first
            environ["SCRIPT_NAME"] = environ[ROOT] + "/" + first
            environ["PATH_INFO"] = slash + rest or "/"
        return self.app(environ, start_response)


@functools.cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language, read once."""
    return Catalogue(language)


def language() -> str:
    """The language in which this request is answered."""
    try:
        said: str = flask.request.environ.get(KEY, "ru")
    except RuntimeError:  # outside of a request; asking first would cost every word twice
        return "ru"
    return said


def language_prefix(code: str) -> str:
    """What stands before an address in this language."""
    return "" if code == flask.current_app.config["LANGUAGE"] else f"/{code}"


def gettext(message: str, **filled: object) -> str:
    """The message in the language of this request, with its places filled."""
    said = catalogue(language()).gettext(message)
    return said % filled if filled else said


def ngettext(one: str, many: str, count: int, **filled: object) -> str:
    """The form of the message for a count, in the language of this request."""
    said = catalogue(language()).ngettext(one, many, count)
    return said % {"num": count, **filled}


def number(value: int) -> str:
    """A whole number with its thousands set apart."""
    return number_in(language(), value)


def date(value: PartialDate | str | None) -> str:
    """A date as people write it, as exact as it is known."""
    known = PartialDate.parse(value) if isinstance(value, str) else value
    return date_in(language(), known) if known else ""


@functools.lru_cache(maxsize=4096)
def number_in(language: str, value: int) -> str:
    """A whole number as a language of the site writes it."""
    return format_decimal(value, locale=language)


@functools.lru_cache(maxsize=4096)
def date_in(language: str, value: PartialDate) -> str:
    """A date as a language of the site writes it."""
    day, month, year = _PATTERNS[language]
    pattern = day if value.day else month if value.month else year
    return format_date(value.first, pattern, locale=language)


def install(app: flask.Flask, default: str) -> None:
    """Give the application its languages: middleware, messages and filters for templates."""
    app.config["LANGUAGE"] = default
    app.wsgi_app = LanguagePrefix(app.wsgi_app, default)  # type: ignore[method-assign]
    # Plain strings, escaped where they are shown: Jinja's own i18n would trust them as HTML.
    app.jinja_env.globals.update({"_": gettext, "ngettext": ngettext})
    app.jinja_env.filters.update(number=number, date=date)
    app.context_processor(_names)


def _names() -> dict[str, Any]:
    return {
        "language": language(),
        "languages": {code: NAMES[code] for code in LANGUAGES},
    }
