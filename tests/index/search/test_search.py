import html
import itertools

import pytest

from index.documents.dates import PartialDate
from index.documents.document import AreaScore, Document, Mention, Passage, Sentence
from index.language import analyze, analyze_sentences
from index.search.page import Totals
from index.search.request import EXCLUDED, FACETS, SORTS, SearchRequest
from index.search.search import search
from index.store.reader import open_index
from index.store.writer import Writer

# id, date, source, kind, title, then passages: language, agencies, areas, text
SPEECHES = [
    ("roads", "2025-07-03", "Вестник", "report", "О дорогах", [
        ("ru", "mintrans", "transport", "Новые дороги свяжут регионы с портами."),
        ("ru", "mintrans minfin", "transport budget", "Бюджет дорог вырос, мосты чинят."),
    ]),
    ("schools", "2025-07", "Вестник", "digest", "Школы и дороги к ним", [
        ("ru", "minedu", "education", "Онлайн-школы открылись в каждом районе."),
        ("ru", "minedu mintrans", "education transport", "К сельским школам ведут дороги."),
        ("kk", "minedu", "education", "Жаңа мектептер ашылды, жолдар салынды."),
    ]),
    ("year", "2025", "Курьер", "report", "Итоги года", [
        ("ru", "", "budget", "За год построили дороги, мосты и «школы <будущего>»."),
        ("en", "", "", "New roads were built, and the bridges were mended."),
    ]),
    ("older", "2024-12-30", "Курьер", "report", "Перед праздником", [
        ("ru", "minfin", "budget", "Бюджет принят."),
    ]),
    ("undated", None, "", "report", "Без даты", [
        ("ru", "", "", "Дорога начинается с моста."),
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    with Writer(path) as writer:
        for speech in SPEECHES:
            document, passages = built(*speech)
            words = [analyze_sentences(each.text, each.sentences) for each in passages]
            title = analyze(document.title, document.language)
            writer.add(document, list(zip(passages, words, strict=True)), title)
        writer.commit(1)
    return open_index(path)


def built(name, date, source, kind, title, passages):
    day = PartialDate.parse(date) if date else None
    document = Document(name, title, (), day, source=source, kind=kind, language="ru")
    starts = itertools.accumulate((len(row[3]) + 2 for row in passages), initial=0)
    return document, [
        Passage(
            name, number, number, text, start, start + len(text), language,
            (Sentence(0, len(text), language),),
            agencies=tuple(Mention(each, 0, 1) for each in agencies.split()),
            areas=tuple(AreaScore(each, 1.0) for each in areas.split()),
        )
        for number, (start, (language, agencies, areas, text)) in enumerate(
            zip(starts, passages, strict=False), 1
        )
    ]  # fmt: skip


def name(facet, value):
    return f"{facet} {value}"


def found(ix, text="", **wanted):
    page = search(ix, SearchRequest(text, per_page=100, **wanted), name)
    return {f"{hit.passage.document}{hit.passage.ordinal}" for hit in page.hits}


def page_of(ix, text="", **wanted):
    return search(ix, SearchRequest(text, **wanted), name)


def in_brackets(text):
    return html.unescape(text.replace("<mark>", "[").replace("</mark>", "]"))


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        # the title counts in the first passage: «О дорогах», «Школы и дороги к ним»
        ("дорогами", {"roads1", "roads2", "schools1", "schools2", "year1", "undated1"}),
        ("дороги школа", {"schools1", "schools2", "year1"}),
        ("мост -школа", {"roads2", "undated1"}),
        ("«новые дороги»", {"roads1"}),
        ("!дороги", {"roads1", "schools1", "schools2", "year1"}),
        ("бюджет OR bridge", {"roads2", "older1", "year2"}),
        ("онлайн-школа", {"schools1"}),
        ("title:школа", {"schools1"}),
        ("мектеп*", {"schools3"}),
        ("agency:minfin", {"roads2", "older1"}),
        ("дорога date:2025-07", {"roads1", "roads2", "schools1", "schools2", "year1"}),
        ("area:budget -date:2025", {"older1"}),
        ("lang:kk,en", {"schools3", "year2"}),
        ("квазар", set()),
        ("☃", set()),
    ],
)
def test_a_query_finds(ix, text, passages):
    assert found(ix, text) == passages


def test_an_empty_query_shows_everything_newest_first(ix):
    page = page_of(ix)
    assert page.totals == Totals(passages=9, documents=5, events=5)
    assert page.hits[0].document.id == "roads"
    assert page.hits[-1].document.id == "undated"


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_hits_in_order_of_date_have_the_scores_of_their_words(ix, sort):
    def scores(order):
        hits = page_of(ix, "новые дороги OR мост", sort=order).hits
        return {(hit.passage.document, hit.passage.ordinal): hit.score for hit in hits}

    assert scores(sort) == scores("relevance")
    assert all(scores(sort).values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("agency:nosuch дороги", "agency:nosuch"),
        ("lang:xx,ru -(area:budget OR source:Эхо)", "lang:xx, source:Эхо"),
        ("agency:minedu source:Курьер дороги", None),
    ],
)
def test_a_value_that_no_passage_has_is_named(ix, text, words):
    page = search(ix, SearchRequest(text), lambda _, value: value)
    said = [note.words for note in page.notes if note.code == "unknown-value"]
    assert said == ([words] if words else [])


