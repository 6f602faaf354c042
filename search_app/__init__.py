"""The site and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import flask

    from search_app.config import Config

__version__ = "0.1.0"


def create_app(config: Config) -> flask.Flask:
    """The site over the index of ``config``; opens nothing before the first request."""
    # Imported here, so that the version can be read where nothing is installed yet.
    from search_app.site import made  # noqa: PLC0415

    return made(config, __version__)
