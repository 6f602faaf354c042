"""What is in the collection: figures from the index itself."""

from __future__ import annotations

import flask

from index.search.request import SearchRequest
from index.search.search import search
from search_app.current import current_index
from search_app.links import Links
from search_app.presenters import measured
from search_app.words import label

blueprint = flask.Blueprint("about", __name__)


@blueprint.get("/about")
def page() -> str:
    """Counts of documents and passages by language, source, kind and year."""
    answer = search(current_index(), SearchRequest(per_page=1), label)
    return flask.render_template(
        "about.html", page=answer, links=Links(SearchRequest()), measured=measured
    )
