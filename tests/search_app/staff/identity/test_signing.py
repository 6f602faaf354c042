import pytest
import sqlalchemy as sa
from visitors import PASSWORD

from search_app.staff.identity.accounts import Account


def sign_in(visitor, name="anna", password=PASSWORD, status=303, **named):
    visitor.get("/staff/sign-in")
    return visitor.fill(
        {"email": f"{name}@staff.example", "password": password}, status=status, **named
    )


def test_the_desk_is_behind_the_door(visitor, person):
    person("anna")
    visitor.follow(visitor.get("/staff/", 303))
    answer = visitor.fill({"email": " Anna@Staff.example", "password": PASSWORD})
    assert answer.location == "/staff/"
    visitor.follow(answer)
    assert "Вы вошли как anna" in visitor.text()


def one_document(visitor):
    visitor.get("/documents")
    return visitor.page.select_one("main a[href^='/documents/']")["href"]


@pytest.mark.parametrize(("role", "offered"), [("reader", 0), ("editor", 1), ("administrator", 1)])
def test_a_document_offers_its_editors_to_edit_it(visitor, person, role, offered):
    person("anna", role)
    address = one_document(visitor)
    before = visitor.get(address)
    assert "/staff/documents/" not in before.text
    sign_in(visitor)
    answer = visitor.get(address, headers={"If-None-Match": before.headers["ETag"]})
    links = visitor.page.select("main a[href^='/staff/documents/']")
    assert len(links) == offered
    assert ("no-store" in answer.headers["Cache-Control"]) == bool(offered)
    if links:
        visitor.get("/staff/")
        visitor.fill(action="/staff/sign-out")
        visitor.get(address)
        assert not visitor.page.select("main a[href^='/staff/documents/']")


def test_a_cookie_that_says_editor_opens_nothing(visitor, person):
    person("anna", "reader")
    sign_in(visitor)
    visitor.client.set_cookie("staff-edits", "1")
    visitor.get(one_document(visitor))
    (link,) = visitor.page.select("main a[href^='/staff/documents/']")
    visitor.get(link["href"], 404)


def test_a_document_is_shown_to_its_editor_without_the_database(visitor, person, monkeypatch):
    person("anna", "editor")
    sign_in(visitor)
    address = one_document(visitor)

    def refuse(*_):
        raise AssertionError("the database was opened")

    monkeypatch.setattr("search_app.staff.database.Store._opened", refuse)
    visitor.get(address)
    assert visitor.page.select("main a[href^='/staff/documents/']")


def test_one_comes_back_to_the_page_one_asked_for(visitor, person):
    person("anna")
    visitor.follow(visitor.get("/kk/staff/me", 303))
    answer = visitor.fill({"email": "anna@staff.example", "password": PASSWORD})
    assert answer.location == "/kk/staff/me"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/\n/evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(visitor, person, elsewhere):
    person("anna")
    visitor.get("/staff/sign-in", query_string={"next": elsewhere})
    visitor.get("/staff/sign-in")
    answer = visitor.client.post(
        "/staff/sign-in",
        query_string={"next": elsewhere},
        data=visitor.sent({"email": "anna@staff.example", "password": PASSWORD}),
    )
    assert (answer.status_code, answer.location) == (303, "/staff/")


def test_strangers_and_wrong_passwords_get_the_same_answer(visitor, person):
    person("anna")
    person("nurlan", password=None)
    person("off", disabled_at=sa.func.now())
    pages = []
    for name, password in (("anna", "x"), ("nobody", PASSWORD), ("nurlan", ""), ("off", PASSWORD)):
        sign_in(visitor, name, password or "x", 401)
        pages.append(visitor.text())
    assert len(set(pages)) == 1
    assert "не подходят" in pages[0]


def test_a_form_without_its_token_does_nothing(visitor, person, store):
    person("anna")
    answer = visitor.client.post(
        "/staff/sign-in", data={"email": "anna@staff.example", "password": PASSWORD}
    )
    assert answer.status_code == 400
    assert "Форма устарела" in answer.text
    with store.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Account)) == 1


def test_signing_out_ends_the_session_in_the_table(signed_in, visitor):
    anna = signed_in()
    token = anna.client.get_cookie("staff").value
    anna.get("/staff/")
    answer = anna.fill(action="/staff/sign-out")
    assert answer.headers["Clear-Site-Data"]
    visitor.client.set_cookie("staff", token)
    visitor.get("/staff/", 303)


def test_the_desk_tells_of_refused_sign_ins_since_the_last(visitor, person, staff_app):
    person("anna")
    sign_in(visitor)
    visitor.get("/staff/")
    visitor.fill(action="/staff/sign-out")
    for _ in range(2):
        sign_in(visitor, password="wrong", status=401)  # noqa: S106 - meant
    sign_in(visitor)
    visitor.get("/staff/")
    assert "Прошлый вход:" in visitor.text()
    assert "С тех пор 2 раза войти под вашей почтой не удалось" in visitor.text()
