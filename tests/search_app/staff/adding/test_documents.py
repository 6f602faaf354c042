"""Editors add documents: nothing is stored before they saw it, nothing acknowledged is lost."""

import io
import signal
import subprocess
import sys
import zipfile

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from index.documents.archiving.archive import Archive
from index.documents.document import Document
from index.documents.reading.found import Found
from index.indexing import Library
from search_app.config import Config
from search_app.staff.adding import importing
from search_app.staff.adding.drafts import Batch, Draft
from search_app.staff.audit import Entry

SPEECH = """---
id: schools
title: О школах
date: 2025-08-11
language: ru
---
Президент поручил Правительству до 1 декабря 2025 года подключить к интернету все школы.

Министр ответил, что верблюды уже везут кабель.
"""
KNOWN = Document("roads", "О дорогах", ("Дороги построят.",), language="ru")


@pytest.fixture
def data(tmp_path, where):
    """A site of one document, all its own."""
    folder = tmp_path / "site"
    with Archive.open(where) as archive:
        archive.put([Found(KNOWN)])
    Library(folder, archive=where).catch_up()
    return folder


@pytest.fixture
def work(data, where):
    """Do what waits in the background."""
    return lambda: importing.run(Config(data=data, database=where))


@pytest.fixture
def editor(signed_in):
    return signed_in("vera", "editor")


@pytest.fixture
def archive(where):
    with Archive.open(where) as opened:
        yield opened


def upload(visitor, *files, status=303):
    """Send files by the form of the page of documents."""
    visitor.get("/staff/documents")
    sent = [
        (io.BytesIO(data if isinstance(data, bytes) else data.encode()), name)
        for name, data in files
    ]
    return visitor.fill({"file": sent}, action="/staff/documents/upload", status=status)


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def begun(visitor, text=SPEECH, name="schools.md"):
    """A draft of a file; its page is the visitor's."""
    answer = upload(visitor, (name, text))
    visitor.follow(answer)
    return answer.location


def found(client, query):
    return client.get("/api/v1/search", query_string={"q": query}).json["total"]["passages"]


def log(store, action):
    with store.reading() as session:
        return session.scalars(sa.select(Entry).where(Entry.action == action)).all()


def test_a_reader_finds_no_page_of_documents(signed_in):
    reader = signed_in("anna", "reader")
    for address in ("/staff/documents", "/staff/documents/roads", "/staff/imports/1"):
        reader.get(address, 404)
    assert "Документы" not in reader.get("/staff/").text.split("</nav>")[-2]


def test_a_stranger_is_sent_to_sign_in(visitor):
    assert "/staff/sign-in" in visitor.get("/staff/documents", 303).location


def test_a_file_is_seen_before_it_is_stored(editor, archive):
    begun(editor)
    said = editor.text()
    for words in (
        "О школах",
        "подключить к интернету все школы",
        "1 декабря 2025",
        "Правительство",
    ):
        assert words in said
    assert archive.document("schools") is None
    assert found(editor.client, "верблюды") == 0


def test_published_it_is_in_the_archive_the_search_and_the_log(editor, archive, store):
    draft = begun(editor)
    editor.fill(action=f"{draft}/publish")
    assert archive.document("schools").title == "О школах"
    assert archive.revisions("schools")[0].author == "vera@staff.example"
    assert found(editor.client, "верблюды") == 1
    (entry,) = log(store, "document.publish")
    assert (entry.actor, entry.subject) == ("vera@staff.example", "document:schools")
    editor.get(draft, 404)


def test_pasted_text_becomes_a_draft_with_an_id_of_its_own(editor, archive):
    editor.get("/staff/documents")
    text = "date 2025-09-08 Верблюды получили паспорта. Так решил совет.\n\nВторой абзац."
    answer = editor.fill({"text": text}, action="/staff/documents/paste")
    editor.follow(answer)
    assert "8 сентября 2025" in editor.text()
    editor.fill(action=f"{answer.location}/publish")
    (name,) = set(archive.digests()) - {"roads"}
    assert name == "2025-09-08-verblyudy-poluchili-pasporta"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " "}, "Вставьте текст."),
        ({"text": "Слова.", "date": "вчера"}, "Дата — 2025, 2025-07 или 2025-07-31."),
        ({"text": "Слова.", "url": "javascript:x"}, "Адрес начинается с https"),
    ],
)
def test_what_cannot_be_pasted_is_told_and_not_lost(editor, fields, said):
    editor.get("/staff/documents")
    editor.fill(fields, action="/staff/documents/paste", status=400)
    assert said in editor.text()
    assert editor.page.select_one("#text").text == fields["text"]


