"""Forms of the staff room: every one carries a token against forgery, and speaks our languages."""

from __future__ import annotations

from typing import Any

import flask
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import Field, StringField
from wtforms.validators import InputRequired, Length

from search_app.languages import N_

REQUIRED = N_("Заполните это поле.")
TOO_LONG = N_("Слишком длинно.")

csrf = CSRFProtect()
"""Refuses every POST without the token; ``csrf.exempt`` a view that machines post to."""


class Form(FlaskForm):
    """A form whose labels and complaints are messages of the catalogue."""

    class Meta(FlaskForm.Meta):
        """Our own messages are translated in the template; WTForms' own are never shown."""

        locales = False


def required(longest: int) -> list[Any]:
    """Validators of a field that must be filled with at most ``longest`` characters."""
    return [InputRequired(REQUIRED), Length(max=longest, message=TOO_LONG)]


def stripped(text: str | None) -> str | None:
    """A text without the spaces around it."""
    return text.strip() if isinstance(text, str) else text


class TextField(StringField):
    """A line of text without the spaces around it."""

    def __init__(self, label: str, validators: Any = None, **named: Any) -> None:
        super().__init__(label, validators, filters=[stripped], **named)


def complain(field: Field, reason: str) -> None:
    """Say of a field what only the database could know."""
    field.errors = [*field.errors, reason]


def attributes(field: Field, hint: str, autocomplete: str) -> dict[str, str]:
    """What ties an input to its hint and to what is wrong with it."""
    told = [f"{field.id}-hint"] if hint else []
    told += [f"{field.id}-wrong"] if field.errors else []
    found = {
        "aria-describedby": " ".join(told),
        "aria-invalid": "true" if field.errors else "",
        "autocomplete": autocomplete,
    }
    return {name: value for name, value in found.items() if value}


def install(app: flask.Flask) -> None:
    """Let forms be checked; only the staff room has any."""
    app.jinja_env.globals.update(attributes=attributes)
    # The token lives as long as the cookie that it is bound to, which signing in renews.
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    csrf.init_app(app)
