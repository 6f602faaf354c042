import datetime as dt
from dataclasses import replace

import pytest

from index.documents.dates import PartialDate
from index.documents.document import Document, Passage
from search_app.formats import citations

SEEN = dt.date(2026, 11, 22)
PLACE = {"address": "https://search.example/documents/a#p7", "seen": SEEN}
MEETING = Document(
    "2025-08-11-meeting",
    "Совещание о школах.",
    ("Школы получат интернет.",),
    date=PartialDate(2025, 8, 11),
    published=PartialDate(2025, 8, 12),
    source="Вестник",
    language="ru",
)
PASSAGE = Passage("2025-08-11-meeting", 7, 3, "Школы получат интернет.", 0, 23, language="ru")


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2025-08-12", "2025. 12 авг."),
        ("2025-05-03", "2025. 3 мая."),
        ("2025-05", "2025. Май."),
        ("2025-01", "2025. Янв."),
        ("2025", "2025."),
    ],
)
def test_gost_names_the_day_of_the_text(published, issued):
    known = replace(MEETING, published=PartialDate.parse(published))
    assert citations.gost(known, **PLACE) == (
        f"Совещание о школах // Вестник. {issued} "
        "URL: https://search.example/documents/a#p7 (дата обращения: 22.11.2026)."
    )


def test_gost_names_the_passage():
    assert "12 авг. Фрагм. 7. URL:" in citations.gost(MEETING, PASSAGE, **PLACE)


def test_gost_of_a_text_without_date_and_source():
    bare = Document("a", "Что дальше?", ("Да.",))
    assert citations.gost(bare, **PLACE).startswith("Что дальше? [Б. г.]. URL:")


def test_bibtex_is_one_entry():
    assert citations.bibtex(MEETING, PASSAGE, **PLACE).splitlines() == [
        "@misc{2025-08-11-meeting-p7,",
        "  title = {{Совещание о школах}},",
        "  organization = {Вестник},",
        "  year = {2025},",
        "  month = aug,",
        "  day = {12},",
        "  langid = {russian},",
        "  note = {Фрагмент 7},",
        "  url = {https://search.example/documents/a#p7},",
        "  urldate = {2026-11-22},",
        "}",
    ]


def test_bibtex_takes_no_orders_from_a_title():
    said = citations.bibtex(replace(MEETING, title=r"100 % {\input x} & $ # _ ^ ~"), **PLACE)
    assert (
        r"title = {{100 \% \{\textbackslash{}input x\} \& \$ \# \_ "
        r"\textasciicircum{} \textasciitilde{}}}" in said
    )


def test_braces_of_an_address_do_not_end_its_field():
    said = citations.bibtex(MEETING, address="https://a.example/{x}", seen=SEEN)
    assert "url = {https://a.example/%7Bx%7D}" in said


def test_plain_quotes_the_words():
    assert citations.plain(MEETING, PASSAGE, **PLACE) == (
        "«Школы получат интернет.» — Совещание о школах, Вестник, 12 августа 2025. "
        "https://search.example/documents/a#p7 (просмотрено 22 ноября 2026)"
    )