def test_an_editor_changes_what_is_known_and_the_text(editor, archive):
    draft = begun(editor)
    editor.get(f"{draft}/edit")
    text = editor.page.select_one("#text").text
    changed = text.replace("верблюды", "кони")
    answer = editor.fill({"title": "О конях", "date": "2025-07", "text": changed})
    editor.follow(answer)
    editor.fill(action=f"{draft}/publish")
    known = archive.document("schools")
    assert (known.title, str(known.date)) == ("О конях", "2025-07")
    assert known.paragraphs[1] == "Министр ответил, что кони уже везут кабель."


def test_a_form_sent_back_as_it_was_changes_nothing(editor, store):
    draft = begun(editor)
    with store.reading() as session:
        before = session.scalars(sa.select(Draft.content)).one()
    editor.get(f"{draft}/edit")
    editor.fill()
    with store.reading() as session:
        assert session.scalars(sa.select(Draft.content)).one() == before


@pytest.mark.parametrize(
    ("field", "value"), [("date", "2025-13"), ("url", "x"), ("id", "о"), ("text", " \n ")]
)
def test_a_field_that_cannot_be_read_is_named(editor, field, value):
    draft = begun(editor)
    editor.get(f"{draft}/edit")
    editor.fill({field: value}, status=400)
    assert editor.page.select_one("[role=alert]")
    assert editor.page.select_one(f"#{field}").get("value", value) == value


def corrected(editor, draft, fields):
    editor.get(f"{draft}/passages/1")
    return editor.fill(fields)


def test_a_correction_wins_and_survives_a_rebuild(editor, data, where):
    draft = begun(editor)
    editor.get(f"{draft}/passages/1")
    editor.fill({"area": ["regulation"], "speaker": "president", "speaker_name": "Он сам"})
    editor.get(draft)
    assert "исправлено" in editor.text("#p1")
    editor.fill(action=f"{draft}/publish")
    for _ in range(2):
        hit = editor.client.get("/api/v1/documents/schools").json["passages"][0]
        assert [each["id"] for each in hit["areas"]] == ["regulation"]
        assert hit["speaker"] == {"role": "president", "name": "Он сам"}
        Library(data, archive=where).rebuild()


def test_an_instruction_is_corrected_by_form(editor):
    draft = begun(editor)
    editor.get(f"{draft}/passages/1")
    assert editor.page.select_one("#duty-0-due")["value"] == "2025-12-01"
    editor.fill({"duty-0-due": "2026-01-15", "duty-0-agency": ["government"]})
    editor.get(draft)
    assert "15 января 2026" in editor.text("#p1")
    editor.fill(action=f"{draft}/publish")
    (duty,) = editor.client.get("/api/v1/instructions?q=кабель OR школы").json["instructions"]
    assert duty["due"] == "2026-01-15"


def test_words_that_the_passage_does_not_have_are_refused(editor):
    draft = begun(editor)
    editor.get(f"{draft}/passages/2")
    editor.fill({"duty-0-text": "Построить мост"}, status=400)
    assert "слова должны стоять в фрагменте" in editor.text()


def test_a_form_of_a_passage_sent_back_decides_nothing(editor, store):
    draft = begun(editor)
    for ordinal in (1, 2):
        editor.get(f"{draft}/passages/{ordinal}")
        fields = {
            "area": [each["value"] for each in editor.page.select("[name=area][checked]")],
            "agency": [_chosen(each) for each in editor.page.select("[name=agency]")],
            "role": [_chosen(each) for each in editor.page.select("[name=role]")],
            "duty-0-agency": [
                each["value"] for each in editor.page.select("[name=duty-0-agency] [selected]")
            ],
        }
        editor.fill(fields)
    with store.reading() as session:
        assert session.scalars(sa.select(Draft.decided)).one() == {}


def _chosen(select):
    return (select.select_one("[selected]") or select.select_one("option"))["value"]


def test_a_correction_is_taken_back(editor, store):
    draft = begun(editor)
    corrected(editor, draft, {"area": ["regulation"]})
    editor.get(f"{draft}/passages/1")
    editor.fill(button=("reset", "1"))
    with store.reading() as session:
        assert session.scalars(sa.select(Draft.decided)).one() == {}


