"""Whether this process can answer: for load balancers and process managers."""

from __future__ import annotations

import flask

from search_app.current import current_index

blueprint = flask.Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> flask.Response:
    """200 with the passages counted; without a whole index the error handlers answer 503."""
    ix = current_index()
    return flask.jsonify(status="ok", passages=ix.count, generation=ix.generation)
