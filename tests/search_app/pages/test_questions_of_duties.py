"""Who must do it and by when: what a reader asks, and the words that answer, in the seeds."""

from urllib.parse import quote

import pytest

QUESTIONS = [
    ("кто отвечает за закон об ИИ и к какому сроку?", "Конкретные результаты он ждёт в октябре"),
    (
        "кто должен обеспечить информационную безопасность QazTech и до какого числа?",
        "До конца первого квартала 2026 года Правительство обязано",
    ),
    ("кому поручено показать примеры внедрения ИИ в производство?", "«Самрук-Казына» до конца"),
    ("до какого срока охватить сотовой связью областные центры?", "до конца 2025 года"),
    ("когда президенту представят ключевые решения по ИИ?", "в течение двух месяцев"),
    ("кому поручены правила распределения мощностей суперкомпьютера?", "суперкомпьютер"),
    ("who is responsible for the AI law and by when?", "expected in October"),
    ("до кога трябва да се осигури информационната сигурност на QazTech?", "До края на март 2026"),
    ("ЖИ туралы заңға кім жауапты және қашанға дейін?", "қазан айында"),
    ("Алатау туралы жеке заң қашанға дейін қабылданады?", "жарты жыл ішінде"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_one_of_the_first_passages_tells_who_and_when(client, question, answer):
    said = client.get(f"/api/v1/search?q={quote(question)}").json
    assert any(answer in hit["text"] for hit in said["hits"][:3])
    assert said["query"]["notes"][0]["code"] == "asks"


def test_an_answer_stands_first(client):
    firsts = [
        client.get(f"/api/v1/search?q={quote(each)}").json["hits"][0] for each, _ in QUESTIONS
    ]
    told = [answer in hit["text"] for hit, (_, answer) in zip(firsts, QUESTIONS, strict=True)]
    assert all(told)


@pytest.mark.parametrize(
    "question",
    [
        "кто должен построить школы",
        "когда заработает закон об ИИ",
        "когда будет готов Цифровой кодекс",
        "кому поручено чинить мосты сёл",
        "какое ведомство отвечает за утечки в больницах",
        "до какого числа подключат школы к интернету",
        "when is the AI law due",
        "who must do what for healthcare",
        "кім жауапты мектеп",
        "докога ще бъде готов Цифровият кодекс",
    ],
)
def test_no_change_is_told_of_words_that_did_not_change(client, question):
    said = client.get(f"/api/v1/search?q={quote(question)}").json
    assert said["query"]["notes"][0]["code"] == "asks"
    assert not said["applied"]
    assert "раскладке" not in client.get(f"/search?q={quote(question)}").text


def test_a_field_of_an_agency_tells_its_predecessors_as_the_filter_does(client):
    notes = [
        client.get(f"/api/v1/search?{asked}").json["query"]["notes"]
        for asked in ("q=agency:miicr", "agency=miicr")
    ]
    assert notes[0] == notes[1]
    assert notes[0][0]["code"] == "predecessors"
    assert "предшественниках" in client.get("/search?q=agency:miicr").text


def test_one_line_says_how_a_question_was_read(client):
    address = f"search?q={quote('кто отвечает за утечки данных?')}"
    codes = {note["code"] for note in client.get(f"/api/v1/{address}").json["query"]["notes"]}
    assert codes >= {"asks", "most-words-too"}  # a program is told both
    page = client.get(f"/{address}").text
    assert "Слова спрашивают, кто и когда (кто отвечает за)" in page
    assert "Все слова вопроса вместе" not in page


def test_other_words_that_find_less_than_is_shown_are_not_offered(client):
    said = client.get(f"/api/v1/search?q={quote('кто отвечает за утечки данных?')}").json
    assert not [each for each in said["suggestions"] if each["reason"] == "synonyms"]
    said = client.get(f"/api/v1/search?q={quote('утечки данных')}").json
    offered = next(each for each in said["suggestions"] if each["reason"] == "synonyms")
    assert offered["passages"] > said["total"]["passages"]


@pytest.mark.parametrize(
    ("prefix", "question", "said"),
    [
        (
            "",
            "кто отвечает за закон об ИИ и к какому сроку?",
            ("Поручение", "", "в октябре", "31 октября 2025"),
        ),
        (
            "/en",
            "who is responsible for the AI law and by when?",
            ("Instruction", "Government", "in October", "31 October 2025"),
        ),
        (
            "/kk",
            "кому поручены правила распределения мощностей суперкомпьютера?",
            ("Тапсырма", "Үкіметі", "", ""),
        ),
    ],
)
def test_the_first_hit_tells_whom_and_by_when(soup, prefix, question, said):
    charge = soup(f"{prefix}/search?q={quote(question)}").select_one(".hit .charge")
    assert all(part in charge.text for part in said)
    assert bool(charge.select_one("time")) == bool(said[-1])


def test_a_hit_that_orders_nothing_tells_no_charge(soup, client):
    shown = soup("/search?q=интеллект").select(".hits > li > .hit")
    said = client.get("/api/v1/search?q=интеллект").json["hits"]
    for card, hit in zip(shown, said, strict=True):
        document = client.get(f"/api/v1/documents/{hit['document']}").json
        duties = document["passages"][hit["passage"] - 1]["instructions"]
        told = any(duty["due"] or duty["agencies"] for duty in duties)
        assert bool(card.select(".charge")) == told
