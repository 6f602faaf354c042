"""How to search: the query language with examples that can be tried."""

from __future__ import annotations

from typing import NamedTuple

import flask

from index.errors import IndexDamaged, IndexMissing
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import Index
from search_app.current import current_index
from search_app.languages import N_, gettext
from search_app.words import label

# what to write, what it finds, an example that finds something
GRAMMAR = (
    (
        N_("слова"),
        N_("фрагменты, где есть все слова, в любой форме"),
        N_("утечка персональных данных"),
    ),
    (
        N_('«фраза» или "фраза"'),
        N_("слова рядом и по порядку, в любой форме"),
        N_("«искусственный интеллект»"),
    ),
    (N_("!слово"), N_("только в этой форме"), N_("!экосистема")),
    (N_('!"фраза"'), N_("фраза буква в букву"), N_('!"искусственный интеллект"')),
    (N_("ИЛИ, OR, |"), N_("хотя бы одно из двух"), N_("мессенджер ИЛИ QazTech")),
    (N_("-слово, НЕ, NOT"), N_("без этого слова"), N_("экосистема -стартап")),
    (N_("( )"), N_("сначала то, что в скобках"), N_("(школа ИЛИ университет) интеллект")),
    (N_("слов*"), N_("все слова с таким началом, не меньше двух букв"), N_("кибер*")),
    ("title:", N_("слова в заголовке документа"), N_("title:совещание")),
    ("date:", N_("год, месяц, день или промежуток"), N_("интеллект date:2025-08")),
    ("lang:", N_("язык фрагмента: ru, kk, bg, en"), "lang:kk"),
    ("agency:", N_("ведомство по коду или названию"), "agency:government"),
    ("area:", N_("приоритетная область по коду"), "area:ai-education"),
    (
        "speaker:",
        N_("чьи слова: president, indirect (пересказ) или reporter"),
        N_("speaker:indirect интеллект"),
    ),
    ("instruction:", N_("1 — фрагменты с поручением"), N_("instruction:1 школа")),
    ("role:", N_("instructed — фрагменты, где кому-то поручено"), "role:instructed date:2025"),
    ("instructed:", N_("ведомство, которому поручено, по коду"), "instructed:government"),
    ("event:", N_("событие по коду"), "event:address-2025-09-08"),
)


class Row(NamedTuple):
    """A line of the table: what is written, what it finds, and an example with its passages."""

    written: str
    found: str
    example: str
    passages: int | None


_KEY = "policy_search.examples"

blueprint = flask.Blueprint("guide", __name__)


@blueprint.get("/help")
def page() -> str:
    """The query language, filters, and what the marks mean."""
    rows = [Row(written, found, *_tried(example)) for written, found, example in GRAMMAR]
    return flask.render_template("guide.html", grammar=rows)


def _tried(example: str) -> tuple[str, int | None]:
    """An example in the language of the site, and what it finds today; None without an index."""
    text = gettext(example)
    try:
        ix = current_index()
        counts = _counts(ix)
        if text not in counts:
            counts[text] = search(ix, SearchRequest(text, per_page=1), label).totals.passages
    except (IndexMissing, IndexDamaged):
        return text, None
    return text, counts[text]


def _counts(ix: Index) -> dict[str, int]:
    """Passages of examples tried on this commit; only those of the newest are kept."""
    commit = (ix.generation, ix.revision, ix.fingerprint)
    kept: tuple[object, dict[str, int]] = flask.current_app.extensions.get(_KEY, (None, {}))
    known, counts = kept
    if known != commit:
        counts = {}
        flask.current_app.extensions[_KEY] = (commit, counts)
    return counts
