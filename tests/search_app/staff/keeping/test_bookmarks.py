"""Bookmarks through the whole site: kept in one click, told apart, told what is new."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import sqlalchemy as sa

from index.search.request import SearchRequest
from search_app.staff.keeping.bookmarks import Bookmark, Look

SEARCH = "/search?q=искусственный интеллект&from=-5y"


def keep(visitor, address=SEARCH):
    """Press the button of a results page; the bookmark's number."""
    visitor.get(address)
    kept = visitor.fill(action="/staff/bookmarks")
    visitor.follow(kept)
    return int(urlsplit(kept.location).path.rsplit("/", 1)[1])


def rows(visitor, address="/staff/bookmarks"):
    visitor.get(address)
    return [row.h2.a.get_text() for row in visitor.page.select(".kept")]


def act(visitor, number, what, **fields):
    """Press one of a bookmark's buttons in the list."""
    visitor.get("/staff/bookmarks")
    form = visitor.form(f"/staff/bookmarks/{number}/archive")
    if what != "archive":
        assert form.select(f'button[formaction="/staff/bookmarks/{number}/{what}"]')
        form["action"] = f"/staff/bookmarks/{number}/{what}"
    return visitor.fill(fields, action=form["action"])


def test_a_search_is_kept_in_one_click_with_a_title_in_words(signed_in):
    anna = signed_in()
    number = keep(anna, "/search?q=утечки данных&agency=mvd&from=2026-01&sort=newest&page=2")
    assert anna.text("h1") == "утечки данных · МВД · с января 2026"
    opened = anna.get(f"/staff/bookmarks/{number}/open", 303)
    asked = parse_qs(urlsplit(opened.location).query)
    assert asked == {
        "q": ["утечки данных"],
        "from": ["2026-01"],
        "agency": ["mvd"],
        "sort": ["newest"],
        "help": ["no"],
    }


def test_only_those_who_carry_a_session_see_the_button(visitor, signed_in):
    visitor.get(SEARCH)
    assert not visitor.page.select("form.keep")
    anna = signed_in()
    answer = anna.get(SEARCH)
    assert anna.page.select("form.keep")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_seen_before_signing_in_is_not_shown_again_after(visitor, signed_in):
    tag = visitor.get(SEARCH).headers["ETag"]
    anna = signed_in()
    anna.get(SEARCH, headers={"If-None-Match": tag})
    assert anna.page.select("form.keep")


def test_the_public_site_does_not_open_the_database(staff_app, visitor, monkeypatch):
    def refuse(*_):
        raise AssertionError("the database was opened")

    monkeypatch.setattr("search_app.staff.database.Store._opened", refuse)
    visitor.get(SEARCH)
    client = staff_app.test_client()
    client.set_cookie("staff", "a cookie of a session that nobody knows")
    assert client.get(SEARCH).status_code == 200


def test_whose_session_has_ended_comes_back_to_the_search(staff_app, signed_in):
    anna = signed_in()
    anna.get(SEARCH)
    anna.client.set_cookie("staff", "ended")
    answer = anna.fill(action="/staff/bookmarks")
    assert answer.location.startswith("/staff/sign-in?next=/search")


def test_a_rolling_date_stays_rolling(signed_in):
    anna = signed_in()
    number = keep(anna, "/search?q=школы&from=-30d")
    assert anna.text("h1") == "школы · за последние 30 дней"
    assert "from=-30d" in anna.get(f"/staff/bookmarks/{number}/open", 303).location


