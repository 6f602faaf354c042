"""Bookmarks in the database: whose they are, who may read them, and what their owner does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search_app.staff.alerts.alerting import new_token
from search_app.staff.identity.accounts import Account
from search_app.staff.keeping.bookmarks import MOST, MOST_TAGS, VISIBILITIES, Bookmark, Look, Tag
from search_app.staff.moments import now

KEPT = dt.timedelta(days=30)
"""How long a deleted bookmark can be taken back."""
DIGITS = 10
"""Numbers with fewer digits fit every database."""
DIRECTIONS = ("top", "up", "down")


@dataclass(frozen=True)
class Selection:
    """Which bookmarks a list shows."""

    whose: str = "mine"  # mine, team, archived or deleted
    folder: str = ""
    tag: str = ""
    text: str = ""  # words that all stand in what is said of a bookmark


def selected(session: Session, account: int, wanted: Selection) -> Sequence[Bookmark]:
    """The bookmarks of a list in their order; those of the team by when they were made."""
    query = sa.select(Bookmark)
    if wanted.whose == "team":
        query = query.where(Bookmark.account_id != account, _shared())
        query = query.order_by(Bookmark.created_at.desc(), Bookmark.id.desc())
    else:
        query = query.where(Bookmark.account_id == account, _STATES[wanted.whose])
        query = query.order_by(Bookmark.place, Bookmark.id.desc())
    if wanted.folder:
        query = query.where(Bookmark.folder == wanted.folder)
    if wanted.tag:
        query = query.where(Bookmark.tags.any(Tag.name == wanted.tag))
    words = _folded(wanted.text).split()
    every = session.scalars(query.limit(MOST)).all()
    return [each for each in every if _says(each, words)] if words else every


def _says(bookmark: Bookmark, words: Iterable[str]) -> bool:
    """Whether all words stand in its title, note, search, folder, tags, owner's name."""
    searched = unquote(bookmark.query)  # the values of filters too
    told = (bookmark.title, bookmark.note, bookmark.typed, searched, bookmark.folder)
    said = _folded(" ".join((*told, *bookmark.tag_names, bookmark.owner.name)))
    return all(word in said for word in words)


def _folded(text: str) -> str:
    """Letters as they are compared: SQLite knows no capitals but the Latin ones."""
    return text.casefold().replace("ё", "е")


def counts(session: Session, account: int) -> dict[str, int]:
    """How many bookmarks each list holds."""
    mine = {name: (Bookmark.account_id == account) & state for name, state in _STATES.items()}
    lists = mine | {"team": (Bookmark.account_id != account) & _shared()}
    found = (sa.func.count().filter(each).label(name) for name, each in lists.items())
    return dict(session.execute(sa.select(*found).select_from(Bookmark)).mappings().one())


def names(session: Session, account: int) -> tuple[list[str], list[str]]:
    """The folders and the tags of an account's bookmarks."""
    mine = (Bookmark.account_id == account) & _STATES["mine"]
    folders = sa.select(Bookmark.folder).where(mine, Bookmark.folder != "").distinct()
    tags = sa.select(Tag.name).join(Bookmark).where(mine).distinct()
    return sorted(session.scalars(folders)), sorted(session.scalars(tags))


def own(session: Session, account: int, number: int) -> Bookmark | None:
    """An account's own bookmark, also an archived or deleted one."""
    found = _numbered(session, number)
    return found if found is not None and found.account_id == account else None


def readable(session: Session, account: int, number: int) -> Bookmark | None:
    """A bookmark that an account may read: its own, or one of the team's."""
    found = _numbered(session, number)
    return found if found is not None and may_read(found, account) else None


def may_read(bookmark: Bookmark, account: int) -> bool:
    """Whether an account may read a bookmark."""
    shared = bookmark.visibility != VISIBILITIES[0] and bookmark.archived_at is None
    return bookmark.deleted_at is None and (bookmark.account_id == account or shared)


