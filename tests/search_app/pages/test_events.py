"""Events: their versions side by side, and what a document leaves out."""

import json

import pytest
from bs4 import BeautifulSoup

from index.indexing import Library
from search_app import create_app
from search_app.cli import main
from search_app.config import Config

EVENT = "ai-meeting-2025-08-11"


def test_the_list_leads_to_events_of_several_texts(soup):
    links = soup("/events").select("a.title")
    assert f"/events/{EVENT}" in [link["href"] for link in links]
    for link in links[:3]:
        assert len(soup(link["href"]).select(".rows > li")) > 1


def test_an_event_is_of_the_day_that_most_of_its_texts_say(tmp_path):
    days = {"one": "2026-04-08", "two": "2026-04-08", "later": "2026-04-15"}
    for name, day in days.items():
        head = f"---\nid: {name}\ndate: {day}\nevent: roads\n---\n"
        (tmp_path / f"{name}.txt").write_text(
            f"{head}Дороги свяжут аулы, сказано в {name}.", "utf-8"
        )
    Library(tmp_path / "data").add([tmp_path / f"{name}.txt" for name in days], pytest.fail)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    for page in ("/events", "/events/roads"):
        time = BeautifulSoup(client.get(page).text, "html.parser").select_one("main time")
        assert time["datetime"] == "2026-04-08", page


