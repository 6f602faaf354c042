"""The letter that tells what is new of a bookmark: plain and HTML, stopped in one click."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

import flask
from markupsafe import Markup

from index.search.page import Hit, SearchPage
from index.search.request import SearchRequest
from search_app.languages import gettext, language, ngettext, number
from search_app.links import passage
from search_app.staff.alerts.alerting import Alert
from search_app.staff.keeping import kept
from search_app.staff.settings import settings
from search_app.templating import absolute

SHOWN = 10
"""Passages of a letter; the others are where its link leads."""
_SUBJECT = 150


class Verbatim(UnstructuredHeader, BaseHeader):
    """A header of one long address, neither broken nor encoded (RFC 2369, RFC 8058)."""

    def fold(self, *, policy: Policy) -> str:
        """The header as it goes out: one line, as RFC 5322 allows up to 998 characters."""
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", Verbatim)
_POLICY = SMTP.clone(max_line_length=78, header_factory=_HEADERS)


@dataclass(frozen=True)
class Told:
    """A passage in a letter."""

    title: str
    snippet: str  # HTML
    hit: Hit
    address: str

    @property
    def plain(self) -> str:
        """The snippet without marks."""
        return Markup(self.snippet).striptags()  # noqa: S704 - our own, escaped


def compose(alert: Alert, asked: SearchRequest, page: SearchPage, message_id: str) -> bytes:
    """The letter about the passages of a page, which ``asked`` opens; in the language of now."""
    message = EmailMessage(policy=_POLICY)
    host = urlsplit(absolute("/")).hostname or "localhost"
    message["From"] = _sender(settings().mail_from)
    message["To"] = Address(alert.account.name, addr_spec=alert.account.email)
    message["Subject"] = _subject(alert, page)
    message["Date"] = format_datetime(dt.datetime.now(dt.UTC))
    message["Message-ID"] = message_id
    message["List-Id"] = f"<bookmark-{alert.bookmark_id}.{host}>"
    stop = _outside("staff_alerts.left", token=alert.token)
    message["List-Unsubscribe"] = f"<{stop}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    said = _said(alert, asked, page) | {"stop": stop}
    message.set_content(flask.render_template("staff/mail/alert.txt", **said), cte="base64")
    rich = flask.render_template("staff/mail/alert.html", **said)
    message.add_alternative(rich, subtype="html", cte="base64")
    message["Content-Language"] = language()
    return message.as_bytes()


def new_message_id() -> str:
    """A name for a letter that it keeps however often it is sent."""
    host = urlsplit(absolute("/")).hostname or "localhost"
    return f"<{secrets.token_hex(16)}@{host}>"


def _subject(alert: Alert, page: SearchPage) -> str:
    count = page.totals.passages
    said = gettext("Новое: %(count)s · %(title)s", count=number(count), title=alert.bookmark.title)
    return said if len(said) <= _SUBJECT else said[: _SUBJECT - 1] + "…"


def _said(alert: Alert, asked: SearchRequest, page: SearchPage) -> dict[str, object]:
    count = page.totals.passages
    shown = [
        Told(hit.document.title, hit.snippet, hit, absolute(passage(hit.passage, asked.text)))
        for hit in page.hits[:SHOWN]
    ]
    return {
        "bookmark": alert.bookmark,
        "shown": shown,
        "rest": count - len(shown),
        "heading": ngettext(
            "%(n)s новый фрагмент", "%(n)s новых фрагментов", count, n=number(count)
        ),
        "open": _outside("staff_bookmarks.told", number=alert.bookmark_id)
        + f"?{asked.to_query_string()}",
        "all": absolute(kept.address(kept.wanted(alert.bookmark))),
        "change": _outside("staff_bookmarks.page", number=alert.bookmark_id),
    }


def _sender(written: str) -> Address:
    name, address = parseaddr(written)
    return Address(name or gettext("Сказано"), addr_spec=address)


def _outside(endpoint: str, **values: object) -> str:
    return absolute(flask.url_for(endpoint, **values))  # type: ignore[arg-type]