def test_another_editors_draft_answers_like_a_missing_one(editor, signed_in, work):
    draft = begun(editor)
    answer = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два."))
    work()
    other = signed_in("oleg", "administrator")
    other.get("/staff/documents")
    assert "О школах" not in other.text()
    addresses = (draft, f"{draft}/edit", f"{draft}/passages/1", answer.location)
    missing = other.get("/staff/drafts/999", 404).text
    for address in addresses:
        assert _without_address(other.get(address, 404).text) == _without_address(missing)
    other.get("/staff/documents")
    for action in ("publish", "discard"):
        token = other.page.select_one("[name=csrf_token]")["value"]
        for address in (draft, answer.location):
            sent = other.client.post(f"{address}/{action}", data={"csrf_token": token})
            assert sent.status_code == 404
    editor.get(draft)


def _without_address(page):
    return page[page.index("<main") : page.index("</main")]


@pytest.mark.parametrize(
    "address",
    ["/staff/documents/upload", "/staff/documents/paste", "/staff/documents/roads/withdraw"],
)
def test_nothing_is_taken_without_the_token_of_a_form(editor, address, archive):
    assert editor.client.post(address, data={"text": "Слова."}).status_code == 400
    assert archive.document("roads") is not None


def test_a_document_is_withdrawn_and_its_history_stays(editor, archive, store):
    editor.get("/staff/documents/roads")
    editor.fill(action="/staff/documents/roads/withdraw")
    assert archive.document("roads") is None
    assert found(editor.client, "дороги") == 0
    editor.get("/staff/documents/roads")
    assert "снят с публикации" in editor.text()
    assert len(log(store, "document.withdraw")) == 1
    editor.get("/staff/documents")
    assert "roads" in editor.text()


def test_an_earlier_version_comes_back(editor, archive, store):
    draft = changed(editor, "roads", "Дороги размыло.")
    editor.fill(action=f"{draft}/publish")
    assert found(editor.client, "размыло") == 1
    editor.get("/staff/documents/roads/revisions/1")
    editor.fill(action="/staff/documents/roads/revisions/1/restore")
    assert archive.document("roads") == KNOWN
    assert [each.change for each in archive.revisions("roads")] == ["added", "changed", "changed"]
    assert found(editor.client, "размыло") == 0
    assert len(log(store, "document.go-back")) == 1


def test_a_file_that_did_not_change_does_not_undo_what_an_editor_did(
    editor, archive, data, where, tmp_path
):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "bridge.txt").write_text("Мост закрыт.", "utf-8")
    Library(data, archive=where).add([folder], pytest.fail)
    draft = changed(editor, "bridge", "Мост открыт.")
    editor.fill(action=f"{draft}/publish")
    Library(data, archive=where).add([folder], pytest.fail)
    assert archive.document("bridge").paragraphs == ("Мост открыт.",)
    (folder / "bridge.txt").write_text("Мост снова закрыт.", "utf-8")
    Library(data, archive=where).add([folder], pytest.fail)
    assert archive.document("bridge").paragraphs == ("Мост снова закрыт.",)


def changed(editor, name, text):
    """A draft of a document with another text; its page is the editor's."""
    editor.get(f"/staff/documents/{name}")
    draft = editor.fill(action=f"/staff/documents/{name}/edit").location
    editor.get(f"{draft}/edit")
    editor.fill({"text": text})
    editor.get(draft)
    return draft


def test_a_stale_page_of_a_draft_publishes_nothing_that_was_not_on_it(editor, archive):
    draft = begun(editor)
    stale = editor.sent(action=f"{draft}/publish")
    editor.get(f"{draft}/edit")
    editor.fill({"text": "Кони уже везут кабель."})
    editor.page, editor.address = _post(editor, f"{draft}/publish", stale, 409), draft
    assert "Черновик изменился, посмотрите снова." in editor.text()
    assert archive.document("schools") is None
    corrected(editor, draft, {"area": ["regulation"]})
    editor.get(draft)
    editor.fill(action=f"{draft}/publish")
    assert archive.document("schools").paragraphs == ("Кони уже везут кабель.",)


def test_a_correction_makes_an_open_page_stale(editor, archive):
    draft = begun(editor)
    stale = editor.sent(action=f"{draft}/publish")
    corrected(editor, draft, {"area": ["regulation"]})
    _post(editor, f"{draft}/publish", stale, 409)
    assert archive.document("schools") is None


