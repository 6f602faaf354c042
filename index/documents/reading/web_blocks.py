"""The text blocks of a web page in reading order: paragraphs, headings, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import bs4
from bs4.element import CData, NavigableString, PageElement, PreformattedString

from index.documents.reading.paragraphs import paragraphs
from index.documents.reading.plain_text import tidy

_DROPPED = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "iframe", "svg", "figure", "select", "dialog", "object", "canvas", "audio", "video", "head",
)  # fmt: skip
_DROPPED_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu"}
_SITE_CLASS = re.compile(
    r"(?:^|[-_])(?:share|social|related|recommend\w*|breadcrumbs?|cookies?|banner|comments?|menu|"
    r"sidebar|advert\w*|promo|subscribe|tags?|pagination|copyright)(?:$|[-_])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
_LISTS = {"ul", "ol"}
_LONGEST_CELL = 300  # a table with longer cells is a layout, and its cells are read as blocks


def is_deeper(soup: bs4.BeautifulSoup, limit: int) -> bool:
    """Whether elements are nested deeper than a limit, which keeps the reading of them linear."""
    depths = {id(soup): 0}
    for tag in soup.find_all():  # parents come before what they hold
        depths[id(tag)] = depths[id(tag.parent)] + 1
        if depths[id(tag)] > limit:
            return True
    return False


def strip_boilerplate(soup: bs4.BeautifulSoup, report: bs4.Tag) -> None:
    """Take out what belongs to the site; never the element that holds the report."""
    kept = {id(report), *map(id, report.parents)}
    for tag in soup.find_all(_is_boilerplate):
        if id(tag) not in kept and not tag.decomposed:
            tag.decompose()
    for header in soup.find_all("header"):
        if not header.decomposed and not header.find_parent(["article", "main"]):
            header.decompose()


def article(soup: bs4.BeautifulSoup) -> bs4.Tag:
    """The element that holds the report: the fullest that is marked as such, else the body."""
    ranked: dict[int, list[bs4.Tag]] = {}
    for tag in soup.find_all(_is_marked):
        if tag.get_text(strip=True):
            ranked.setdefault(_rank(tag), []).append(tag)
    if ranked:
        best = ranked[min(ranked)]
        return max(best, key=lambda tag: sum(len(p.get_text()) for p in tag.find_all("p")))
    return soup.body or soup


def _rank(tag: bs4.Tag) -> int:
    """How surely an element holds the report, 0 most surely."""
    if tag.get("itemprop") == "articleBody":
        return 0
    return 1 if tag.name == "article" else 2


def _is_marked(tag: bs4.Tag) -> bool:
    return (
        tag.name in {"article", "main"}
        or tag.get("itemprop") == "articleBody"
        or tag.get("role") == "main"
    )


def blocks(tag: bs4.Tag) -> Iterator[str]:
    """Texts of the blocks within an element; the items of a list are lines of one text."""
    run: list[str] = []
    for child in tag.children:
        if isinstance(child, bs4.Tag) and (child.name in _BLOCKS or child.find(_is_block)):
            yield from _flushed(run)
            yield from _block(child)
        else:
            run.append(_inline(child))
    yield from _flushed(run)


def _block(tag: bs4.Tag) -> Iterator[str]:
    if tag.name in _LISTS:
        if not _is_links(tag):
            yield "\n".join(_items(tag))
    elif tag.name == "table" and not _is_layout(tag):
        rows = (_row(row) for row in tag.find_all("tr"))
        yield "\n".join(filter(None, rows))
    elif tag.name == "pre":
        yield from paragraphs(tag.get_text())
    else:
        yield from blocks(tag)


def _flushed(run: list[str]) -> Iterator[str]:
    text = "".join(run)
    run.clear()
    yield from paragraphs(text)


def _items(tag: bs4.Tag) -> Iterator[str]:
    number = 0
    for item in tag.find_all("li", recursive=False):
        text = tidy("".join(map(_inline, item.children)))
        if text:
            number += 1
            yield f"{number}. {text}" if tag.name == "ol" else f"• {text}"
        for inner in _lists_within(item):
            yield from _items(inner)


def _lists_within(tag: bs4.Tag) -> Iterator[bs4.Tag]:
    for child in tag.find_all(recursive=False):
        if child.name in _LISTS:
            yield child
        else:
            yield from _lists_within(child)


def _row(row: bs4.Tag) -> str:
    return " | ".join(
        filter(None, (tidy(cell.get_text(" ")) for cell in row.find_all(["td", "th"])))
    )


def _inline(node: PageElement) -> str:
    """Text of a node in one run: space is one blank, <br> a line end; lists are left out."""
    if isinstance(node, NavigableString):
        return re.sub(r"\s+", " ", str(node)) if _is_text(node) else ""
    if not isinstance(node, bs4.Tag) or node.name in _LISTS:
        return ""
    if node.name == "br":
        return "\n"
    text = "".join(map(_inline, node.children))
    return f" {text} " if node.name in _BLOCKS else text


def _is_text(node: NavigableString) -> bool:
    return not isinstance(node, PreformattedString) or isinstance(node, CData)


def _is_block(tag: bs4.Tag) -> bool:
    return tag.name in _BLOCKS


def _is_boilerplate(tag: bs4.Tag) -> bool:
    marks = [*(tag.get("class") or ()), str(tag.get("id") or "")]
    return (
        tag.name in _DROPPED
        or str(tag.get("role") or "") in _DROPPED_ROLES
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or any(_SITE_CLASS.search(mark) for mark in marks)
    )


def _is_links(tag: bs4.Tag) -> bool:
    """Whether a list is a menu: nearly all of its text is in links."""
    linked = sum(len(link.get_text(strip=True)) for link in tag.find_all("a"))
    return linked > 0.8 * len(tag.get_text(strip=True))


def _is_layout(table: bs4.Tag) -> bool:
    cells = table.find_all(["td", "th"])
    return table.find("table") is not None or any(
        len(cell.get_text(strip=True)) > _LONGEST_CELL for cell in cells
    )
