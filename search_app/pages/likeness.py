"""From a passage to those of other documents that say the same."""

from __future__ import annotations

import flask

from index.documents.document import Document, Passage
from index.search.similar import similar
from search_app.contract.described import answers
from search_app.current import current_index
from search_app.errors import missing
from search_app.formats import as_json
from search_app.formats.helping import Likeness, LikenessAnswer
from search_app.presenters.citing import citation

blueprint = flask.Blueprint("likeness", __name__)


@blueprint.get("/documents/<id>/passages/<ordinal>")
def page(id: str, ordinal: str) -> str:  # noqa: A002 - the name in the address
    """A passage and what is like it."""
    known, passage = _passage(id, ordinal)
    return flask.render_template(
        "likeness.html",
        document=known,
        passage=passage,
        found=similar(current_index(), passage),
        cited=citation(known, passage),
    )


@blueprint.get("/api/v1/documents/<id>/passages/<ordinal>/similar")
@answers(LikenessAnswer)
def alike(id: str, ordinal: str) -> flask.Response:  # noqa: A002 - the name in the address
    """Passages of other documents that are like a passage, the most alike first."""
    known, passage = _passage(id, ordinal)
    found: list[Likeness] = [
        {
            "document": each.document.id,
            "title": each.document.title,
            "passage": each.passage.ordinal,
            "language": each.passage.language or each.document.language,
            "score": round(each.score, 6),
            "same": each.same,
            "text": each.passage.text,
            "url": as_json.passage_address(each.passage),
        }
        for each in similar(current_index(), passage)
    ]
    return flask.jsonify(document=known.id, passage=passage.ordinal, similar=found)


def _passage(name: str, ordinal: str) -> tuple[Document, Passage]:
    known, passages = current_index().document(name) or missing()
    asked = (each for each in passages if str(each.ordinal) == ordinal)
    return known, next(asked, None) or missing()
