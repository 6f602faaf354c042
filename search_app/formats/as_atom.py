"""Feeds: a page of an answer as Atom (RFC 4287), its neighbours linked (RFC 5005)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import flask
from lxml import etree
from lxml.builder import ElementMaker

from index.documents.dates import PartialDate
from index.today import ZONE
from search_app.current import committed
from search_app.languages import gettext, language
from search_app.templating import absolute

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
TYPE = "application/atom+xml"

_MAKE = ElementMaker(namespace=ATOM, nsmap={None: ATOM, "opensearch": OPENSEARCH})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One thing said; ``html`` is escaped."""

    id: str  # the absolute address that never changes
    title: str
    html: str
    date: PartialDate | None  # of what it tells
    language: str = ""
    address: str = ""  # where to read it, if not there
    categories: tuple[tuple[str, str], ...] = ()  # term and label
    came: int = 0  # when it came in, in seconds since 1970; 0: nobody knows


@dataclass(frozen=True)
class Feed:
    """A feed and the addresses around it, all from the host's root."""

    title: str
    own: str
    page: str  # the same for readers
    entries: Sequence[Entry]
    turns: tuple[tuple[str, str], ...] = ()  # rel (first, previous, next, last) and address
    total: int | None = None


def answer(feed: Feed) -> flask.Response:
    """A feed on its way out."""
    return flask.Response(as_bytes(feed), mimetype=TYPE)


def as_bytes(feed: Feed) -> bytes:
    """The XML of a feed."""
    entries = [_entry(each) for each in feed.entries]
    newest = max((_updated(each) for each in feed.entries), default=_moment(None))
    root = _MAKE.feed(
        {_LANG: language()},
        _MAKE.id(absolute(feed.own)),
        _MAKE.title(plain(feed.title)),
        _MAKE.updated(newest),
        _MAKE.author(_MAKE.name(gettext("Сказано"))),
        _link("self", feed.own, TYPE),
        _link("alternate", feed.page, "text/html"),
        *(_link(rel, address, TYPE) for rel, address in feed.turns),
        *_totals(feed.total),
        *entries,
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def plain(text: str) -> str:
    """The text without what XML cannot carry."""
    return _NOT_XML.sub(" ", text)


def _entry(entry: Entry) -> etree._Element:
    said = {"type": "html"} | ({_LANG: entry.language} if entry.language else {})
    return _MAKE.entry(
        _MAKE.id(entry.id),
        _MAKE.title(plain(entry.title)),
        _MAKE.updated(_updated(entry)),
        _link("alternate", entry.address or entry.id, "text/html"),
        *_categories(entry.categories),
        _MAKE.content(said, plain(entry.html)),
    )


def _link(rel: str, address: str, kind: str) -> etree._Element:
    href = absolute(address) if address.startswith("/") else address
    return _MAKE.link(rel=rel, href=href, type=kind)


def _categories(named: Iterable[tuple[str, str]]) -> list[etree._Element]:
    return [_MAKE.category(term=term, label=label) for term, label in named]


def _totals(total: int | None) -> list[etree._Element]:
    if total is None:
        return []
    counted = etree.Element(f"{{{OPENSEARCH}}}totalResults")
    counted.text = str(total)
    return [counted]


def _updated(entry: Entry) -> str:
    """When it came in or was changed; where nobody knows, the day of what it tells."""
    if not entry.came:
        return _moment(entry.date)
    return dt.datetime.fromtimestamp(entry.came, ZONE).isoformat()


def _moment(date: PartialDate | None) -> str:
    """The first moment of a date; what has none is as old as the index."""
    if date is None:
        return dt.datetime.fromtimestamp(int(committed()), dt.UTC).isoformat()
    return dt.datetime.combine(date.first, dt.time(), ZONE).isoformat()
