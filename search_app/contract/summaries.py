"""What the addresses for machines answer, for people who read it in their own language.

The description of the API is in English, from the docstrings of the views.
"""

from __future__ import annotations

from search_app.languages import N_, gettext

_SAID = {
    "What was said of an agency or an area, what came in last first.": N_(
        "Что говорилось о ведомстве или области; сначала то, что поступило последним."
    ),
    "What was said of an agency or an area, a row a passage.": N_(
        "Что говорилось о ведомстве или области, по фрагменту в строке."
    ),
    "All agencies with their names, the most named first.": N_(
        "Все ведомства с их названиями, сначала те, что названы чаще."
    ),
    "An agency with its names through time; its passages are a search.": N_(
        "Ведомство и его названия в разное время; его фрагменты находит поиск."
    ),
    "All priority areas, the most spoken of first.": N_(
        "Все приоритетные области, сначала те, о которых говорили чаще."
    ),
    "A priority area; its passages are a search.": N_(
        "Приоритетная область; её фрагменты находит поиск."
    ),
    "Phrases, agencies, areas and titles that go on as a text does, at most eight.": N_(
        "Фразы, ведомства, области и заголовки, которыми продолжается текст, не больше восьми."
    ),
    "All documents, the newest first, 50 a page.": N_(
        "Все документы, сначала новые, по 50 на странице."
    ),
    "A document with its passages and all that is known of them.": N_(
        "Документ с его фрагментами и всем, что о них известно."
    ),
    "Passages of other documents that are like a passage, the most alike first.": N_(
        "Фрагменты других документов, похожие на данный, сначала самые похожие."
    ),
    "The events that several documents tell of, the newest first, 50 a page.": N_(
        "События, о которых рассказывают несколько документов, сначала новые, по 50 на странице."
    ),
    "The instructions that a request asks for, with counts of its filters.": N_(
        "Поручения по запросу и числа его фильтров."
    ),
    "The description of this API (OpenAPI 3.1).": N_("Описание этих адресов (OpenAPI 3.1)."),
    "The passages that answer a request, with facets.": N_(
        "Фрагменты по запросу с фильтрами и их числами."
    ),
    "How often queries, areas and agencies were spoken of: passages by month, quarter or year.": N_(
        "Как часто говорили о запросах, областях и ведомствах: фрагменты по месяцам, кварталам "
        "или годам."
    ),
    "The checksums of both, as sha256sum checks them.": N_(
        "Контрольные суммы обоих файлов, как их проверяет sha256sum."
    ),
    "Everything public: a JSON line a passage, with all that is known of it.": N_(
        "Всё открытое: строка JSON на фрагмент, со всем, что о нём известно."
    ),
    "The same, compressed.": N_("То же, сжатое."),
    "All documents, what came in last first, 50 a page.": N_(
        "Все документы, сначала поступившие последними, по 50 на странице."
    ),
    "All documents, a row each, the newest first.": N_(
        "Все документы, по одному в строке, сначала новые."
    ),
    "A document as Akoma Ntoso 3.0.": N_("Документ в формате Akoma Ntoso 3.0."),
    "The events that several documents tell of, what came in last first, 50 a page.": N_(
        "События, о которых рассказывают несколько документов, сначала поступившие последними, "
        "по 50 на странице."
    ),
    "The events that several documents tell of, a row each, the newest first.": N_(
        "События, о которых рассказывают несколько документов, по одному в строке, сначала новые."
    ),
    "The instructions of a request as a feed, what came in last first by default.": N_(
        "Поручения по запросу лентой; сначала поступившие последними, если порядок не указан."
    ),
    "The instructions that a request asks for, a row each.": N_("Поручения по запросу таблицей."),
    "The instructions of a request as a calendar of the days when they fall due.": N_(
        "Поручения по запросу календарём: дни, в которые наступает срок."
    ),
    "All instructions that a request asks for, in one JSON file.": N_(
        "Все поручения по запросу одним файлом JSON."
    ),
    "The instructions that a request asks for as a workbook.": N_(
        "Поручения по запросу книгой Excel."
    ),
    "Completions as browsers want them: the text, then texts, their kinds and addresses.": N_(
        "Подсказки, как их ждут браузеры: текст, затем продолжения, их виды и адреса."
    ),
    "The passages that answer a request, what came in last first unless it says otherwise.": N_(
        "Фрагменты по запросу лентой; сначала поступившие последними, если порядок не указан."
    ),
    "The documents of the passages that answer a request, an entry of BibTeX each.": N_(
        "Документы найденных фрагментов, по записи BibTeX на каждый."
    ),
    "The passages that answer a request, a row each.": N_(
        "Фрагменты по запросу, по одному в строке."
    ),
    "All passages that answer a request, in one JSON file with what was asked.": N_(
        "Все фрагменты по запросу одним файлом JSON, вместе с самим запросом."
    ),
    "The passages that answer a request as a workbook, with a sheet that says what was asked.": N_(
        "Фрагменты по запросу книгой Excel; на втором листе — сам запрос."
    ),
    "Passages by period, a column for each thing compared.": N_(
        "Фрагменты по периодам, столбец на каждое сравниваемое."
    ),
}


def said(summary: str) -> str:
    """A summary of the description in the language of this request; KeyError for a new one."""
    return gettext(_SAID[summary])
