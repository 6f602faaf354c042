"""The site's pages for crawlers: a sitemap in parts, written as it is sent.

All pages are made from one commit of the index, which may have changed any of them (counts, other
texts of an event): they all have its moment as ``lastmod``, as they have it in ``Last-Modified``.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from search_app.config import LANGUAGES
from search_app.languages import language_prefix
from search_app.templating import permanent

PART = 10_000
"""Pages of one part; each stands in it once a language (a part may have 50,000 addresses)."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def parts(pages: int) -> int:
    """How many parts so many pages take."""
    return max(1, -(-pages // PART))


def index(count: int, changed: dt.datetime) -> Iterator[str]:
    """The list of parts."""
    moment = _lastmod(changed)
    yield f'{_HEAD}<sitemapindex xmlns="{_SITEMAPS}">\n'
    for number in range(1, count + 1):
        yield f"<sitemap><loc>{permanent(f'/sitemap-{number}.xml')}</loc>{moment}</sitemap>\n"
    yield "</sitemapindex>\n"


def part(pages: Iterable[str], number: int, changed: dt.datetime) -> Iterator[str]:
    """One part, from 1; ``pages`` are paths from the site's root, without a language."""
    yield f'{_HEAD}<urlset xmlns="{_SITEMAPS}" xmlns:xhtml="{_XHTML}">\n'
    prefixes = {code: language_prefix(code) for code in LANGUAGES}
    moment = _lastmod(changed)
    for page in itertools.islice(pages, (number - 1) * PART, number * PART):
        path = quote(page)
        places = {code: permanent(prefix + path) for code, prefix in prefixes.items()}
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(place)}/>'
            for code, place in places.items()
        )
        for place in places.values():
            yield f"<url><loc>{place.replace('&', '&amp;')}</loc>{moment}{others}</url>\n"
    yield "</urlset>\n"


def _lastmod(changed: dt.datetime) -> str:
    return f"<lastmod>{changed:%Y-%m-%dT%H:%M:%S}Z</lastmod>"
