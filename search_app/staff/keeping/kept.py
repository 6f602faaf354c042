"""A bookmark read: what it searches for now, what it finds, what is new, what is the matter."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

import flask
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from index.errors import RequestError
from index.policy.naming.authority import Agency
from index.search.advice.answering import understood
from index.search.advice.timing import timed
from index.search.advice.unknown_values import chosen_values
from index.search.arrivals import Arrivals
from index.search.news import Tally, tally
from index.search.parsing.parser import parse
from index.search.request import SearchRequest
from index.search.standing import matter
from index.store.reader import Index
from index.today import today
from search_app.current import policy_tables
from search_app.languages import date, gettext
from search_app.presenters.titles import title
from search_app.staff.keeping import shelf
from search_app.staff.keeping.bookmarks import Bookmark, Look, digest
from search_app.words import label, note_line

_NAMED = 3  # of the others that find the same
_REMEMBERED = 10_000
_counted: MutableMapping[Index, dict[tuple[SearchRequest, int], Tally]] = WeakKeyDictionary()
parsed = functools.lru_cache(maxsize=2_000)(parse)


@dataclass(frozen=True)
class Kept:
    """A bookmark as one reader sees it; ``wanted`` is None where it cannot be read any more."""

    bookmark: Bookmark
    wanted: SearchRequest | None
    troubles: tuple[str, ...]
    tally: Tally
    after: int  # the change of the archive after which all is new
    look: Look | None = None
    alike: tuple[Bookmark, ...] = ()

    @property
    def words(self) -> str:
        """What it searches for, in words; where the title says it already, nothing."""
        said = title(self.wanted) if self.wanted else self.bookmark.query
        return "" if said == self.bookmark.title else said


def wanted(bookmark: Bookmark) -> SearchRequest:
    """What a bookmark searches for: all of it, from the first page.

    RequestError where this version cannot read it.
    """
    return _read(bookmark.query)


@functools.lru_cache(maxsize=2_000)
def _read(query: str) -> SearchRequest:
    asked = SearchRequest.from_args(MultiDict(parse_qsl(query)))
    return dataclasses.replace(asked, page=1, added=None)


def fill(bookmark: Bookmark, asked: SearchRequest, typed: str) -> None:
    """Let a bookmark search for this; ``typed`` are the words that it was made of."""
    bookmark.typed = typed if typed != asked.text else ""
    bookmark.query = dataclasses.replace(asked, page=1, added=None).to_query_string()
    bookmark.matter = digest(matter(asked))


def address(asked: SearchRequest) -> str:
    """Where a search is shown."""
    query = asked.to_query_string()
    return flask.url_for("search.results") + (f"?{query}" if query else "")


def news(asked: SearchRequest, after: int, until: int) -> SearchRequest:
    """The same search of what came in after one change and up to another, newest first."""
    return asked.sorted_by("newest").arrived(Arrivals(after, until))


def shows_all_new(ix: Index, found: Kept, asked: SearchRequest) -> bool:
    """Whether a search for news of a bookmark leaves nothing out that came since the last look."""
    added = asked.added
    if found.wanted is None or added is None or added.until is None or added.until > ix.revision:
        return False
    if asked != news(found.wanted, added.after, added.until):
        return False
    return found.tally.new == counted(ix, found.wanted, max(found.after, added.after)).new


def read(ix: Index, bookmark: Bookmark, after: int) -> Kept:
    """A bookmark as it stands, and what came in after a change."""
    try:
        asked = wanted(bookmark)
    except RequestError as error:
        reason = gettext("Этот поиск больше не прочитать: %(reason)s", reason=str(error))
        return Kept(bookmark, None, (reason,), Tally(0, 0), after)
    troubles = (*_troubles(asked, bookmark.typed), *_relaxed(ix, asked))
    return Kept(bookmark, asked, troubles, counted(ix, asked, after), after)


def _relaxed(ix: Index, asked: SearchRequest) -> Iterator[str]:
    """What help did to the words, a sentence each, where it is asked anew each time."""
    if asked.helped:
        read = timed(ix, asked)
        yield from map(note_line, (*read.notes, *understood(ix, read.wanted).notes))


def counted(ix: Index, asked: SearchRequest, after: int) -> Tally:
    """What a search finds and what is new; counted once a commit and day."""
    known = _counted.setdefault(ix, {})
    key = asked.on(today()), after
    if key not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        known[key] = tally(ix, asked, after)
    return known[key]


def read_all(
    session: Session, ix: Index, account: int, bookmarks: Sequence[Bookmark]
) -> list[Kept]:
    """Bookmarks as an account sees them."""
    looks = shelf.looks(session, account, bookmarks)
    alike = shelf.alike(session, account, (each.matter for each in bookmarks))
    return [_seen(ix, each, looks, alike) for each in bookmarks]


def _seen(
    ix: Index,
    bookmark: Bookmark,
    looks: Mapping[int, Look],
    alike: Mapping[str, list[Bookmark]],
) -> Kept:
    look = looks.get(bookmark.id)
    found = read(ix, bookmark, look.revision if look else bookmark.revision)
    others = (each for each in alike.get(bookmark.matter, ()) if each.id != bookmark.id)
    return dataclasses.replace(found, look=look, alike=tuple(islice(others, _NAMED)))


def _troubles(asked: SearchRequest, typed: str) -> Iterator[str]:
    """Why a bookmark may find other things than its owner thinks, a sentence each."""
    read = parsed(asked.text)
    yield from map(note_line, dict.fromkeys((*(parsed(typed).notes if typed else ()), *read.notes)))
    named = set(chosen_values(read.tree)) if read.tree else set()
    named |= {(facet, value) for facet, values in asked.filters.items() for value in values}
    yield from filter(None, (_gone(*each) for each in sorted(named)))


def _gone(facet: str, value: str) -> str:
    """That a value is in the tables no more; nothing of one that is."""
    tables = policy_tables()
    if facet == "area" and value not in tables.areas:
        return gettext("Области «%(id)s» в таблице больше нет.", id=value)
    if facet == "agency":
        known = tables.agencies.get(value)
        missing = gettext("Ведомства «%(id)s» в таблице больше нет.", id=value)
        return _retired(known) if known else missing
    return ""


def _retired(agency: Agency) -> str:
    """What became of an agency that is no more; nothing of one that is."""
    if agency.valid_until is None or agency.valid(today()):
        return ""
    name, day = label("agency", agency.id), date(str(agency.valid_until))
    if not agency.successor:
        return gettext("%(name)s: упразднено, %(date)s.", name=name, date=day)
    return gettext(
        "%(name)s: реорганизовано, %(date)s. Новое название: %(heir)s; поищите и по нему.",
        name=name,
        date=day,
        heir=label("agency", agency.successor),
    )
