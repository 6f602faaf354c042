"""The API: the same answers as the pages, as JSON."""

from __future__ import annotations

import flask

from index.search.request import SearchRequest
from index.search.search import search
from search_app import as_json
from search_app.current import current_index
from search_app.errors import missing
from search_app.pages.documents import versions
from search_app.words import label

blueprint = flask.Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/search")
def results() -> flask.Response:
    """The passages that answer a request, with facets."""
    wanted = SearchRequest.from_args(flask.request.args)
    return flask.jsonify(as_json.search_page(search(current_index(), wanted, label)))


@blueprint.get("/documents/<id>")
def document(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """A document with its passages and all that is known of them."""
    known, passages = current_index().document(id) or missing()
    same = [each.id for each in versions(current_index(), known)]
    return flask.jsonify(as_json.document(known, passages, same))