def public(session: Session, token: str) -> Bookmark | None:
    """The bookmark of a public address, unless its owner's account is disabled."""
    shown = Bookmark.deleted_at.is_(None) & (Bookmark.visibility == "public")
    owned = Bookmark.owner.has(Account.disabled_at.is_(None))
    query = sa.select(Bookmark).where(Bookmark.token == token, shown, owned)
    return session.scalars(query).one_or_none()


def alike(session: Session, account: int, matters: Iterable[str]) -> dict[str, list[Bookmark]]:
    """Bookmarks that an account may read by what they are about."""
    query = sa.select(Bookmark).where(
        Bookmark.matter.in_(set(matters)),
        ((Bookmark.account_id == account) & Bookmark.deleted_at.is_(None)) | _shared(),
    )
    found: dict[str, list[Bookmark]] = {}
    for each in session.scalars(query.order_by(Bookmark.id)):
        found.setdefault(each.matter, []).append(each)
    return found


def add(session: Session, bookmark: Bookmark) -> bool:
    """Put a bookmark before all others of its owner; whether there was room."""
    mine = sa.select(sa.func.count(), sa.func.min(Bookmark.place)).where(
        Bookmark.account_id == bookmark.account_id
    )
    count, first = session.execute(mine).one()
    if count >= MOST:
        return False
    bookmark.place = (first or 0) - 1
    session.add(bookmark)
    session.flush()
    see(session, bookmark.account_id, bookmark.id, bookmark.revision)
    return True


def set_tags(bookmark: Bookmark, wanted: Iterable[str]) -> None:
    """Give a bookmark these tags and no others."""
    named = list(dict.fromkeys(wanted))[:MOST_TAGS]
    bookmark.tags = [tag for tag in bookmark.tags if tag.name in named] + [
        Tag(name=name) for name in named if name not in bookmark.tag_names
    ]


def show_to(bookmark: Bookmark, visibility: str) -> None:
    """Let others read a bookmark; a public address ends with being public."""
    bookmark.visibility = visibility
    bookmark.token = (bookmark.token or new_token()) if visibility == "public" else None


def move(session: Session, bookmark: Bookmark, direction: str) -> None:
    """Move a bookmark among those of its owner and folder, to the top or past one neighbour."""
    wanted = Selection(folder=bookmark.folder)
    order = list(selected(session, bookmark.account_id, wanted))
    if bookmark not in order:
        return
    at = order.index(bookmark)
    to = {"top": 0, "up": max(0, at - 1), "down": at + 1}[direction]
    order.insert(to, order.pop(at))
    for place, each in zip(sorted(each.place for each in order), order, strict=True):
        each.place = place


def purge(session: Session, account: int) -> None:
    """Remove for good what an account deleted long ago."""
    old = (Bookmark.account_id == account) & (Bookmark.deleted_at < now() - KEPT)
    session.execute(sa.delete(Bookmark).where(old))


def see(session: Session, account: int, bookmark: int, revision: int) -> None:
    """Somebody looks at a bookmark while the index stands at a revision."""
    known = session.get(Look, (account, bookmark))
    if known is None:
        session.add(Look(account_id=account, bookmark_id=bookmark, revision=revision, at=now()))
    else:
        known.revision, known.at = max(revision, known.revision), now()


def looks(session: Session, account: int, bookmarks: Iterable[Bookmark]) -> Mapping[int, Look]:
    """When an account last looked at each of some bookmarks."""
    query = sa.select(Look).where(
        Look.account_id == account, Look.bookmark_id.in_([each.id for each in bookmarks])
    )
    return {look.bookmark_id: look for look in session.scalars(query)}


def _numbered(session: Session, number: int) -> Bookmark | None:
    return session.get(Bookmark, number) if number < 10 ** (DIGITS - 1) else None


def _shared() -> sa.ColumnElement[bool]:
    return (Bookmark.visibility != VISIBILITIES[0]) & _STATES["mine"]


_STATES = {
    "mine": Bookmark.deleted_at.is_(None) & Bookmark.archived_at.is_(None),
    "archived": Bookmark.deleted_at.is_(None) & Bookmark.archived_at.is_not(None),
    "deleted": Bookmark.deleted_at.is_not(None),
}