def test_a_value_of_the_tables_is_known_though_no_passage_has_it(ix):
    assert "unknown-value" not in {note.code for note in page_of(ix, "agency:minhealth").notes}


QUERIES = ["", "дороги", "мост OR бюджет", "-дороги", "area:budget", "школа date:2025", "квазар"]
FILTERS = [
    {},
    {"areas": frozenset({"transport"})},
    {"agencies": frozenset({"minedu", "minfin"}), "kinds": frozenset({"report"})},
    {"languages": frozenset({"ru"}), "since": PartialDate(2025, 7)},
    {"since": PartialDate(2025), "until": PartialDate(2025)},
    {"sources": frozenset({"Курьер"}), "until": PartialDate(2025, 6)},
]


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("filters", FILTERS)
def test_every_count_is_what_its_link_shows(ix, text, filters):
    wanted = SearchRequest(text, **filters)
    page = search(ix, wanted, name)
    for facet, value in every_value(page):
        if facet == "date":
            linked = wanted.within(value.value)
        else:
            linked = wanted.without_facet(facet).with_value(facet, value.value)
        assert search(ix, linked, name).totals.passages == value.count, (facet, value.value)


def every_value(page):
    for facet, values in page.facets.items():
        for value in values:
            yield facet, value
            yield from ((facet, month) for month in value.months)


def test_facets_have_labels_and_stand_by_count_then_label(ix):
    areas = page_of(ix, "дорога OR школа").facets["area"]
    assert [(area.label, area.count) for area in areas] == [
        ("area transport", 3),
        ("area budget", 2),
        ("area education", 2),
    ]
    assert set(page_of(ix).facets) == {*FACETS, "date"}


def test_years_stand_newest_first_with_their_months(ix):
    years = page_of(ix).facets["date"]
    assert [year.value for year in years] == ["2025", "2024"]
    assert [month.value for month in years[0].months] == ["2025-07"]
    # a text dated only 2025 may be of July
    assert (years[0].count, years[0].months[0].count) == (7, 7)


def test_a_chosen_value_stays_at_zero(ix):
    page = page_of(ix, "квазар", areas=frozenset({"transport"}), agencies=frozenset({"gone"}))
    (area,), (agency,) = page.facets["area"], page.facets["agency"]
    assert (area.value, area.count, area.chosen) == ("transport", 0, True)
    assert (agency.value, agency.count, agency.chosen) == ("gone", 0, True)


def test_an_excluded_value_shuts_its_passages_out_and_stays_at_zero(ix):
    every = page_of(ix)
    some = page_of(ix, excluded=frozenset({("area", "transport")}))
    (left,) = [each for each in some.facets["area"] if each.excluded]
    (count,) = [each.count for each in every.facets["area"] if each.value == "transport"]
    assert (left.value, left.count, left.chosen) == ("transport", 0, False)
    assert some.totals.passages == every.totals.passages - count
    assert not any(score.area == "transport" for hit in some.hits for score in hit.passage.areas)


