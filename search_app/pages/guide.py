"""How to search: the query language with examples that can be tried."""

from __future__ import annotations

import flask

from search_app.languages import N_

# what to write, what it finds, an example that finds something
GRAMMAR = (
    (N_("слова"), N_("фрагменты, где есть все слова, в любой форме"), "утечка персональных данных"),
    (
        N_('«фраза» или "фраза"'),
        N_("слова рядом и по порядку, в любой форме"),
        "«цифровым государством»",
    ),
    (N_("!слово"), N_("только в этой форме"), "!экосистема"),
    (N_('!"фраза"'), N_("фраза буква в букву"), '!"искусственный интеллект"'),
    (N_("ИЛИ, OR, |"), N_("хотя бы одно из двух"), "мессенджер ИЛИ QazTech"),
    (N_("-слово, НЕ, NOT"), N_("без этого слова"), "экосистема -стартап"),
    (N_("( )"), N_("сначала то, что в скобках"), "(школа ИЛИ университет) интеллект"),
    (N_("слов*"), N_("все слова с таким началом, не меньше двух букв"), "кибер*"),
    ("title:", N_("слова в заголовке документа"), "title:совещание"),
    ("date:", N_("год, месяц, день или промежуток"), "интеллект date:2025-08"),
    ("lang:", N_("язык фрагмента: ru, kk, bg, en"), "lang:kk"),
    ("agency:", N_("ведомство по коду или названию"), "agency:government"),
    ("area:", N_("приоритетная область по коду"), "area:ai-education"),
    (
        "speaker:",
        N_("чьи слова: president, indirect (пересказ) или reporter"),
        "speaker:indirect интеллект",
    ),
    ("instruction:", N_("1 — фрагменты с поручением"), "instruction:1 школа"),
    ("role:", N_("instructed — фрагменты, где кому-то поручено"), "role:instructed date:2025"),
    ("instructed:", N_("ведомство, которому поручено, по коду"), "instructed:government"),
    ("event:", N_("событие по коду"), "event:address-2025-09-08"),
)

blueprint = flask.Blueprint("guide", __name__)


@blueprint.get("/help")
def page() -> str:
    """The query language, filters, and what the marks mean."""
    return flask.render_template("guide.html", grammar=GRAMMAR)
