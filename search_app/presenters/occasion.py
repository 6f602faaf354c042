"""An event as the site shows it: the documents that tell of it, the most complete first."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import flask

from index.documents.dates import PartialDate
from index.documents.document import Document, Passage
from index.policy import group
from index.policy.occasions.alignment import Cells, aligned
from index.store.reader import Index
from search_app.current import current_index
from search_app.languages import language

COMPARED = 8
"""So many versions of an event are laid side by side to see what one of them leaves out."""


@dataclass(frozen=True)
class Version:
    """A document's part in its event: fullest, copy, translation or account."""

    document: Document
    passages: tuple[Passage, ...]
    relation: str


@dataclass(frozen=True)
class Occasion:
    """An event and the documents that tell of it; a document without one is its own."""

    id: str
    title: str
    date: PartialDate | None
    versions: tuple[Version, ...]

    def title_in(self, language: str) -> tuple[str, str]:
        """What it is called, in a language if some document says so, and that language."""
        return title_of([each.document for each in self.versions], language)

    @property
    def documents(self) -> list[str]:
        """The ids of its documents, the most complete first."""
        return [version.document.id for version in self.versions]

    def others(self, document: str) -> list[Version]:
        """All versions but one."""
        return [each for each in self.versions if each.document.id != document]


def title_of(documents: Sequence[Document], language: str) -> tuple[str, str]:
    """What the event of some documents is called, in a language if one of them says so.

    With it, the language in which it is called so. Without such a document it is Russian where
    one is, whatever the order of the documents, so that every page calls an event the same.
    """
    named = [each for each in documents if each.event_title]
    titled = [each for each in documents if not each.title_derived]
    chosen = min(
        named or titled or documents,
        key=lambda each: (each.language != language, each.language != "ru", each.id),
    )
    return chosen.event_title or chosen.title, chosen.language


def install(app: flask.Flask) -> None:
    """Let templates say what an event of the index is called."""
    app.jinja_env.globals["event_called"] = lambda name: called(current_index(), name, language())


@functools.lru_cache(maxsize=4_096)
def called(ix: Index, name: str, language: str) -> tuple[str, str]:
    """What the event of this id, that some document tells of, is called as its page says it.

    With it, the language in which it is called so.
    """
    return title_of(ix.tellers(name), language)


def occasion_of(ix: Index, known: Document) -> Occasion:
    """The event that a document of the index tells of."""
    found = occasion(ix, known.event or known.id)
    assert found is not None, known.id  # noqa: S101 - the document itself tells of it
    return found


@functools.lru_cache(maxsize=256)
def occasion(ix: Index, name: str) -> Occasion | None:
    """The event of this id; None when no document tells of it."""
    told = [ix.document(each) for each in _documents(ix, name)]
    texts = {
        known.id: (known, tuple(passages))
        for known, passages in filter(None, told)
        if (known.event or known.id) == name
    }
    if not texts:
        return None
    # All are of one event already: what is asked for is their order and what each is.
    whole = [_whole(known, passages, name) for known, passages in texts.values()]
    (event,) = group(whole)
    versions = tuple(
        Version(*texts[version.document], version.relation) for version in event.versions
    )
    return Occasion(name, _title(versions), event.date, versions)


@functools.lru_cache(maxsize=64)
def rows(ix: Index, event: str, documents: tuple[str, ...]) -> tuple[Cells, ...]:
    """What some documents of an event say, side by side."""
    found = occasion(ix, event)
    passages = {each.document.id: each.passages for each in found.versions} if found else {}
    return tuple(aligned([passages[name] for name in documents]))


def elsewhere(ix: Index, event: Occasion, document: str) -> list[Cells]:
    """What only other versions of its event tell than this document."""
    if len(event.versions) == 1:
        return []
    names, laid = alignment(ix, event, document)
    mine = names.index(document)
    return [row for row in laid if not row[mine]]


def alignment(
    ix: Index, event: Occasion, document: str
) -> tuple[tuple[str, ...], tuple[Cells, ...]]:
    """The fullest documents of an event, one more among them, and what they say side by side."""
    names = event.documents
    compared = tuple(names[: max(COMPARED, names.index(document) + 1)])
    return compared, rows(ix, event.id, compared)


def texts(event: Occasion) -> list[Document]:
    """The documents of an event with their paragraphs, the most complete first."""
    return [_whole(each.document, each.passages, event.id) for each in event.versions]


def _documents(ix: Index, name: str) -> list[str]:
    ids = [
        segment.document_id(number).decode()
        for segment in ix.segments
        for number in segment.telling([name.encode()]).nonzero()[0].tolist()
    ]
    return list(dict.fromkeys(ids))  # a dead one may have a living namesake


def _whole(known: Document, passages: Sequence[Passage], event: str) -> Document:
    paragraphs: dict[int, str] = {}
    for each in passages:
        before = paragraphs.get(each.paragraph)
        paragraphs[each.paragraph] = f"{before} {each.text}" if before else each.text
    return replace(known, paragraphs=tuple(paragraphs.values()), event=event)


def _title(versions: Sequence[Version]) -> str:
    given = next((one.document.event_title for one in versions if one.document.event_title), "")
    return given or versions[0].document.title
