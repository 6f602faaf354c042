"""The server that takes our letters: who it is, and how a letter is handed over."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from index.errors import SearchError

_SECONDS = 30
_PORTS = {"smtp": 25, "smtps": 465}
_PERMANENT = 500
_DONE = 250
_TAKEN = {250, 251}


class MailUnavailable(SearchError):
    """The mail server cannot be reached or does not want us; nothing is lost."""


class Refused(SearchError):
    """The mail server will never take this letter."""


class Postponed(SearchError):
    """The mail server may take this letter later."""


@dataclass(frozen=True)
class Server:
    """Where letters go; smtp takes up TLS where the server offers it, smtps begins with it."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    @classmethod
    def parse(cls, url: str) -> Server:
        """The server of smtp://[user:password@]host[:port], as the setting gives it."""
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.scheme, parts.hostname or "", port, user, password)


@contextmanager
def connected(server: Server) -> Iterator[smtplib.SMTP]:
    """A line to the server; a password is never said without TLS."""
    try:
        line = _opened(server)
    except (OSError, smtplib.SMTPException) as error:
        told = " ".join(str(error).split())
        raise MailUnavailable(f"{server.host}:{server.port}: {told}") from error
    try:
        yield line
    finally:
        line.close()


def deliver(
    line: smtplib.SMTP, sender: str, recipient: str, content: bytes, handing: Callable[[], None]
) -> None:
    """Hand a letter over; ``handing`` is called just before its words go.

    Refused or Postponed as the server says; MailUnavailable when the line breaks.
    """
    try:
        _expect(line.mail(sender), {_DONE})
        _expect(line.rcpt(recipient), _TAKEN)
        handing()
        _expect(line.data(content), {_DONE})
    except smtplib.SMTPDataError as error:
        _expect((error.smtp_code, _bytes(error.smtp_error)), set())
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        raise MailUnavailable(str(error)) from error
    except UnicodeEncodeError as error:
        raise Refused("the address has letters that the server does not know") from error


def begin_again(line: smtplib.SMTP) -> None:
    """Be ready for the next letter after one that was not taken."""
    try:
        line.rset()
    except (OSError, smtplib.SMTPException) as error:
        raise MailUnavailable(str(error)) from error


def _opened(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    line: smtplib.SMTP
    if server.scheme == "smtps":
        line = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    try:
        line.ehlo()
        if server.scheme == "smtp" and line.has_extn("starttls"):
            line.starttls(context=context)
            line.ehlo()
        _log_in(line, server)
    except BaseException:
        line.close()
        raise
    return line


def _log_in(line: smtplib.SMTP, server: Server) -> None:
    if server.user and not isinstance(line.sock, ssl.SSLSocket):
        raise MailUnavailable(f"{server.host}: no TLS, so the password is not said")
    if server.user:
        line.login(server.user, server.password)


def _expect(answer: tuple[int, bytes], wanted: set[int]) -> None:
    code, said = answer
    if code not in wanted:
        told = f"{code} {said.decode('utf-8', 'replace')}"
        raise Refused(told) if code >= _PERMANENT else Postponed(told)


def _bytes(said: bytes | str) -> bytes:
    return said.encode() if isinstance(said, str) else said