def test_what_was_mended_is_kept_mended(signed_in):
    anna = signed_in()
    keep(anna, "/search?q=исскуственный")
    assert anna.text("h1") == "искусственный"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("(школа OR", "Рядом с оператором нет слов"),
        ('исскуственный "интеллект', "Кавычка без пары"),
    ],
)
def test_what_was_typed_is_kept_beside_how_it_was_read(signed_in, typed, reason):
    anna, boris = signed_in(), signed_in("boris")
    number = keep(anna, "/search?" + urlencode({"q": typed}))
    anna.fill({"visibility": "team"}, action=f"/staff/bookmarks/{number}")
    for visitor, address in (
        (anna, f"/staff/bookmarks/{number}"),
        (anna, "/staff/bookmarks"),
        (boris, "/staff/bookmarks?whose=team"),
    ):
        visitor.get(address)
        assert f"Набрано: «{typed}». Прочитано: «" in visitor.text()
        said = [each.get_text() for each in visitor.page.select(".caution.warned")]
        assert any(reason in each for each in said)
    visitor.follow(visitor.fill(action=f"/staff/bookmarks/{number}/copy"))
    assert f"Набрано: «{typed}»" in visitor.text()


def test_what_was_read_as_it_stands_is_said_once(signed_in):
    keep(anna := signed_in(), "/search?q=школы")
    assert "Набрано" not in anna.text()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=ШКОЛЫ", ["школы"]),
        ("q=зачем", ["закон"]),
        ("q=зачем школы", []),
        ("q=квартал", ["закон"]),  # of its folder
        ("q=всё", ["закон"]),
        ("q=%D0%B2%D1%81%D0%B5&folder=квартал", ["закон"]),
        ("q=mvd", ["утечки · МВД"]),
        ("q=100%25", []),  # no sign has a meaning of its own
    ],
)
def test_a_list_is_searched(signed_in, asked, found):
    anna = signed_in()
    keep(anna, "/search?q=школы")
    keep(anna, "/search?q=утечки&agency=mvd")
    number = keep(anna, "/search?q=закон")
    said = {"note": "Зачем: для отчёта, всё", "folder": "квартал"}
    anna.fill(said, action=f"/staff/bookmarks/{number}")
    assert rows(anna, f"/staff/bookmarks?{asked}") == found


def test_a_long_list_has_pages_and_a_box_that_keeps_its_filters(signed_in, store):
    anna = signed_in()
    keep(anna, "/search?q=школы")
    assert not anna.page.select("form.ask input[name=q][value]")
    with store.transaction() as session:
        one = session.scalars(sa.select(Bookmark)).one()
        for place in range(1, 120):
            fields = {"query": f"q=закон {place}&help=no", "matter": "x", "revision": 1}
            session.add(
                Bookmark(
                    account_id=one.account_id,
                    title=f"закон {place}",
                    place=place,
                    folder="бюро" if place % 2 else "",
                    **fields,
                )
            )
    seen = [rows(anna, f"/staff/bookmarks?page={page}") for page in (1, 2, 3)]
    assert [len(page) for page in seen] == [50, 50, 20]
    assert len({title for page in seen for title in page}) == 120
    assert seen == [rows(anna, f"/staff/bookmarks?page={page}") for page in (0, 2, 99)]
    assert len(rows(anna, "/staff/bookmarks?folder=бюро&q=закон")) == 50
    onward = anna.page.select_one("nav.turns a[rel=next]")["href"]
    assert len(rows(anna, onward)) == 10
    assert {title.split()[0] for title in rows(anna, onward)} == {"закон"}
    box = anna.page.select_one("main form.ask")
    assert box.select_one("input[name=folder]")["value"] == "бюро"
    anna.get("/staff/bookmarks?page=x", 400)


def test_everything_about_a_bookmark_can_be_written(signed_in):
    anna = signed_in()
    number = keep(anna)
    written = {
        "title": " ИИ\r\nв школах ",
        "note": "Для доклада <b>министра</b>",
        "folder": "Доклады",
        "tags": "#школы, ИИ, школы,",
        "visibility": "team",
    }
    anna.get(f"/staff/bookmarks/{number}")
    anna.follow(anna.fill(written, action=f"/staff/bookmarks/{number}"))
    assert anna.text("h1") == "ИИ в школах"
    assert rows(anna, "/staff/bookmarks?folder=Доклады&tag=школы") == ["ИИ в школах"]
    assert "<b>" not in str(anna.page.select_one(".why")).replace('<p class="why">', "")
    assert rows(anna, "/staff/bookmarks?tag=нет") == []


