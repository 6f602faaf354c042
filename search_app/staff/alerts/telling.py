"""The command ``alerts``: write the letters that are due, then send all that wait."""

from __future__ import annotations

import fcntl
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email.utils import parseaddr
from pathlib import Path
from smtplib import SMTP

import flask
import sqlalchemy as sa

from index.errors import RequestError
from index.search.news import tally
from index.search.request import SearchRequest
from index.search.search import search
from search_app import create_app, languages
from search_app.config import Config, ConfigError
from search_app.current import before, current_index
from search_app.staff.alerts import letters, mail, outbox
from search_app.staff.alerts.alerting import FREQUENCIES, Alert, Letter, due_after
from search_app.staff.database import reading, store, transaction
from search_app.staff.keeping import kept, shelf
from search_app.staff.moments import now
from search_app.words import label


@dataclass
class Outcome:
    """What became of letters."""

    written: int = 0
    sent: int = 0
    postponed: int = 0
    refused: int = 0


def run(config: Config) -> int:
    """Tell what is due; 1 where a letter was not taken."""
    for variable, value in (("SMTP", config.smtp), ("BASE_URL", config.base_url)):
        if not value:
            raise ConfigError(f"POLICY_SEARCH_{variable}", "alerts cannot be sent without it")
    with _alone(config.data) as alone:
        if not alone:
            print("another run is sending; nothing to do", file=sys.stderr)
            return 0
        outcome = tell(create_app(config), config)
    print(
        f"{outcome.written} written, {outcome.sent} sent, {outcome.postponed} postponed, "
        f"{outcome.refused} refused"
    )
    return 1 if outcome.postponed or outcome.refused else 0


def tell(app: flask.Flask, config: Config) -> Outcome:
    """Write and send what is due."""
    outcome = Outcome()
    with app.app_context():
        try:
            for number, language in _due():
                with _speaking(app, config, language):
                    outcome.written += write(number)
            _send(mail.Server.parse(config.smtp), config.mail_from, outcome)
        finally:
            store().close()
    return outcome


def write(number: int) -> bool:
    """Write the letter of an alert if there is something new; whether there was."""
    with reading() as session:
        alert = session.get(Alert, number)
    if alert is None:
        return False
    ix, asked, letter = current_index(), _asked(alert), None
    until = alert.told if asked is None else max(alert.told, ix.revision)
    if asked is not None and tally(ix, asked, alert.told).new:
        letter = _letter(alert, kept.news(asked, alert.told, until))
    due = due_after(alert.frequency, now())
    with transaction() as session:
        noted = outbox.write(session, number, alert.told, until, letter, due)
    return noted and letter is not None


def _asked(alert: Alert) -> SearchRequest | None:
    """What the bookmark of an alert searches for; None where its reader is not to be told."""
    bookmark = alert.bookmark
    silent = alert.account.disabled_at or bookmark.archived_at
    if silent or not shelf.may_read(bookmark, alert.account_id):
        return None
    try:
        return kept.wanted(bookmark)
    except RequestError:
        return None


def _letter(alert: Alert, asked: SearchRequest) -> Letter:
    page = search(current_index(), replace(asked, group="", per_page=letters.SHOWN), label, before)
    name = letters.new_message_id()
    return Letter(
        alert_id=alert.id,
        message_id=name,
        recipient=alert.account.email,
        content=letters.compose(alert, asked, page, name),
        passages=page.totals.passages,
    )


def _due() -> list[tuple[int, str]]:
    """The alerts that are due, with the language that each speaks."""
    query = (
        sa.select(Alert.id, Alert.language)
        .where(Alert.frequency != FREQUENCIES[0], Alert.due_at <= now())
        .order_by(Alert.due_at, Alert.id)
    )
    with reading() as session:
        return [(number, language) for number, language in session.execute(query)]


def _send(server: mail.Server, mail_from: str, outcome: Outcome) -> None:
    claimant, sender = socket.gethostname(), parseaddr(mail_from)[1]
    with transaction() as session:
        outbox.sweep(session)
        waiting = outbox.waits(session, claimant)
    if not waiting:
        return
    with mail.connected(server) as line:
        while True:
            with transaction() as session:
                letter = outbox.claim(session, claimant)
            if letter is None:
                return
            send(line, sender, letter, outcome)


def send(line: SMTP, sender: str, letter: Letter, outcome: Outcome) -> None:
    """Send a letter that is claimed, and write down what became of it."""

    def handing() -> None:
        with transaction() as session:
            outbox.hand_over(session, letter.id)

    try:
        _check(letter)
        mail.deliver(line, sender, letter.recipient, letter.content, handing)
    except mail.Refused as error:
        outcome.refused += 1
        _complain(letter, str(error))
        with transaction() as session:
            outbox.refused(session, letter.id, str(error))
    except (mail.Postponed, mail.MailUnavailable) as error:
        outcome.postponed += 1
        _complain(letter, str(error))
        with transaction() as session:
            outbox.put_back(session, letter, str(error))
        if isinstance(error, mail.MailUnavailable):
            raise
    else:
        outcome.sent += 1
        with transaction() as session:
            outbox.sent(session, letter.id)
        return
    mail.begin_again(line)


def _check(letter: Letter) -> None:
    """Refused for a letter that its reader does not want any more."""
    with reading() as session:
        alert = session.get(Alert, letter.alert_id)
        if alert is None or alert.frequency == FREQUENCIES[0] or alert.account.disabled_at:
            raise mail.Refused("not wanted any more")


def _complain(letter: Letter, reason: str) -> None:
    print(f"{letter.recipient}: {reason}", file=sys.stderr)


@contextmanager
def _speaking(app: flask.Flask, config: Config, language: str) -> Iterator[None]:
    """As if somebody had asked in a language: addresses and messages are in it."""
    prefix = "" if language == config.language else f"/{language}"
    known = {languages.KEY: language, languages.ROOT: ""}
    with app.test_request_context(base_url=config.base_url + prefix, environ_overrides=known):
        yield


@contextmanager
def _alone(data: Path) -> Iterator[bool]:
    """Whether no other run of this machine is at work; the lock ends with the process."""
    with (data / "alerts.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
