"""Signing in through the organisation's own provider of OpenID Connect.

It says who somebody is; whether they have an account here, and what they may do, stays with us.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import flask
import sqlalchemy as sa
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from index.errors import SearchError
from search_app.staff.audit import record
from search_app.staff.database import transaction
from search_app.staff.identity import signing
from search_app.staff.identity.accounts import Account, by_address
from search_app.staff.identity.signing import Passed
from search_app.staff.settings import settings

_KEY = "policy_search.provider"
_PATIENCE = 5  # seconds that the provider may take
_STRONG = frozenset({"mfa", "otp", "hwk", "sc", "swk", "fpt", "face"})
"""What a provider calls second factors (RFC 8176)."""


class ProviderError(SearchError):
    """The provider did not say who it is; the text is for the log."""


class Unasked(ProviderError):
    """Somebody came back whom this browser's session had not sent to the provider."""


@dataclass(frozen=True)
class Claims:
    """What the provider says of a person."""

    issuer: str
    subject: str
    email: str  # «» unless the provider has verified it
    strong: bool  # it asked for two factors

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Claims:
        """The claims of an ID token that was checked."""
        verified = said.get("email_verified") is True
        return cls(
            issuer=str(said["iss"]),
            subject=str(said["sub"]),
            email=str(said.get("email", "")) if verified else "",
            strong=bool(_STRONG & set(said.get("amr") or ())),
        )


def send(back: str, *, again: bool) -> Response:
    """To the provider, which sends the browser on to ``back``; ``again`` asks for the password."""
    asked = {"prompt": "login", "max_age": 0} if again else {}
    with _told():
        away: Response = _client().authorize_redirect(back, **asked)
    return away


def claims() -> Claims:
    """Who the provider says has come back; ProviderError where that cannot be trusted."""
    with _told():
        client = _client()
        issuer = client.load_server_metadata()["issuer"]
        if issuer.rstrip("/") != settings().oidc_issuer:
            raise ProviderError(f"the provider calls itself {issuer}")
        options = {"iss": {"essential": True, "value": issuer}, "sub": {"essential": True}}
        token = client.authorize_access_token(claims_options=options)
        said = dict(token["userinfo"])
        if "email" not in said and "userinfo_endpoint" in client.server_metadata:
            more = client.userinfo(token=token)  # where the ID token tells of the subject alone
            said = {**more, **said} if more["sub"] == said["sub"] else said
        return Claims.of(said)


def enter(said: Claims) -> Passed | None:
    """A session for the account that the provider vouches for; None if there is none."""
    with transaction() as session:
        account = _account(session, said)
        if account is None or account.disabled_at is not None:
            subject = f"account:{account.id if account is not None else 'unknown'}"
            record(session, account or "", "sign-in.refused", subject, None, {"by": "provider"})
            return None
        method = "provider + mfa" if said.strong else "provider"
        return signing.begin(session, account, method, whole=said.strong or not account.totp_at)


def _account(session: Session, said: Claims) -> Account | None:
    """The account of this subject; at first sight, the one of its verified address."""
    mine = (Account.issuer == said.issuer) & (Account.subject == said.subject)
    known = session.scalars(sa.select(Account).where(mine)).one_or_none()
    if known is not None or not said.email:
        return known
    account = by_address(session, said.email)
    if account is None or account.subject is not None:
        return None  # another person had the address before
    account.issuer, account.subject = said.issuer, said.subject
    after = {"issuer": said.issuer, "subject": said.subject}
    record(session, account, "account.provider", f"account:{account.id}", None, after)
    return account


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong on the way to the provider and back, as an error of ours."""
    from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415 - slow to load
    from authlib.integrations.base_client.errors import MismatchingStateError  # noqa: PLC0415
    from joserfc.errors import JoseError  # noqa: PLC0415
    from requests import RequestException  # noqa: PLC0415

    try:
        yield
    except MismatchingStateError as error:
        raise Unasked(f"{type(error).__name__}: {error}") from error
    except (AuthlibBaseError, JoseError, RequestException, KeyError, ValueError) as error:
        raise ProviderError(f"{type(error).__name__}: {error}") from error


def _client() -> Any:
    """Authlib's client, made at the first sign-in of a process."""
    extensions = flask.current_app.extensions
    if _KEY not in extensions:
        # Imported here: a tenth of a second, for sites that have a provider only.
        from authlib.integrations.flask_client import OAuth  # noqa: PLC0415

        config = settings()
        place = config.oidc_secret_file
        extensions[_KEY] = OAuth(flask.current_app).register(
            "provider",
            client_id=config.oidc_client,
            client_secret=place.read_text("utf-8").strip() if place else None,
            server_metadata_url=f"{config.oidc_issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "default_timeout": _PATIENCE,
                **({} if place else {"token_endpoint_auth_method": "none"}),  # PKCE alone
            },
        )
    return extensions[_KEY]