def test_a_number_that_was_deleted_is_never_given_again(editor, archive):
    draft = begun(editor)
    stale = editor.sent(action=f"{draft}/publish")
    editor.fill(action=f"{draft}/discard")
    assert begun(editor, "Совсем другой текст.", "other.txt") != draft
    _post(editor, f"{draft}/publish", stale, 404)
    assert set(archive.digests()) == {"roads"}


def test_a_stale_page_of_a_batch_publishes_nothing_that_was_not_on_it(editor, archive, work, store):
    batch = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два.")).location
    work()
    editor.get(batch)
    stale = editor.sent(action=f"{batch}/publish")
    draft = editor.page.select_one("#held ~ ul a")["href"]
    editor.get(f"{draft}/edit")
    editor.fill({"text": "Три."})
    editor.page, editor.address = _post(editor, f"{batch}/publish", stale, 409), batch
    assert "Черновик изменился, посмотрите снова." in editor.text()
    with store.reading() as session:
        assert session.scalars(sa.select(Batch.state)).one() == "read"
    editor.fill(action=f"{batch}/publish")
    work()
    assert len(archive.digests()) == 3


def test_the_number_of_a_deleted_batch_is_never_given_again(editor, work, archive):
    batch = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два.")).location
    work()
    editor.get(batch)
    stale = editor.sent(action=f"{batch}/publish")
    editor.fill(action=f"{batch}/discard")
    assert upload(editor, ("c.txt", "Раз."), ("d.txt", "Два.")).location != batch
    work()
    _post(editor, f"{batch}/publish", stale, 404)


def _post(visitor, address, sent, status):
    """Send a form as it was on a page that was left open."""
    answer = visitor.client.post(address, data=sent)
    assert answer.status_code == status
    return BeautifulSoup(answer.text, "lxml")


def test_what_a_version_changed_is_marked(editor):
    draft = changed(editor, "roads", "Дороги построят.\n\nПотом.")
    editor.fill(action=f"{draft}/publish")
    editor.get("/staff/documents/roads/revisions/2")
    assert editor.text("ins") == "Потом."
    assert editor.page.select_one("del") is None


def test_a_draft_of_an_older_version_does_not_overwrite_a_newer_one(editor, archive):
    draft = changed(editor, "roads", "Дороги размыло.")
    archive.put([Found(Document("roads", "О дорогах", ("Иначе.",), language="ru"))], "oleg")
    before = editor.sent(action=f"{draft}/publish")
    editor.page, editor.address = _post(editor, f"{draft}/publish", before, 409), draft
    assert "документ изменили: oleg" in editor.text("[role=alert]")
    assert archive.document("roads").paragraphs == ("Иначе.",)
    seen = editor.sent(action=f"{draft}/publish")
    editor.get(editor.page.select_one("[role=alert] a")["href"])
    assert editor.text("ins") == "Иначе."
    archive.put([Found(Document("roads", "О дорогах", ("Ещё иначе.",), language="ru"))], "oleg")
    _post(editor, f"{draft}/publish", seen, 409)  # only what was seen is replaced
    editor.get(draft)
    editor.fill(action=f"{draft}/publish")
    assert archive.document("roads").paragraphs == ("Дороги размыло.",)
    editor.get("/staff/documents/roads")
    assert [row.get_text() for row in editor.page.select(".history td:nth-child(4)")][:2] == [
        "vera@staff.example",
        "oleg",
    ]


