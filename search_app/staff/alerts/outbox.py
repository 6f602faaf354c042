"""Letters on their way out: written down, claimed, handed over, sent; each step outlives a crash.

What is new is written into a letter in the transaction that notes it as told, so nothing is told
twice and nothing is forgotten. A letter is marked as handed over just before its words go to the
server. Only of one that was, when the program or the line broke before the server had answered,
nobody can know: it goes again under the same Message-ID, by which servers and mail programs know
a copy. SMTP has no way to ask (RFC 5321, 4.5.4.1 and 6.1).
"""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search_app.staff.alerts.alerting import Alert, Letter
from search_app.staff.moments import now

LEASE = dt.timedelta(minutes=15)
"""How long a letter that another machine claimed is left to it."""
PATIENCE = dt.timedelta(days=5)
"""How long a letter is tried before it is given up (RFC 5321, 4.5.4.1)."""
_FIRST_WAIT, _LONGEST_WAIT = dt.timedelta(minutes=5), dt.timedelta(hours=6)
KEPT = dt.timedelta(days=90)
"""How long letters that were sent or refused are kept."""
_OPEN = ("waiting", "claimed", "handed")


def write(
    session: Session, alert: int, told: int, until: int, letter: Letter | None, due: dt.datetime
) -> bool:
    """Note that an alert was told up to a change, and keep the letter that tells it.

    Both or neither; neither, if somebody told it or changed it meanwhile.
    """
    still = (Alert.id == alert) & (Alert.told == told) & (Alert.frequency != "off")
    noted = sa.update(Alert).where(still).values(told=until, due_at=due)
    if not session.execute(noted).rowcount:  # type: ignore[attr-defined]
        return False
    if letter is not None:
        session.add(letter)
    return True


def claim(session: Session, claimant: str) -> Letter | None:
    """The next letter that is due, claimed; None when there is none.

    ``claimant`` runs alone: what it claimed before and has not settled, it left in a crash.
    """
    query = sa.select(Letter).where(_claimable(claimant)).order_by(Letter.due_at, Letter.id)
    query = query.limit(1).with_for_update(skip_locked=True)
    letter = session.scalars(query).one_or_none()
    if letter is not None:
        letter.claimed_by, letter.due_at = claimant, now()
        letter.attempts += 1
        letter.state = "claimed"
    return letter


def waits(session: Session, claimant: str) -> bool:
    """Whether there is a letter to claim."""
    return bool(session.scalar(sa.select(sa.exists().where(_claimable(claimant)))))


def hand_over(session: Session, letter: int) -> None:
    """From here on nobody can say whether the server has a letter, until it answers."""
    session.execute(sa.update(Letter).filter_by(id=letter).values(state="handed"))


def sent(session: Session, letter: int) -> None:
    """The server has taken a letter."""
    _settle(session, letter, "sent", "")


def refused(session: Session, letter: int, reason: str) -> None:
    """The server will never take a letter."""
    _settle(session, letter, "refused", reason)


def put_back(session: Session, letter: Letter, reason: str) -> None:
    """Try a letter again later, the later the more often it was tried; in the end give it up."""
    if now() - letter.created_at > PATIENCE:
        refused(session, letter.id, reason)
        return
    wait = min(_FIRST_WAIT * 2 ** min(letter.attempts - 1, 10), _LONGEST_WAIT)
    again = sa.update(Letter).filter_by(id=letter.id)
    values = {"state": "waiting", "claimed_by": "", "due_at": now() + wait}
    session.execute(again.values(reason=reason[:300], **values))


def sweep(session: Session) -> None:
    """Forget letters that were settled long ago."""
    session.execute(sa.delete(Letter).where(Letter.settled_at < now() - KEPT))


def _claimable(claimant: str) -> sa.ColumnElement[bool]:
    free = (Letter.state == "waiting") | (Letter.claimed_by == claimant)
    expired = Letter.due_at <= now() - LEASE
    return Letter.state.in_(_OPEN) & (Letter.due_at <= now()) & (free | expired)


def _settle(session: Session, letter: int, state: str, reason: str) -> None:
    values = {"state": state, "reason": reason[:300], "settled_at": now(), "claimed_by": ""}
    session.execute(sa.update(Letter).filter_by(id=letter).values(**values))
