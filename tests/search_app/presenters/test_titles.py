from urllib.parse import parse_qsl

import pytest
from werkzeug.datastructures import MultiDict

from index.search.request import SearchRequest
from search_app import languages
from search_app.presenters.titles import LONGEST, title


def said(app, query, language="ru"):
    wanted = SearchRequest.from_args(MultiDict(parse_qsl(query)))
    with app.test_request_context(environ_overrides={languages.KEY: language}):
        return title(wanted)


@pytest.mark.parametrize(
    ("query", "language", "shown"),
    [
        ("q=утечки данных&agency=mvd&from=2026-01", "ru", "утечки данных · МВД · с января 2026"),
        ("q=утечки данных&agency=mvd&from=2026-01", "en", "утечки данных · Ministry of Internal Affairs · since January 2026"),  # noqa: E501
        ("q=деректер&agency=mvd&to=2026", "kk", "деректер · ІІМ · 2026 ж. дейін"),
        ("agency=mz", "ru", "Министерство здравоохранения"),  # «ДСМ» is the Kazakh one
        ("q=ИИ&from=-30d", "ru", "ИИ · за последние 30 дней"),
        ("q=ИИ&from=-1y", "ru", "ИИ · за последний год"),
        ("q=ИИ&from=-21d", "ru", "ИИ · за последний 21 день"),
        ("q=ИИ&from=-0d", "ru", "ИИ · за сегодня"),
        ("q=ИИ&from=2025&to=2025", "ru", "ИИ · 2025"),
        ("q=ИИ&from=2025-03&to=2025-06", "ru", "ИИ · с марта 2025 по июнь 2025"),
        ("q=ИИ&from=-2y&to=-1y", "ru", "ИИ · не раньше чем 2 года назад не позже чем 1 год назад"),
        ("lang=ru&not_lang=bg", "ru", "русский · кроме: болгарский"),
        ("agency=mvd&agency=knb&agency=gts&agency=mnvo", "ru", "ГТС, КНБ, МНВО +1"),
        ("", "ru", "Все фрагменты"),
    ],
)  # fmt: skip
def test_a_search_is_said_in_a_few_words(app, query, language, shown):
    assert said(app, query, language) == shown


def test_a_title_is_short(app):
    assert len(said(app, "q=" + "слово " * 300)) <= LONGEST