@pytest.mark.parametrize("shut", [("area", "transport"), ("lang", "kk"), ("agency", "gone")])
def test_counts_are_what_links_show_whatever_is_excluded(ix, shut):
    wanted = SearchRequest(excluded=frozenset({shut}))
    for facet in EXCLUDED.values():
        for value in search(ix, wanted, name).facets[facet]:
            if not value.excluded:
                chosen = search(ix, wanted.with_value(facet, value.value), name)
                assert chosen.totals.passages == value.count


def test_a_chosen_period_stays_at_zero(ix):
    march = PartialDate(2031, 3)
    (year, *_) = page_of(ix, "дорога", since=march, until=march).facets["date"]
    (month,) = year.months
    assert (year.value, year.count, year.chosen) == ("2031", 0, False)
    assert (month.value, month.count, month.chosen) == ("2031-03", 0, True)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("per_page", [1, 2, 4, 100])
def test_pages_follow_one_another_without_gaps(ix, sort, per_page):
    wanted = SearchRequest("дороги OR школа", sort=sort, per_page=per_page)
    first = search(ix, wanted, name)
    hits = [
        (hit.passage.document, hit.passage.ordinal)
        for number in range(1, first.pages + 1)
        for hit in search(ix, wanted.turned_to(number), name).hits
    ]
    assert len(hits) == len(set(hits)) == first.totals.passages
    whole = SearchRequest("дороги OR школа", sort=sort, per_page=100)
    assert hits == [
        (hit.passage.document, hit.passage.ordinal) for hit in search(ix, whole, name).hits
    ]


@pytest.mark.parametrize("number", [8, 10_000, 999_999_999])
def test_a_page_beyond_the_last_is_empty_with_the_right_totals(ix, number):
    page = page_of(ix, "дороги", page=number, per_page=1)
    assert page.hits == ()
    assert (page.totals.passages, page.pages, page.page) == (6, 6, number)


def test_sorting_by_date_puts_undated_texts_last(ix):
    for sort, first in (("newest", "roads"), ("oldest", "older")):
        documents = [hit.document.id for hit in page_of(ix, sort=sort).hits]
        assert (documents[0], documents[-1]) == (first, "undated")


def test_a_hit_shows_its_words_marked_in_text_and_title(ix):
    (hit,) = page_of(ix, "порт дорогами").hits
    assert in_brackets(hit.snippet) == "Новые [дороги] свяжут регионы с [портами]."
    assert in_brackets(hit.title) == "О [дорогах]"
    assert hit.score > 0
    assert hit.document.source == "Вестник"
    assert hit.passage.areas[0].area == "transport"


def test_a_snippet_is_html_that_says_what_the_text_says(ix):
    (hit,) = page_of(ix, "построить мост год").hits
    assert "&lt;<mark>" not in hit.snippet
    assert "«школы &lt;будущего&gt;»" in hit.snippet


def test_the_page_says_how_the_query_was_read(ix):
    page = page_of(ix, "дорога (ИЛИ мост")
    assert page.text == "дорога (ИЛИ мост"
    assert page.read_as == "дорога OR мост"
    assert page.canonical == "дорога OR мост"
    assert [note.code for note in page.notes] == ["stray-bracket"]


def test_what_is_asked_in_words_and_chosen_in_a_facet_agree(ix):
    assert found(ix, "area:budget") == found(ix, areas=frozenset({"budget"}))
    july = PartialDate(2025, 7)
    assert found(ix, "date:2025-07") == found(ix, since=july, until=july)


HOSTILE = {
    "brackets": "(" * 3000 + "дорога" + ")" * 3000,
    "nested": "-(" * 500 + "дорога" + ")" * 500,
    "stars": "*дорога* " * 300,
    "prefixes": " ".join(f"дор{n}*" for n in range(300)),
    "letters": "а" * 100_000,
    "words": " OR ".join(f"слово{n}" for n in range(500)),
    "signs": "\x00☃",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_gets_a_page(ix, text):
    assert page_of(ix, text).pages >= 0
