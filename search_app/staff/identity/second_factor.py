"""The second factor: codes of an authenticator (TOTP, RFC 6238), and recovery codes."""

from __future__ import annotations

import base64
import hmac
import secrets
import time
from typing import TYPE_CHECKING

import flask
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.identity.keys import derived
from search_app.staff.identity.sessions import digest
from search_app.staff.moments import now

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

ISSUER = "Сказано"
CODES = 8
_STEP = 30  # seconds
_DRIFT = 1  # steps that a clock may be wrong by
_GROUPS, _LETTERS = 6, 4  # 118 bits: nobody guesses one, even from its digest
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read for something else


class RecoveryCode(Base):
    """A code that has not been used; using it deletes it."""

    __tablename__ = "recovery_codes"

    digest: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), index=True
    )


def propose(session: Session, account: Account) -> str:
    """A new secret for an account without a second factor; asked for once it is confirmed."""
    import pyotp  # noqa: PLC0415 - only who sets up a second factor needs it

    secret: str = pyotp.random_base32()
    account.totp, account.totp_at, account.totp_step = _sealed(secret), None, None
    session.flush()
    return secret


def proposed(account: Account) -> str | None:
    """The secret that waits to be confirmed."""
    return _opened(account.totp) if account.totp and account.totp_at is None else None


def address(account: Account, secret: str) -> str:
    """What an authenticator reads from the picture."""
    import pyotp  # noqa: PLC0415

    uri: str = pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name=ISSUER)
    return uri


def picture(uri: str) -> str:
    """A QR code as SVG to stand in a page, dark on light in every scheme."""
    import segno  # noqa: PLC0415

    drawn: str = segno.make(uri, error="m").svg_inline(
        omitsize=True, border=4, svgclass="qr", lineclass=None, dark="#000", light="#fff"
    )
    return drawn


def confirm(session: Session, account: Account, code: str) -> list[str] | None:
    """Ask for the second factor from now on, if the code is right: the recovery codes."""
    if proposed(account) is None or not _is_code(account, code):
        return None
    account.totp_at = now()
    return new_codes(session, account)


def is_right(session: Session, account: Account, code: str) -> str | None:
    """What a code is, «code» or «recovery»; each works once. None if it is neither."""
    if account.totp_at is None:
        return None
    if _is_code(account, code):
        return "code"
    known = digest(f"{account.id} {_plain(code)}")
    spent = sa.delete(RecoveryCode).where(
        RecoveryCode.digest == known, RecoveryCode.account_id == account.id
    )
    return "recovery" if session.execute(spent.returning(RecoveryCode.digest)).first() else None


def remove(session: Session, account: Account) -> None:
    """Ask for one factor only."""
    account.totp = account.totp_at = account.totp_step = None
    _forget(session, account)


def new_codes(session: Session, account: Account) -> list[str]:
    """New recovery codes, which make the older ones worthless."""
    _forget(session, account)
    codes = [_new_code() for _ in range(CODES)]
    session.add_all(
        RecoveryCode(digest=digest(f"{account.id} {_plain(code)}"), account_id=account.id)
        for code in codes
    )
    return codes


def codes_left(session: Session, account: int) -> int:
    """How many recovery codes were not used."""
    mine = sa.select(sa.func.count()).where(RecoveryCode.account_id == account)
    return session.scalar(mine) or 0


def _forget(session: Session, account: Account) -> None:
    session.execute(sa.delete(RecoveryCode).where(RecoveryCode.account_id == account.id))


def _is_code(account: Account, code: str) -> bool:
    """Whether an authenticator shows this code now; it cannot be shown to us twice."""
    import pyotp  # noqa: PLC0415

    secret = _opened(account.totp) if account.totp else None
    if secret is None:
        return False
    present, given = int(time.time()) // _STEP, "".join(code.split())
    for step in range(present - _DRIFT, present + _DRIFT + 1):
        shown = pyotp.TOTP(secret).at(step * _STEP)
        if hmac.compare_digest(shown.encode(), given.encode()) and step > (account.totp_step or 0):
            account.totp_step = step
            return True
    return False


def _new_code() -> str:
    letters = [secrets.choice(_ALPHABET) for _ in range(_GROUPS * _LETTERS)]
    return "-".join("".join(letters[n::_GROUPS]) for n in range(_GROUPS))


def _plain(code: str) -> str:
    return "".join(each for each in code.casefold() if each.isalnum())


def _sealed(secret: str) -> str:
    return _seal().encrypt(secret.encode()).decode()


def _opened(sealed: str) -> str | None:
    from cryptography.fernet import InvalidToken  # noqa: PLC0415

    try:
        return _seal().decrypt(sealed.encode()).decode()
    except InvalidToken:
        # The key is another one, as after a restore without it: recovery codes still work.
        flask.current_app.logger.warning("staff: a second factor was sealed with another key")
        return None


def _seal() -> Fernet:
    from cryptography.fernet import Fernet  # noqa: PLC0415 - needs a tenth of a second

    return Fernet(base64.urlsafe_b64encode(derived("second factor")))
