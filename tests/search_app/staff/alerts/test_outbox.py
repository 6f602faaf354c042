"""Who may claim a letter, and how long it is tried."""

import datetime as dt

import pytest

from search_app.staff.alerts import outbox
from search_app.staff.alerts.alerting import Alert, Letter, due_after
from search_app.staff.identity.accounts import Account
from search_app.staff.keeping.bookmarks import Bookmark
from search_app.staff.moments import now


@pytest.fixture
def letter(store, person):
    """A letter that waits."""
    anna = person("anna")
    with store.transaction() as session:
        bookmark = Bookmark(
            account_id=anna.id, title="школы", query="q=a", matter="", place=0, revision=0
        )
        session.add(bookmark)
        session.flush()
        alert = Alert(
            account_id=anna.id,
            bookmark_id=bookmark.id,
            frequency="at-once",
            language="ru",
            told=0,
            due_at=now(),
        )
        session.add(alert)
        session.flush()
        kept = Letter(
            alert_id=alert.id, message_id="<a@b>", recipient=anna.email, content=b"", passages=1
        )
        session.add(kept)
    return kept


def claimed(store, claimant):
    with store.transaction() as session:
        found = outbox.claim(session, claimant)
    return found and found.attempts


def test_a_letter_is_claimed_by_one(store, letter):
    assert claimed(store, "one") == 1
    assert claimed(store, "other") is None


def test_what_a_machine_left_in_a_crash_it_takes_up_at_once(store, letter):
    assert claimed(store, "one") == 1
    assert claimed(store, "one") == 2


def test_what_another_machine_left_is_taken_up_when_its_lease_has_ended(store, letter):
    claimed(store, "one")
    with store.transaction() as session:
        session.get(Letter, letter.id).due_at = now() - outbox.LEASE
    assert claimed(store, "other") == 2


def test_a_letter_that_nobody_takes_is_given_up_in_the_end(store, letter):
    with store.transaction() as session:
        kept = session.get(Letter, letter.id)
        kept.created_at = now() - outbox.PATIENCE - dt.timedelta(minutes=1)
        outbox.put_back(session, kept, "421 busy")
    with store.reading() as session:
        assert session.get(Letter, letter.id).state == "refused"


def test_what_was_told_by_another_run_is_not_told_again(store, letter):
    again = Letter(
        alert_id=letter.alert_id, message_id="<c@d>", recipient="", content=b"", passages=1
    )
    with store.transaction() as session:
        assert outbox.write(session, letter.alert_id, 0, 5, None, now())
        assert not outbox.write(session, letter.alert_id, 0, 5, again, now())
    with store.reading() as session:
        assert session.get(Alert, letter.alert_id).told == 5
        assert session.get(Account, 1).email == letter.recipient


@pytest.mark.parametrize(
    ("frequency", "now_is", "due"),
    [
        ("at-once", "2026-11-22T10:00+05:00", "2026-11-22T10:00+05:00"),
        ("daily", "2026-11-22T07:59+05:00", "2026-11-22T08:00+05:00"),
        ("daily", "2026-11-22T08:00+05:00", "2026-11-23T08:00+05:00"),
        ("weekly", "2026-11-22T10:00+05:00", "2026-11-23T08:00+05:00"),  # a Sunday
        ("weekly", "2026-11-23T08:00+05:00", "2026-11-30T08:00+05:00"),
    ],
)
def test_letters_fall_due_in_the_morning(frequency, now_is, due):
    moment = dt.datetime.fromisoformat(now_is)
    assert due_after(frequency, moment) == dt.datetime.fromisoformat(due)