def test_a_batch_tells_of_bad_files_and_publishes_the_good(editor, work, archive, store):
    files = {f"{n}.txt": f"Верблюд номер {n} прошёл мост." for n in range(30)}
    bad = {"bad.txt": b"\xff\xfe\x00", "empty.txt": b"", "../../evil.txt": "Из чужой папки."}
    location = upload(editor, ("all.zip", zipped(files | bad)), ("one.txt", "Ещё один.")).location
    editor.get(location)
    assert "читается" in editor.text("[role=status]")
    work()
    editor.get(location)
    assert "32 черновика" in editor.text()
    assert "bad.txt" in editor.text()
    assert "empty.txt" in editor.text()
    report = editor.client.get(f"{location}/report")
    assert report.text.count("\r\n") == 3
    assert "Access-Control-Allow-Origin" not in report.headers
    assert len(archive.digests()) == 1
    editor.fill(action=f"{location}/publish")
    work()
    editor.get(location)
    assert "опубликовано" in editor.text("[role=status]")
    assert len(archive.digests()) == 33
    assert found(editor.client, "верблюд") == 30
    assert len(log(store, "document.publish")) == 32


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", "not a docx", "Файл DOCX повреждён."),
        ("a.pdf", "%PDF-1.4", "PDF не читается"),
        ("A.PDF", "Слова.", "PDF не читается"),
        ("a.txt", "%PDF-1.4", "PDF не читается"),
        ("a.md", "---\ntitle: [а, б]\n---\nСлова.", "Поле title принимает один текст"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_complained_of(editor, work, name, content, said):
    upload(editor, (name, content), status=400)
    assert said in editor.text()
    location = upload(editor, ("all.zip", zipped({name: content, "b.txt": "Раз."}))).location
    work()
    editor.get(location)
    assert said in editor.text()
    assert "1 черновик" in editor.text()


def test_files_of_one_name_in_two_folders_are_two_documents(editor, work, archive):
    files = {"а/отчёт.txt": "Порт углубили.", "б/отчёт.txt": "Мост достроили.", "б/bad.txt": b""}
    for _ in range(2):  # sent again, they are the same two
        location = upload(editor, ("all.zip", zipped(files))).location
        work()
        editor.get(location)
        assert "2 черновика" in editor.text()
        assert "б/bad.txt" in editor.text()
        assert "б/bad.txt" in editor.client.get(f"{location}/report").text
        editor.fill(action=f"{location}/publish")
        work()
        assert len(archive.digests()) == 3


def test_a_draft_names_by_its_title_what_it_would_replace(editor):
    begun(editor, "Дороги размыло.", "roads.txt")
    assert "Станет новой редакцией документа «О дорогах» · roads" in editor.text()


def test_json_lines_of_several_documents_are_a_batch(editor, work):
    lines = (
        '{"id": "a", "text": "Раз."}\n{"id": "b", "text": "Два."}\n{"id": "a", "text": "Три."}\n{'
    )
    location = upload(editor, ("all.jsonl", lines)).location
    work()
    editor.get(location)
    assert "2 черновика" in editor.text()
    assert "2 замечания" in editor.text()


def bomb():
    return zipped({"zeros.txt": b"0" * (40 * 2**20)})


def nested():
    return zipped({"inner.zip": zipped({"a.txt": "Раз."})})


def many():
    return zipped({f"{n}.txt": "" for n in range(5_001)})


def torn():
    return zipped({"a.txt": "Раз."})[:40]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (bomb, "так сжимают, чтобы навредить"),
        (nested, "Архив в архиве"),
        (many, "больше 5000 файлов"),
        (torn, "Архив повреждён"),
    ],
)
def test_archives_are_distrusted(editor, work, store, data, made, said):
    location = upload(editor, ("x.zip", made())).location
    work()
    editor.get(location)
    assert said in editor.text()
    with store.reading() as session:
        assert session.scalars(sa.select(Draft)).all() == []
    assert not list((data / "uploads").glob("*/*"))


def test_a_name_is_only_shown_and_never_a_path(editor, work, tmp_path):
    name = "../../../<b>имя\u202e .txt"
    location = upload(editor, (name, "Раз."), ("b.txt", "Два.")).location
    assert (tmp_path / "site" / "uploads").stat().st_mode & 0o777 == 0o700
    work()
    editor.get(location)
    assert "<b>имя .txt" in editor.text()
    assert not list(tmp_path.rglob("*.txt"))


def test_only_uploads_may_be_large_and_only_an_editors(editor, signed_in, visitor):
    long = "слово " * 40_000
    editor.get("/staff/documents")
    editor.fill({"text": long}, action="/staff/documents/paste")
    token = {"csrf_token": "x", "text": long}
    assert editor.client.post("/staff/documents/roads/withdraw", data=token).status_code == 413
    reader = signed_in("anna", "reader")
    assert reader.client.post("/staff/documents/paste", data=token).status_code == 413
    assert visitor.client.post("/staff/documents/paste", data=token).status_code == 413


def test_a_batch_is_stopped_and_thrown_away(editor, work, store, data):
    location = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два.")).location
    editor.get(location)
    editor.fill(action=f"{location}/stop")
    work()
    editor.get(location)
    editor.fill(action=f"{location}/discard")
    editor.get(location, 404)
    with store.reading() as session:
        assert session.scalars(sa.select(Batch)).all() == []
    assert not list((data / "uploads").glob("*"))


