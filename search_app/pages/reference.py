"""The documentation of the API, for people."""

from __future__ import annotations

import flask

from search_app.contract import openapi, reference, summaries
from search_app.formats import bulk
from search_app.templating import permanent

blueprint = flask.Blueprint("reference", __name__)


@blueprint.get("/api")
def page() -> str:
    """Every address for machines: what it takes, what it answers, an example to open."""
    description = openapi.document(flask.current_app, flask.request.script_root or "/")
    return flask.render_template(
        "reference.html",
        operations=reference.operations(description),
        shapes=reference.shapes(description),
        said=summaries.said,
        files=[(name, permanent(bulk.PLACE + name)) for name in bulk.NAMES],
    )
