"""What the search box proposes while a reader types."""

from __future__ import annotations

import flask

from index.search.advice.completion import Completion
from index.search.request import SearchRequest
from search_app.completing import completer
from search_app.contract.described import answers
from search_app.current import current_index
from search_app.formats.helping import CompletionAnswer, Proposed
from search_app.languages import N_, gettext, language
from search_app.links import within

_KINDS = {
    "agency": N_("ведомство"),
    "area": N_("область"),
    "document": N_("заголовок"),
    "phrase": N_("слова"),
}

blueprint = flask.Blueprint("completion", __name__, url_prefix="/api/v1")


@blueprint.get("/complete")
@answers(CompletionAnswer, takes=["q"], q="искус")
def find() -> flask.Response:
    """Phrases, agencies, areas and titles that go on as a text does, at most eight."""
    text = SearchRequest.from_args(flask.request.args).text
    found = completer().completions(current_index(), language()).find(text)
    return flask.jsonify(q=text, completions=[_proposed(each) for each in found])


def _proposed(found: Completion) -> Proposed:
    return {
        "kind": found.kind,
        "name": gettext(_KINDS[found.kind]),
        "text": found.text,
        "url": _address(found),
    }


def _address(found: Completion) -> str:
    if found.kind == "document":
        return within("documents", found.id)
    if found.kind == "phrase":
        wanted = SearchRequest(found.text)
    else:
        wanted = SearchRequest().with_value(found.kind, found.id)
    return f"{flask.url_for('search.results')}?{wanted.to_query_string()}"