def test_the_fullest_text_stands_first(soup, client):
    page = soup(f"/events/{EVENT}")
    names = [link["href"].rsplit("/", 1)[1] for link in page.select(".rows a.title")]
    sizes = [
        sum(len(each["text"]) for each in client.get(f"/api/v1/documents/{name}").json["passages"])
        for name in names
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert client.get(f"/api/v1/documents/{names[-1]}").json["event"]["versions"] == names


def test_every_passage_of_the_compared_texts_stands_in_the_table(soup, client):
    names = ["2025-08-11-ai-meeting-full-ru", "2025-08-11-ai-meeting-kk"]
    page = soup(f"/events/{EVENT}?version={names[0]}&version={names[1]}")
    links = [link["href"] for link in page.select("table.versions td a")]
    for name in names:
        passages = client.get(f"/api/v1/documents/{name}").json["passages"]
        mine = [link for link in links if f"/{name}#" in link]
        assert mine == [f"/documents/{name}#p{each['ordinal']}" for each in passages]


def test_the_same_words_in_another_language_stand_in_one_row(soup):
    page = soup(
        f"/events/{EVENT}?version=2025-08-11-ai-meeting-full-ru&version=2025-08-11-ai-meeting-kk"
    )
    both = [row for row in page.select("table.versions tbody tr") if not row.select(".silent")]
    assert any("Бектенов" in row.select("td")[0].text for row in both)
    assert all("QazTech" in row.text or "¶ 4" not in row.select("td")[1].text for row in both)


def test_the_id_of_a_document_leads_to_its_event(client):
    answer = client.get("/events/2025-08-11-ai-meeting-kk")
    assert (answer.status_code, answer.location) == (302, f"/events/{EVENT}")
    assert client.get("/events/nowhere").status_code == 404


def test_a_document_that_stands_alone_is_an_event_of_one(tmp_path):
    (tmp_path / "roads.txt").write_text("date 2025-05 Дороги свяжут аулы.", "utf-8")
    Library(tmp_path / "data").add([tmp_path / "roads.txt"], pytest.fail)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    event = client.get("/api/v1/documents/roads").json["event"]
    assert (event["id"], event["date"], event["versions"]) == ("roads", "2025-05", ["roads"])
    assert client.get("/events/roads").status_code == 200
    assert client.get("/api/v1/search?event=roads").json["total"]["passages"] == 1


def test_a_document_shows_what_only_other_texts_tell(soup):
    elsewhere = soup("/documents/2025-08-11-ai-meeting-kk").select(".elsewhere li a")
    assert elsewhere
    assert all("ai-meeting-kk" not in link["href"] for link in elsewhere)


def test_a_search_within_an_event_shows_its_documents_only(client):
    said = client.get(f"/api/v1/search?event={EVENT}&per_page=100").json
    assert {hit["event"] for hit in said["hits"]} == {EVENT}
    assert said["total"]["events"] == 1


def test_groups_of_an_answer_add_up(client):
    plain = client.get("/api/v1/search?q=интеллект").json["total"]
    for group, count in (("document", plain["documents"]), ("event", plain["events"])):
        said = client.get(f"/api/v1/search?q=интеллект&group={group}&per_page=100").json
        assert said["total"] == plain
        assert len(said["groups"]) == count
        assert sum(each["passages"] for each in said["groups"]) == plain["passages"]
        assert sum(each["shown"] for each in said["groups"]) == len(said["hits"])


def test_a_page_of_groups_leads_on(soup):
    page = soup("/search?q=интеллект&group=event&per_page=5")
    assert len(page.select(".groups > li")) == 5
    following = page.select_one(".turns a[rel=next]")["href"]
    assert "group=event" in following
    assert soup(following).select(".groups > li")


def test_one_click_leaves_the_presidents_words(tmp_path):
    quoted = "«Мы построим школы во всех аулах», — сказал Президент Касым-Жомарт Токаев."
    report = f"date 2025-05 Школы строят и в городах.\n\n{quoted}"
    (tmp_path / "schools.txt").write_text(report, "utf-8")
    Library(tmp_path / "data").add([tmp_path / "schools.txt"], pytest.fail)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    page = BeautifulSoup(client.get("/search?q=школа").text, "lxml")
    (link,) = (each for each in page.select(".quick a") if "Президента" in each.text)
    said = client.get("/api/v1" + link["href"]).json
    assert [hit["speaker"] for hit in said["hits"]] == ["president"]
    assert link.select_one(".num").text == "1"


def test_without_his_words_the_click_is_there_and_leads_nowhere(soup):
    (chip,) = (each for each in soup("/search?q=QazTech").select(".quick li") if "0" in each.text)
    assert "Президента" in chip.text
    assert chip.a is None


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_data_in_a_page_call_an_event_as_its_heading_does(client, soup, language):
    for each in client.get("/api/v1/events").json["events"]:
        page = soup(f"/{language}/events/{each['id']}" if language != "ru" else each["url"])
        (said,) = [
            json.loads(script.text) for script in page.select("[type='application/ld+json']")
        ]
        assert said["name"] == page.h1.text


@pytest.mark.parametrize(
    ("prefix", "lead", "day", "named"),
    [
        ("", "названо в документах", "один и тот же день", "совещание или встреча"),
        ("/kk", "құжаттарда аталған", "бір күн", "кеңес не кездесу"),
        ("/en", "documents name the event", "the same day", "meeting"),
    ],
)
def test_what_put_the_texts_together_is_told(soup, prefix, lead, day, named):
    told = soup(f"{prefix}/events/{EVENT}").select_one(".together")
    assert lead in told.select_one(".note").text
    first = told.select_one("dl")
    said = [each.text for each in first.select("dd")]
    assert said[:2] == [day, named]
    assert "ChatGPT" in said[2]
    assert len(told.select("dl")) == len(soup(f"/events/{EVENT}").select(".rows > li")) - 1


def test_texts_that_were_put_together_by_comparing_say_so(tmp_path):
    texts = {
        "full": "11 августа 2025 года Токаев провёл совещание по школам. Министр Оразбеков доложил "
        "о 417 школах и сети Steppe Link, которая свяжет 2,5 млн жителей.",
        "copy": "11 августа 2025 года Токаев провёл совещание по школам. Министр Оразбеков доложил "
        "о 417 школах и сети Steppe Link.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"---\ndate: 2025-08-11\n---\n{text}", "utf-8")
    Library(tmp_path / "data").add([tmp_path / f"{name}.txt" for name in texts], pytest.fail)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    told = BeautifulSoup(client.get("/events/copy").text, "lxml").select_one(".together")
    assert "сведены сравнением" in told.text
    lines = dict(
        zip(
            (each.text for each in told.select("dt")),
            (each.text for each in told.select("dd")),
            strict=True,
        )
    )
    assert lines["Числа"] == "417"
    assert lines["Фрагменты об одном и том же"] == "1"
    assert lines["Слово в слово"] == "100\u00a0%"


def test_an_event_of_one_text_needs_no_reason(tmp_path):
    (tmp_path / "lone.txt").write_text("---\ndate: 2025-08-11\n---\nДороги свяжут аулы.", "utf-8")
    Library(tmp_path / "data").add([tmp_path / "lone.txt"], pytest.fail)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    assert not BeautifulSoup(client.get("/events/lone").text, "lxml").select(".together")


@pytest.fixture
def renamed(tmp_path):
    """A site in which the event that was called «t-told» has another text by now and its id."""
    data = tmp_path / "data"
    said = [
        "Токаев поручил Правительству подключить 417 школ к интернету до 1 июля 2026 года.",
        "Дорога между двумя аулами длиной 214 километров построена за 19 месяцев.",
        "В совещании участвовали акимы 17 областей и руководители 12 компаний.",
    ]
    for name in ("t-told", "t-told-too", "c-told"):
        head = f"---\nid: {name}\ntitle: Совещание о дорогах и школах\ndate: 2026-04-08\n---\n"
        (tmp_path / f"{name}.txt").write_text(head + "\n\n".join(said), "utf-8")
    for names in (("t-told", "t-told-too"), ("c-told",)):
        Library(data).add([tmp_path / f"{name}.txt" for name in names], pytest.fail)
    return data


def test_a_kept_link_to_an_event_finds_it_under_its_new_name(renamed, capsys):
    client = create_app(Config(data=renamed)).test_client()
    assert client.get("/events/t-told").location == "/events/c-told"
    known, kept = (client.get(f"/api/v1/search?event={name}").json for name in ("c-told", "t-told"))
    assert known["total"]["documents"] == 3
    assert kept == known
    assert client.get("/api/v1/search?q=event:t-told").json["total"] == known["total"]
    duties = [client.get(f"/api/v1/instructions?event={n}").json for n in ("c-told", "t-told")]
    assert duties[0]["total"] == 1
    assert duties[0] == duties[1]
    for table in ("search.csv", "instructions.csv"):
        rows = [client.get(f"/{table}?event={n}").text.count("школ") for n in ("c-told", "t-told")]
        assert rows[0] == rows[1] > 1, table
    for page in ("search", "instructions"):
        shown = BeautifulSoup(client.get(f"/{page}?event=t-told").text, "lxml")
        assert "c-told" in shown.select_one(".chip.on").text, page
        assert not shown.select(".notes"), page
    assert main(["export", "--event", "t-told", "--data", str(renamed)]) == 0
    said = capsys.readouterr()
    assert (said.out.count("\n"), said.err) == (9, "")