def test_a_bookmark_needs_a_title(signed_in):
    anna = signed_in()
    number = keep(anna)
    anna.fill({"title": "  "}, action=f"/staff/bookmarks/{number}", status=422)
    assert "Заполните это поле." in anna.text()


def test_new_ones_stand_first_and_can_be_moved(signed_in):
    anna = signed_in()
    numbers = [keep(anna, f"/search?q={word}") for word in ("школы", "закон", "врачи")]
    assert rows(anna) == ["врачи", "закон", "школы"]
    act(anna, numbers[0], "move", direction="top")
    assert rows(anna) == ["школы", "врачи", "закон"]
    act(anna, numbers[0], "move", direction="down")
    assert rows(anna) == ["врачи", "школы", "закон"]


def test_a_deleted_bookmark_can_be_taken_back_at_once(signed_in):
    anna = signed_in()
    number = keep(anna)
    anna.follow(act(anna, number, "delete"))
    assert anna.page.select(".kept") == []
    assert "Удалено" in anna.text()
    anna.fill(action=f"/staff/bookmarks/{number}/restore")
    assert len(rows(anna)) == 1


def test_an_archived_bookmark_is_out_of_the_way(signed_in):
    anna = signed_in()
    number = keep(anna)
    act(anna, number, "archive")
    assert rows(anna) == []
    assert len(rows(anna, "/staff/bookmarks?whose=archived")) == 1


def test_a_second_one_that_finds_the_same_is_pointed_out(signed_in):
    anna = signed_in()
    first = keep(anna, "/search?q=школы интернет")
    keep(anna, "/search?q=школы AND интернет&sort=newest")
    assert "То же самое находят: школы интернет" in anna.text()
    assert anna.page.select(f'main a[href="/staff/bookmarks/{first}"]')


@pytest.mark.parametrize("what", ["", "/open"])
def test_of_another_ones_private_bookmark_nobody_learns(signed_in, what):
    number = keep(signed_in("anna"))
    boris = signed_in("boris", "administrator")
    said = []
    for each in (number, number + 999, 10**30):
        answer = boris.get(f"/staff/bookmarks/{each}{what}", 404)
        said.append((boris.text(), dict(answer.headers).keys()))
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize(
    "what", ["", "/move", "/archive", "/delete", "/restore", "/copy", "/alerts"]
)
def test_nobody_changes_another_ones_bookmark(signed_in, what):
    anna = signed_in("anna")
    number = keep(anna)
    boris = signed_in("boris")
    mine = keep(boris)
    boris.get(f"/staff/bookmarks/{mine}")
    token = boris.page.select_one("input[name=csrf_token]")["value"]
    sent = {
        "csrf_token": token, "direction": "up", "title": "чужое", "visibility": "public",
        "frequency": "daily",
    }  # fmt: skip
    answer = boris.client.post(f"/staff/bookmarks/{number}{what}", data=sent)
    assert answer.status_code == 404
    assert rows(anna) == [anna.page.select_one(".kept h2 a").get_text()]


def test_without_the_forms_token_nothing_is_kept(signed_in, store):
    anna = signed_in()
    anna.get(SEARCH)
    assert anna.client.post("/staff/bookmarks", data={"query": "q=a"}).status_code == 400
    with store.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Bookmark)) == 0


def test_colleagues_read_what_is_shared_with_them(signed_in):
    anna, boris = signed_in("anna"), signed_in("boris")
    number = keep(anna, "/search?q=школы")
    anna.fill({"visibility": "team"}, action=f"/staff/bookmarks/{number}")
    assert rows(boris, "/staff/bookmarks?whose=team") == ["школы"]
    assert "anna" in boris.text(".kept")
    boris.get(f"/staff/bookmarks/{number}")
    assert not boris.page.select("input[name=title]")
    boris.follow(boris.fill(action=f"/staff/bookmarks/{number}/copy"))
    assert rows(boris) == ["школы"]
    anna.get(f"/staff/bookmarks/{number}")
    anna.fill({"visibility": "private"}, action=f"/staff/bookmarks/{number}")
    assert rows(boris, "/staff/bookmarks?whose=team") == []
    boris.get(f"/staff/bookmarks/{number}", 404)


