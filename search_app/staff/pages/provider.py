"""Signing in through the organisation's provider: there and back."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from search_app.errors import missing
from search_app.languages import N_, gettext
from search_app.staff.identity import provider
from search_app.staff.identity.provider import ProviderError, Unasked
from search_app.staff.pages.signing import SignIn, shown, welcomed
from search_app.staff.paths import safe_next
from search_app.staff.settings import settings
from search_app.templating import absolute

blueprint = flask.Blueprint("staff_provider", __name__)

_ONWARD = "onward"
NOBODY = N_(
    "Вход через организацию подтверждён, но учётной записи здесь нет. Обратитесь к администратору."
)
FAILED = N_("Вход через организацию не удался. Попробуйте ещё раз.")


@blueprint.get("/provider")
def away() -> flask.Response | Response:
    """To the provider; ``again`` asks for the password even where it knows the browser."""
    _here()
    args = flask.request.args
    flask.session[_ONWARD] = safe_next(args.get("next"))
    try:
        return provider.send(
            absolute(flask.url_for("staff_provider.back")), again=args.get("again") == "1"
        )
    except ProviderError as error:
        return _failed(error)


@blueprint.get("/provider/return")
def back() -> flask.Response:
    """From the provider: a session, if somebody with an account has come."""
    _here()
    onward = safe_next(flask.session.get(_ONWARD))
    try:
        passed = provider.enter(provider.claims())
    except ProviderError as error:
        return _failed(error)
    if passed is None:
        return shown(SignIn(), gettext(NOBODY), 403)
    return welcomed(passed, onward)


def _here() -> None:
    if not settings().oidc_issuer:
        missing()


def _failed(error: ProviderError) -> flask.Response:
    flask.current_app.logger.warning("staff: sign-in by the provider: %s", error)
    return shown(SignIn(), gettext(FAILED), 400 if isinstance(error, Unasked) else 502)
