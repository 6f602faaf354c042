from dataclasses import replace

from index.documents.dates import PartialDate
from index.documents.document import (
    AreaScore,
    Document,
    Instruction,
    Mention,
    Passage,
    Speaker,
)
from index.search.page import Dates, FacetValue, Hit, Note, ReadWord, SearchPage, Suggestion, Totals
from index.search.request import SearchRequest
from search_app.formats import as_json
from search_app.presenters.occasion import Occasion, Version

TEXT = "Министерству поручено открыть школу до конца года."
DUTY = Instruction(
    "2025-x-1", TEXT, 0, 50, "new", ("moe",), ("government",), "до конца года", "2025-12-31"
)
PASSAGE = Passage(
    "2025 отчёт",
    2,
    1,
    TEXT,
    10,
    60,
    "ru",
    (),
    Speaker("president", "К. Токаев"),
    (Mention("moe", 0, 12, "instructed"), Mention("moe", 20, 30)),
    (AreaScore("education", 2.5, ("школа",)),),
    (DUTY,),
)
DOCUMENT = Document(
    "2025 отчёт",
    "О школах",
    (),
    PartialDate(2025, 8),
    None,
    "schools",
    "Совещание о школах",
    "ru",
    "Газета",
    "https://news.example/1",
    "digest",
)


def test_a_hit_has_the_keys_of_the_contract():
    hit = as_json.hit(Hit(DOCUMENT, PASSAGE, 1.25, "<mark>школу</mark>", "О <mark>школах</mark>"))
    assert hit == {
        "document": "2025 отчёт",
        "passage": 2,
        "paragraph": 1,
        "score": 1.25,
        "title": "О школах",
        "date": "2025-08",
        "published": None,
        "source": "Газета",
        "language": "ru",
        "languages": ["ru"],
        "kind": "digest",
        "event": "schools",
        "speaker": "president",
        "areas": ["education"],
        "agencies": ["moe"],
        "snippet": "<mark>школу</mark>",
        "text": TEXT,
        "url": "/documents/2025%20%D0%BE%D1%82%D1%87%D1%91%D1%82#p2",
    }


def test_a_search_has_the_keys_of_the_contract():
    year = FacetValue(
        "2025", "2025", 3, chosen=True, months=(FacetValue("2025-08", "", 1, chosen=False),)
    )
    page = SearchPage(
        "школу в 2025 году",
        SearchRequest("школу", since=PartialDate(2025)),
        "школу",
        "школу",
        (Note("stray-bracket", "("),),
        Totals(3, 2, 1),
        1,
        1,
        20,
        "relevance",
        (),
        {"kind": (FacetValue("digest", "изложение", 3, chosen=False),), "date": (year,)},
        suggestions=(Suggestion("kin", SearchRequest("школьник"), 1),),
        words=(ReadWord("школу", ("школа",), ("школы",), (), ("ru",)),),
        exactly="!школу",
        dates=Dates("в 2025 году", PartialDate(2025), None, 'школу в "2025" году'),
    )
    assert as_json.search_page(page, None, "ru") == {
        "query": {
            "text": "школу в 2025 году",
            "canonical": "школу",
            "read_as": "школу",
            "notes": [{"code": "stray-bracket", "words": "("}],
            "words": [
                {
                    "text": "школу",
                    "lemmas": ["школа"],
                    "forms": ["школы"],
                    "added": [],
                    "languages": ["ru"],
                }
            ],
            "exactly": "!школу",
            "dates": {
                "words": "в 2025 году",
                "since": "2025",
                "until": None,
                "as_words": 'школу в "2025" году',
            },
        },
        "applied": None,
        "suggestions": [
            {
                "reason": "kin",
                "text": "школьник",
                "url": "/search?q=%D1%88%D0%BA%D0%BE%D0%BB%D1%8C%D0%BD%D0%B8%D0%BA",
                "passages": 1,
            }
        ],
        "total": {"passages": 3, "documents": 2, "events": 1},
        "page": 1,
        "pages": 1,
        "per_page": 20,
        "sort": "relevance",
        "group": "",
        "groups": [],
        "hits": [],
        "facets": {
            "kind": [
                {
                    "value": "digest",
                    "label": "изложение",
                    "count": 3,
                    "chosen": False,
                    "excluded": False,
                }
            ],
            "date": [
                {
                    "value": "2025",
                    "count": 3,
                    "chosen": True,
                    "months": [{"value": "2025-08", "count": 1, "chosen": False}],
                }
            ],
        },
    }


def test_a_passage_carries_all_that_is_known_of_it():
    said = as_json.passage(PASSAGE)
    assert said["speaker"] == {"role": "president", "name": "К. Токаев"}
    assert said["areas"] == [{"id": "education", "score": 2.5, "evidence": ["школа"]}]
    assert said["agencies"] == [
        {"id": "moe", "role": "instructed", "start": 0, "end": 12},
        {"id": "moe", "role": "mentioned", "start": 20, "end": 30},
    ]
    assert said["instructions"] == [
        {
            "id": "2025-x-1",
            "text": TEXT,
            "start": 0,
            "end": 50,
            "agencies": ["moe"],
            "joint": ["government"],
            "deadline": "до конца года",
            "due": "2025-12-31",
            "kind": "new",
            "was": None,
        }
    ]


def test_a_document_names_its_event_and_the_other_versions():
    other = Document("2025-kk", "Мектептер", (), event="schools")
    versions = (Version(DOCUMENT, (PASSAGE,), "fullest"), Version(other, (), "account"))
    event = Occasion("schools", "Совещание о школах", PartialDate(2025, 8), versions)
    said = as_json.document(DOCUMENT, [PASSAGE], as_json.event(event, "ru"))
    assert said["event"] == {
        "id": "schools",
        "title": "Совещание о школах",
        "date": "2025-08",
        "versions": ["2025 отчёт", "2025-kk"],
    }
    assert said["passages"][0]["ordinal"] == 2


def test_a_document_that_stands_alone_is_its_own_event():
    alone = Document("alone", "О мостах", (), PartialDate(2025))
    assert as_json.document(alone, [])["event"] == {
        "id": "alone",
        "title": "О мостах",
        "date": "2025",
        "versions": ["alone"],
    }


def test_a_row_of_an_export_stands_alone():
    row = as_json.passage_row(DOCUMENT, PASSAGE)
    assert (row["document"], row["passage"], row["start"], row["end"]) == ("2025 отчёт", 2, 10, 60)
    assert row["title"] == "О школах"


def test_an_agency_that_no_word_names_stands_nowhere():
    by_hand = replace(PASSAGE, agencies=(Mention("moe", 0, 0, "instructed"), Mention("gov", 3, 9)))
    said = as_json.passage(by_hand)["agencies"]
    assert [(each["start"], each["end"]) for each in said] == [(None, None), (3, 9)]
