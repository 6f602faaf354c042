"""A real SMTP server that keeps what it was given, and may do something at each step."""

import socket
from contextlib import contextmanager
from email import policy
from email.parser import BytesParser

from aiosmtpd.controller import Controller


class Mailbox:
    """Letters as they arrived; ``on_recipient`` and ``on_letter`` may answer otherwise."""

    def __init__(self):
        self.letters = []
        self.raw = []  # as they came over the wire
        self.on_recipient = lambda _: None
        self.on_letter = lambda _: None

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        said = self.on_recipient(address)
        if said is None:
            envelope.rcpt_tos.append(address)
        return said or "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        letter = BytesParser(policy=policy.default).parsebytes(envelope.content)
        self.letters.append(letter)
        self.raw.append(envelope.content)
        return self.on_letter(letter) or "250 OK"

    @property
    def ids(self):
        return [letter["Message-ID"] for letter in self.letters]


@contextmanager
def mailbox():
    """A mailbox and the URL of its server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = Mailbox()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield kept, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()
