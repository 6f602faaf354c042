import pytest

from index.documents.dates import PartialDate

PAGE = """<?xml version="1.0"?><!DOCTYPE html>
<html lang="ru-RU"><head>
<title>Дневник в школах - Наш вестник</title>
<meta property="og:site_name" content="Наш вестник">
<meta property="article:published_time" content="2025-03-12T09:00:00+05:00">
<link rel="canonical" href="https://example.org/diary">
<style>p {color: red}</style></head>
<body>
<header><p>Подпишитесь на нас</p></header>
<nav><ul><li><a href="/">Главная</a></li></ul></nav>
<article>
<header><h1>Школы получат&nbsp;дневник</h1></header>
<p>Единый <b>дневник</b> появится
осенью<!-- весной -->.</p>
<script>alert(1)</script>
<h2>Что дальше</h2>
<p>Поручено:</p>
<ul><li>связать школы;</li><li>обучить <i>учителей</i>.<ol><li>летом</li></ol></li></ul>
<blockquote>Торопиться не будем.<br><br>Но успеем.</blockquote>
<table><tr><th>Школ</th><td>40</td></tr><tr><th>Классов</th><td>900</td></tr></table>
<ul class="links"><li><a href="/a">Читайте также: погода</a></li></ul>
<div class="social-share"><p>Поделиться</p></div>
<aside><p>Реклама</p></aside>
</article>
<footer><p>Все права защищены</p></footer>
</body></html>"""


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_page_gives_title_date_source_and_address(read):
    (document,) = read(PAGE)
    assert document.title == "Школы получат дневник"
    assert document.date == document.published == PartialDate(2025, 3, 12)
    assert (document.source, document.language) == ("Наш вестник", "ru")
    assert document.url == "https://example.org/diary"


def test_page_gives_the_paragraphs_of_the_article_only(read):
    (document,) = read(PAGE)
    assert document.paragraphs == (
        "Единый дневник появится осенью.",
        "Что дальше",
        "Поручено:",
        "• связать школы;\n• обучить учителей.\n1. летом",
        "Торопиться не будем.",
        "Но успеем.",
        "Школ | 40\nКлассов | 900",
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Т</title>", "<h1>З</h1><p>Текст.</p>", "З"),
        ("<meta property='og:title' content='О'>", "<h1>А</h1><h1>Б</h1><p>Текст.</p>", "О"),
        (
            "<title>Т | Сайт</title><meta property='og:site_name' content='Сайт'>",
            "<p>Текст.</p>",
            "Т",
        ),
        ("", "<p>Первая мысль. Вторая.</p>", "Первая мысль"),
    ],
)
def test_title_is_the_heading_or_what_stands_for_it(read, head, body, title):
    (document,) = read(page(body, head))
    assert document.title == title


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta name="date" content="2025-07">', "<p>Текст.</p>", "2025-07"),
        ('<meta name="date" content="12.03.2025">', "<p>Текст.</p>", "2025-03-12"),
        ("", '<p><time datetime="2025-03-12T10:00">12 марта</time> Текст.</p>', "2025-03-12"),
        ("", "<p>date 2025-07 Текст.</p>", "2025-07"),
        ("", "<p>12 марта 2025 года</p><p>Текст.</p>", "2025-03-12"),
        ('<meta name="date" content="вчера">', "<p>Текст.</p>", "None"),
    ],
)
def test_date_is_taken_where_it_stands(read, head, body, date):
    (document,) = read(page(body, head))
    assert str(document.date) == date


def test_impossible_date_is_told(read, told):
    assert read(page("<p>А</p>\n<p><time datetime='2025-02-30'>30</time> Текст.</p>")) == []
    assert told.lines[0].startswith("2: date: «2025-02-30» is not a date")


def test_loose_text_and_line_breaks_part_paragraphs(read):
    (document,) = read(page("Первый абзац.<br><br>Второй <a href='#'>абзац</a>.<div>Третий.</div>"))
    assert document.paragraphs == ("Первый абзац.", "Второй абзац.", "Третий.")


def test_table_that_lays_out_the_page_is_read_as_blocks(read):
    long = "Слово " * 60
    (document,) = read(
        page(f"<table><tr><td>Меню</td><td><p>{long}</p><p>Итог.</p></td></tr></table>")
    )
    assert document.paragraphs == ("Меню", long.strip(), "Итог.")


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
def test_declared_encoding_is_followed(read, encoding):
    (document,) = read(page("<p>Привет, мир.</p>", f'<meta charset="{encoding}">').encode(encoding))
    assert document.paragraphs == ("Привет, мир.",)


def test_utf8_wins_over_a_declaration_left_behind(read):
    (document,) = read(page("<p>Привет, мир.</p>", '<meta charset="windows-1251">'))
    assert document.paragraphs == ("Привет, мир.",)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (page("<p>\n\xff</p>").encode("latin-1"), "2: not UTF-8"),
        (page("<p>\xff</p>", "<meta charset='utf-7'>").encode("latin-1"), "1: not UTF-8"),
        (page("<p>\x98</p>", "<meta charset='cp1251'>").encode("latin-1"), "1: not cp1251"),
        (page("<p>а\0</p>").encode(), "1: NUL"),
        (page("<nav><p>Меню</p></nav>").encode(), "1: no text"),
        (b"<html>" + b"x" * 17_000_000, "1: a page of over 16777216 bytes"),
        (b"<html>" + b"<p>x" * 300_000, "1: a page of over 200000 tags"),
    ],
)
def test_page_that_cannot_be_read_is_told(read, told, data, complaint):
    assert read(data) == []
    (line,) = told.lines
    assert line.startswith(complaint)


def test_deep_nesting_does_no_harm(read, told):
    documents = read(page("<div>" * 20_000 + "<p>Текст.</p>"))
    assert len(documents) + len(told) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "http://["])
def test_address_that_is_none_is_left_out(read, address):
    (document,) = read(page("<p>Текст.</p>", f'<link rel="canonical" href="{address}">'))
    assert document.url == ""
