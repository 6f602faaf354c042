"""The text blocks of a DOCX body in reading order: paragraphs, items of lists, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from index.documents.reading.paragraphs import paragraphs
from index.documents.reading.plain_text import tidy

_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_CONTAINERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins")}
_TEXT = qn("w:t")
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TAB_STOPS = qn("w:tabs")
_NUMBERING = f"{qn('w:pPr')}/{qn('w:numPr')}"
_LONGEST_CELL = 300  # a table with longer cells is a layout, and its cells are read as blocks


@dataclass(frozen=True)
class Block:
    """A paragraph of a body, and whether it is an item of a list or a heading of the whole."""

    text: str
    item: bool = False
    heading: bool = False


def word_blocks(opened: Any) -> Iterator[Block]:
    """The blocks of an open DOCX; text boxes, notes, headers and deleted text are left out."""
    styles = {style.style_id: style.name or "" for style in opened.styles}
    yield from _blocks(opened.element.body, styles)


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[Block]:
    for child in parent:
        if child.tag == _P:
            yield from _paragraph(child, styles)
        elif child.tag == _TABLE:
            yield from _table(child, styles)
        elif child.tag in _CONTAINERS:
            yield from _blocks(child, styles)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[Block]:
    text = _text(element)
    style = styles.get(element.style or "", "")
    heading = style in {"Title", "Heading 1"}
    listed = style.startswith("List") or element.find(_NUMBERING) is not None
    if not listed or heading:
        yield from (Block(part, heading=heading) for part in paragraphs(text))
    elif tidy(text):
        yield Block("• " + tidy(text), item=True)


def _text(paragraph: Any) -> str:
    return "".join(
        (node.text or "") if node.tag == _TEXT else _SIGNS[node.tag]
        for node in paragraph.iter(_TEXT, *_SIGNS)
        if next(node.iterancestors(_P)) is paragraph and node.getparent().tag != _TAB_STOPS
    )


def _table(table: Any, styles: dict[str, str]) -> Iterator[Block]:
    rows = [list(row.iterchildren(_CELL)) for row in table.iterchildren(_ROW)]
    cells = [cell for row in rows for cell in row]
    if any(cell.find(_TABLE) is not None or len(_cell(cell)) > _LONGEST_CELL for cell in cells):
        for cell in cells:
            yield from _blocks(cell, styles)
        return
    lines = (" | ".join(filter(None, map(_cell, row))) for row in rows)
    text = "\n".join(filter(None, lines))
    if text:
        yield Block(text)


def _cell(cell: Any) -> str:
    return " ".join(filter(None, (tidy(_text(part)) for part in cell.iter(_P))))
