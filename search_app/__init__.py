"""The site and the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import flask

    from search_app.config import Config

__version__ = "0.1.0"


def create_app(config: Config) -> flask.Flask:
    """The site over the index of ``config``; opens nothing before the first request."""
    # Imported here, so that the version can be read where nothing is installed yet.
    import flask  # noqa: PLC0415

    from index import meaning  # noqa: PLC0415
    from search_app import (  # noqa: PLC0415
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
    from search_app.config import shipped  # noqa: PLC0415
    from search_app.escaping import Templates  # noqa: PLC0415
    from search_app.formats import linked_data, offered  # noqa: PLC0415
    from search_app.pages import BLUEPRINTS  # noqa: PLC0415
    from search_app.presenters import evidence  # noqa: PLC0415
    from search_app.staff import room  # noqa: PLC0415

    meaning.choose(on=config.semantic)
    app = flask.Flask(__name__, template_folder=str(shipped("templates")))
    app.jinja_environment = Templates
    app.config.update(TRUSTED_HOSTS=config.hosts, MAX_CONTENT_LENGTH=64 * 1024)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    current.install(app, config.index)
    languages.install(app, config.language)
    templating.install(app, config.base_url)
    for part in (completing, words, evidence, offered, linked_data, errors, compression):
        part.install(app)
    look = (shipped("templates"), languages.FOLDER, Path(str(app.static_folder)))
    headers.install(app, __version__, look)
    sharing.install(app)
    room.install(app, config)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    headers.trust_proxies(app, config.proxies)
    return app