def test_who_may_no_longer_edit_publishes_no_more(editor, work, store, archive):
    location = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два.")).location
    work()
    editor.get(location)
    editor.fill(action=f"{location}/publish")
    with store.transaction() as session:
        session.execute(sa.text("UPDATE accounts SET role = 'reader'"))
    work()
    assert len(archive.digests()) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from search_app.config import Config
from search_app.staff.adding import batch_reading, importing, publishing
left = int(sys.argv[4])
def counted(step):
    def done(*arguments):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments)
    return done
places = {"publish": publishing, "draft_of": batch_reading, "_followed": importing.Worker}
where = places[sys.argv[3]]
setattr(where, sys.argv[3], counted(getattr(where, sys.argv[3])))
importing.run(Config(data=Path(sys.argv[1]), database=sys.argv[2]))
"""


def killed(data, where, step, after):
    command = [sys.executable, "-c", KILLED, data, where, step, str(after)]
    done = subprocess.run(command, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.server
@pytest.mark.parametrize(("step", "after"), [("publish", 0), ("publish", 27), ("_followed", 0)])
def test_killed_while_publishing_nothing_is_lost_or_repeated(
    editor, work, data, where, archive, store, step, after
):
    files = {f"{n}.txt": f"Верблюд номер {n} прошёл мост." for n in range(45)}
    location = upload(editor, ("all.zip", zipped(files))).location
    work()
    editor.get(location)
    editor.fill(action=f"{location}/publish")
    killed(data, where, step, after)
    work()
    assert len(archive.digests()) == 46
    assert all(len(archive.revisions(name)) == 1 for name in archive.digests())
    assert len(log(store, "document.publish")) == 45
    assert found(editor.client, "верблюд") == 45
    assert Library(data, archive=where).troubles() == []


@pytest.mark.server
def test_killed_while_reading_each_file_becomes_one_draft(editor, work, data, where):
    files = {f"{n}.txt": f"Верблюд номер {n} прошёл мост." for n in range(12)}
    location = upload(editor, ("all.zip", zipped(files))).location
    killed(data, where, "draft_of", 7)
    work()
    editor.get(location)
    assert "12 черновиков" in editor.text()


@pytest.mark.server
def test_a_file_that_kills_its_reader_is_given_up(editor, work, data, where):
    location = upload(editor, ("a.txt", "Раз."), ("b.txt", "Два.")).location
    for after in (0, 0, 0):
        killed(data, where, "draft_of", after)
    work()
    editor.get(location)
    assert "трижды прервало" in editor.text()
    assert "1 черновик" in editor.text()


def test_killed_between_archive_and_index_the_next_change_follows(editor, archive, data, where):
    """The archive was written and the process died before the index was."""
    archive.put([Found(Document("bridges", "О мостах", ("Верблюд прошёл мост.",)))], "vera")
    draft = begun(editor)
    editor.fill(action=f"{draft}/publish")
    assert found(editor.client, "верблюд") == 2
    assert Library(data, archive=where).troubles() == []


def test_while_the_index_is_written_publishing_waits_for_nobody(editor, data, where, archive, work):
    draft = begun(editor)
    with Library(data, archive=where).changing():
        editor.follow(editor.fill(action=f"{draft}/publish"))
        assert "Поиск как раз пополняется" in editor.text()
        assert archive.document("schools") is not None
        editor.get("/documents/schools", 404)
    work()
    editor.get("/documents/schools")


def test_a_bookmark_is_taken_away_as_its_search_is(editor):
    editor.get("/search?q=дороги")
    answer = editor.client.post(
        "/staff/bookmarks",
        data={"query": "q=дороги", "csrf_token": _token(editor)},
    )
    editor.get("/staff/bookmarks")
    page = editor.page.select_one(".kept a")["href"].removesuffix("/open")
    assert answer.status_code == 303
    editor.get(page)
    offered = [link["href"] for link in editor.page.select(".forms a")]
    (book,) = (address for address in offered if address.startswith("/search.xlsx"))
    assert editor.client.get(book).status_code == 200


def _token(visitor):
    visitor.get("/staff/documents")
    return visitor.page.select_one("[name=csrf_token]")["value"]
