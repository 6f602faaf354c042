import re

import pytest

from index.indexing import Library
from search_app import create_app
from search_app.config import Config

REPORT = """---
title: {title}
date: 2026-02-0{day}
language: ru
source: Наша газета
---

Президент осмотрел {what} и остался доволен.
"""


@pytest.fixture
def add(tmp_path):
    def put(name, **said):
        path = tmp_path / f"{name}.txt"
        path.write_text(REPORT.format(**said), "utf-8")
        Library(tmp_path / "data").add([path], pytest.fail)

    return put


def found(client, text):
    return client.get("/api/v1/search", query_string={"q": text}).json["total"]["passages"]


def test_a_running_site_sees_a_new_commit(add, tmp_path):
    add("first", title="О мостах", day=1, what="новый мост")
    client = create_app(Config(data=tmp_path / "data")).test_client()
    assert (found(client, "мост"), found(client, "вокзал")) == (1, 0)
    tag = client.get("/search").headers["ETag"]
    add("second", title="О вокзалах", day=2, what="старый вокзал")
    assert (found(client, "мост"), found(client, "вокзал")) == (1, 1)
    assert client.get("/search", headers={"If-None-Match": tag}).status_code == 200
    assert "О вокзалах" in client.get("/documents").text


def test_the_examples_of_the_help_are_counted_anew_after_a_commit(add, tmp_path):
    add("first", title="О школах", day=1, what="первый интеллект")
    client = create_app(Config(data=tmp_path / "data")).test_client()

    def counted():
        (shown,) = re.findall(r'кибер\*</a> <span class="num">(\d+)', client.get("/help").text)
        return int(shown)

    assert [counted(), counted()] == [0, 0]
    add("second", title="О защите", day=2, what="центр кибербезопасности")
    assert counted() == 1


def test_a_site_started_too_early_answers_once_there_is_an_index(add, tmp_path):
    client = create_app(Config(data=tmp_path / "data")).test_client()
    assert client.get("/").status_code == 503
    add("first", title="О мостах", day=1, what="новый мост")
    assert client.get("/").status_code == 200


def test_titles_and_texts_are_shown_as_text(add, tmp_path):
    add("markup", title="'<b>жирно</b> & <script>'", day=1, what="<img src=x onerror=y>")
    client = create_app(Config(data=tmp_path / "data")).test_client()
    for address in ("/", "/documents", "/documents/markup?q=жирно", "/search?q=осмотрел"):
        page = client.get(address).text
        assert "<b>" not in page
        assert "<img" not in page
        assert "<script>" not in page
