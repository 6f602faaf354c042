"""The site's settings, for what the staff room does at a request."""

from __future__ import annotations

import flask

from search_app.config import Config

_KEY = "policy_search.config"


def install(app: flask.Flask, config: Config) -> None:
    """Let the application's requests find the settings."""
    app.extensions[_KEY] = config


def settings() -> Config:
    """The settings of the current application."""
    found: Config = flask.current_app.extensions[_KEY]
    return found
