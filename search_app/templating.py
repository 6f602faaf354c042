"""What templates need besides words: addresses of assets and of this page, page numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import flask
from jinja2 import StrictUndefined
from markupsafe import Markup

from index.documents.document import Passage
from index.search.snippets import plain
from search_app.config import LANGUAGES
from search_app.languages import ROOT, language_prefix
from search_app.links import at, within

HERE = Path(__file__).parent
DATE_PATTERN = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|-\d{1,5}[dmy]"
"""What a field of a date takes before it is sent; HTML anchors it at both ends."""
NEIGHBOURS = 2  # pages named before and after the present one


def install(app: flask.Flask, base_url: str) -> None:
    """Make Jinja strict and give it our addresses."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.config["BASE_URL"] = base_url
    app.jinja_env.filters["told"] = told
    app.jinja_env.globals.update(
        asset=_assets(),
        date_pattern=DATE_PATTERN,
        absolute=absolute,
        addresses=addresses,
        in_language=in_language,
        page_numbers=page_numbers,
        within=within,
        url_for=_address,
    )


def _address(endpoint: str, **values: Any) -> str:
    """``flask.url_for`` that remembers the addresses without parameters: a page has thirty."""
    if values or endpoint.startswith("."):
        return flask.url_for(endpoint, **values)
    return at(endpoint)


def page_numbers(page: int, pages: int) -> list[int | None]:
    """The pages to name, None for a gap: first, last and those around the present one."""
    near = range(page - NEIGHBOURS, page + NEIGHBOURS + 1)
    named = sorted({1, pages} | {number for number in near if 1 <= number <= pages})
    shown: list[int | None] = []
    for before, number in zip([0, *named], named, strict=False):
        shown += [None, number] if number > before + 1 else [number]
    return shown


def told(passage: Passage) -> Markup:
    """The text of a passage, in which sentences in another language say so."""
    return Markup(plain(passage))  # noqa: S704 - escaped there


def in_language(code: str) -> str:
    """The address of this page in another language of the site."""
    asked = flask.request.query_string
    query = "?" + quote(asked, safe="%&=+;,/:?@!$'()*-._~") if asked else ""
    return _root() + language_prefix(code) + quote(flask.request.path) + query


def addresses(own: str) -> Markup:
    """For a page's head: the one address under which it is kept, and the same in every language.

    ``own`` is that address from the site's root, with the language of this request.
    """
    path = own.removeprefix(flask.request.script_root)
    default: str = flask.current_app.config["LANGUAGE"]
    places = {code: permanent(language_prefix(code) + path) for code in LANGUAGES}
    links = [Markup('<link rel="canonical" href="{}">').format(absolute(own))]
    links += [
        Markup('<link rel="alternate" hreflang="{}" href="{}">').format(code, place)
        for code, place in [*places.items(), ("x-default", places[default])]
    ]
    return Markup("\n").join(links)


def absolute(address: str) -> str:
    """The address with the scheme and host under which readers know the site."""
    return str(flask.current_app.config["BASE_URL"] or flask.request.host_url.rstrip("/")) + address


def permanent(address: str) -> str:
    """The absolute address of what is the same in every language; ``address`` has no prefix."""
    return absolute(_root() + address)


def _root() -> str:
    return str(flask.request.environ.get(ROOT, ""))


def _assets() -> Callable[[str], str]:
    static = HERE / "static"
    marks = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        for path in static.iterdir()
        if path.is_file()
    }

    def address(name: str) -> str:
        mark = f"?v={marks[name]}" if name in marks else ""  # fonts are named by the style sheet
        return f"{_root()}/static/{name}{mark}"

    return address
