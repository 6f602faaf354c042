"""HTML reports: title, date, source and the paragraphs of the article, without the site around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import bs4
from bs4.dammit import EncodingDetector

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.documents.fields import LANGUAGES, read_date, web_address
from index.documents.reading.plain_text import decode, refuse_nul, shortened, tidy
from index.documents.reading.raw import split_header
from index.documents.reading.web_blocks import article, blocks, is_deeper, strip_boilerplate
from index.errors import DocumentError

LARGEST_PAGE = 16 * 1024 * 1024  # bytes
DEEPEST = 200  # elements within elements; real pages stay under 60
MOST_TAGS = 200_000  # start and end tags, and every other «<»
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODINGS = frozenset(
    {
        "windows-1251", "cp1251", "windows-1252", "iso-8859-1", "iso-8859-5", "koi8-r", "koi8-u",
        "cp866", "ibm866", "x-mac-cyrillic", "mac-cyrillic", "kz1048", "ptcp154", "utf-8", "utf8",
    }
)  # fmt: skip
_ISO_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?=$|[T\s])")
_DAY_FIRST = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dcterms.date", "dc.date.issued", "pubdate", "publish-date",
)  # fmt: skip
_LONGEST_TITLE = 500


def read_page(data: bytes, name: str, path: str) -> Document:
    """The document of a web page; DocumentError if its letters or its date cannot be read."""
    if len(data) > LARGEST_PAGE:
        raise DocumentError(path, 1, f"a page of over {LARGEST_PAGE} bytes")
    if data.count(b"<") > MOST_TAGS:
        raise DocumentError(path, 1, f"a page of over {MOST_TAGS} tags")
    text = page_text(data, path)
    soup = bs4.BeautifulSoup(text, "lxml")
    if is_deeper(soup, DEEPEST):
        raise DocumentError(path, 1, f"HTML nested over {DEEPEST} deep")
    return _Page(soup, article(soup), text, path).document(name)


def page_text(data: bytes, path: str) -> str:
    """The page as text: UTF-8 where it is that, else by its declared encoding.

    UTF-8 first, because pages saved from a browser keep a declaration that is no longer true.
    """
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    if declared is None or declared.lower() not in _ENCODINGS or _is_utf8(data):
        text = decode(data, path)
    else:
        try:
            text = data.decode(declared)
        except UnicodeDecodeError as error:
            line = 1 + data.count(b"\n", 0, error.start)
            raise DocumentError(path, line, f"not {declared}, as it declares") from error
        refuse_nul(text, path)
    return _PROLOGUE.sub("", text, count=1)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@dataclass
class _Page:
    soup: bs4.BeautifulSoup
    report: bs4.Tag
    text: str
    path: str

    def document(self, name: str) -> Document:
        meta = self._meta()
        site = tidy(meta.get("og:site_name", ""))
        published = self._published(meta)
        language = self._language()
        url = self._url(meta)
        title = self._title(meta, site)
        strip_boilerplate(self.soup, self.report)
        paragraphs = tuple(text for text in blocks(self.report) if text != title)
        if paragraphs:
            glued, first = split_header(paragraphs[0], self.path)
            published = published or glued
            paragraphs = (*filter(None, [first]), *paragraphs[1:]) if glued else paragraphs
        return Document(
            id=name,
            title=shortened(title, _LONGEST_TITLE),
            paragraphs=paragraphs,
            date=published,
            published=published,
            language=language,
            source=shortened(site, 200),
            url=url,
        )

    def _meta(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for tag in self.soup.find_all("meta"):
            key = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
            found.setdefault(key, str(tag.get("content") or ""))
        return found

    def _title(self, meta: dict[str, str], site: str) -> str:
        headings = self.soup.find_all("h1")
        written = tidy(headings[0].get_text(" ")) if len(headings) == 1 else ""
        titled = tidy(self.soup.title.get_text()) if self.soup.title else ""
        if site and titled.endswith(site):
            titled = titled.removesuffix(site).rstrip(" -–—|·:") or titled
        first = tidy(headings[0].get_text(" ")) if headings else ""
        return written or tidy(meta.get("og:title", "")) or first or titled

    def _language(self) -> str:
        root = self.soup.find("html")
        tongue = str(root.get("lang") or "")[:2].lower() if isinstance(root, bs4.Tag) else ""
        return tongue if tongue in LANGUAGES else ""

    def _url(self, meta: dict[str, str]) -> str:
        link = self.soup.find("link", rel="canonical")
        for address in (link.get("href") if isinstance(link, bs4.Tag) else "", meta.get("og:url")):
            try:
                return web_address(str(address or ""))
            except ValueError:
                continue
        return ""

    def _published(self, meta: dict[str, str]) -> PartialDate | None:
        for written in self._dates(meta):
            dotted = _DAY_FIRST.sub(lambda day: f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}", written)
            iso = _ISO_DATE.match(dotted)
            if iso:
                return self._read(iso[0], written)
        return None

    def _read(self, text: str, written: str) -> PartialDate:
        try:
            return read_date(text)
        except ValueError as error:
            line = 1 + self.text.count("\n", 0, max(self.text.find(written), 0))
            raise DocumentError(self.path, line, f"date: {error}") from error

    def _dates(self, meta: dict[str, str]) -> Iterator[str]:
        for key in _PUBLISHED:
            if key in meta:
                yield meta[key].strip()
        for tag in self.report.find_all("time"):
            yield str(tag.get("datetime") or tag.get_text()).strip()
