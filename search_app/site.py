"""The parts of the site, put together."""

from __future__ import annotations

from pathlib import Path

import flask

from index import meaning
from search_app import (
    completing,
    compression,
    current,
    errors,
    headers,
    languages,
    sharing,
    templating,
    words,
)
from search_app.config import Config, shipped
from search_app.escaping import Templates
from search_app.formats import linked_data, offered
from search_app.pages import BLUEPRINTS
from search_app.presenters import dating, evidence, occasion
from search_app.staff import room

_PARTS = (completing, words, evidence, dating, occasion, offered, linked_data, errors, compression)


def made(config: Config, version: str) -> flask.Flask:
    """The site over the index of ``config``; opens nothing before the first request."""
    meaning.choose(on=config.semantic)
    app = _bare(config)
    current.install(app, config.index)
    languages.install(app, config.language)
    templating.install(app, config.base_url)
    for part in _PARTS:
        part.install(app)
    look = (shipped("templates"), languages.FOLDER, Path(str(app.static_folder)))
    headers.install(app, version, look)
    sharing.install(app)
    room.install(app, config)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    headers.trust_proxies(app, config.proxies)
    return app


def _bare(config: Config) -> flask.Flask:
    """An application with its templates and limits, and nothing to show yet."""
    app = flask.Flask("search_app", template_folder=str(shipped("templates")))
    app.jinja_environment = Templates
    app.config.update(TRUSTED_HOSTS=config.hosts, MAX_CONTENT_LENGTH=64 * 1024)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    return app