def test_a_public_address_is_for_everybody_until_it_is_taken_back(signed_in, visitor):
    anna = signed_in("anna")
    number = keep(anna, "/search?q=школы")
    anna.follow(anna.fill({"visibility": "public"}, action=f"/staff/bookmarks/{number}"))
    address = urlsplit(anna.page.select_one("#public")["value"]).path
    answer = visitor.get(address)
    assert visitor.text("h1") == "школы"
    assert visitor.page.select(".hit mark")
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "anna@" not in answer.text
    anna.fill({"visibility": "private"}, action=f"/staff/bookmarks/{number}")
    visitor.get(address, 404)
    visitor.get("/staff/shared/" + "x" * 43, 404)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("q=agency:abolished школы", "abolished"),
        ("agency=abolished&help=no", "Ведомства «abolished» в таблице больше нет"),
        ("area=nowhere", "Области «nowhere» в таблице больше нет"),
        ("agency=mcriap", "реорганизовано"),
        ("sort=best&q=школы", "больше не прочитать"),
        ("q=(школы", "Скобка без пары"),
    ],
)
def test_what_is_the_matter_is_said_and_the_bookmark_stays(signed_in, store, query, reason):
    anna = signed_in()
    number = keep(anna)
    with store.transaction() as session:
        session.get(Bookmark, number).query = query
    anna.get("/staff/bookmarks")
    assert reason in anna.text(".kept .caution")
    anna.get(f"/staff/bookmarks/{number}")
    anna.get(f"/staff/bookmarks/{number}/open", 303)


def test_opening_is_looking(signed_in, store):
    anna = signed_in()
    keep(anna, "/search?q=интеллект")
    with store.transaction() as session:
        look = session.scalars(sa.select(Look)).one()
        look.revision = 3  # as if most of the documents had come in since
    anna.get("/staff/bookmarks")
    new = int(anna.page.select_one(".fresh").get_text().split()[-1])
    opened = anna.get(anna.page.select_one(".fresh")["href"], 303)
    anna.follow(opened)
    assert f"{new} фрагмент" in anna.text("h1")
    anna.get("/staff/bookmarks")
    assert not anna.page.select(".fresh")


def test_all_can_be_marked_as_seen(signed_in, store):
    anna = signed_in()
    keep(anna, "/search?q=интеллект")
    with store.transaction() as session:
        session.scalars(sa.select(Look)).one().revision = 3
    assert rows(anna, "/staff/bookmarks?new=1")
    anna.fill(action="/staff/bookmarks/seen")
    assert rows(anna, "/staff/bookmarks?new=1") == []


def test_the_count_is_what_the_page_shows(signed_in):
    anna = signed_in()
    number = keep(anna, "/search?q=школы&area=ai-education&instruction=1&role=instructed")
    anna.get("/staff/bookmarks")
    said = anna.text(".about span")
    anna.follow(anna.get(f"/staff/bookmarks/{number}/open", 303))
    assert said in anna.text("h1")


def test_without_filters_a_title_still_says_something(signed_in):
    keep(anna := signed_in(), "/search")
    assert anna.text("h1") == "Все фрагменты"
    assert SearchRequest().to_query_string() == ""


def test_deleted_ones_are_forgotten_after_a_month(signed_in, store):
    anna = signed_in()
    old, other = keep(anna, "/search?q=школы"), keep(anna, "/search?q=закон")
    act(anna, old, "delete")
    with store.transaction() as session:
        gone = session.get(Bookmark, old)
        gone.deleted_at = gone.deleted_at.replace(year=2020)
    act(anna, other, "delete")
    with store.reading() as session:
        assert session.scalars(sa.select(Bookmark.id)).all() == [other]
