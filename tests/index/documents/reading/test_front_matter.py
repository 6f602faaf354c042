import pytest

from index.documents.dates import PartialDate

WHOLE = """---
title: "Школы: новый дневник"
date: 2025
published: 2025-07
event: diary-2025
event_title: no
language: ru
source: Наш вестник
url: https://example.org/d?id=1
notes: >
  Две
  строки
kind: digest
---

Первый.

Второй.
"""


def test_every_key_is_read_and_dates_stay_partial(read):
    (document,) = read(WHOLE)
    assert document.title == "Школы: новый дневник"
    assert (document.date, document.published) == (PartialDate(2025), PartialDate(2025, 7))
    assert (document.event, document.event_title) == ("diary-2025", "no")
    assert (document.language, document.source) == ("ru", "Наш вестник")
    assert (document.url, document.kind) == ("https://example.org/d?id=1", "digest")
    assert document.notes == "Две строки"
    assert document.paragraphs == ("Первый.", "Второй.")
    assert (document.id, document.title_derived) == ("report", False)


def test_id_may_be_given(read):
    (document,) = read("---\nid: my-own\n---\nТекст.")
    assert document.id == "my-own"


def test_rule_in_the_text_is_text(read):
    (document,) = read("---\ntitle: А\n---\nТекст.\n\n---\n\nКонец.")
    assert document.paragraphs == ("Текст.", "---", "Конец.")


def test_front_matter_may_be_empty(read):
    (document,) = read("---\n---\nТекст.")
    assert document.title == "Текст"


@pytest.mark.parametrize(
    ("header", "complaint"),
    [
        ("title: А\nauthor: Б", "3: author: unknown key"),
        ("title: А\ntitle: Б", "3: title: given before on line 2"),
        ("title: А\ndate: 2025-02-30", "3: date: «2025-02-30» is not a date"),
        ("language: de", "2: language: «de» is not among"),
        (
            "title: А: б",
            '2: YAML: mapping values are not allowed here; put the value in quotes: title: "…"',
        ),
        (
            "title: А\n  kind: б: в",
            '3: YAML: mapping values are not allowed here; put the value in quotes: kind: "…"',
        ),
        ("title: [а", "3: YAML: "),
        ("title: А\nnotes: [а, б]", "3: notes: takes one text"),
        ("just words", "2: front matter takes lines"),
        ("? [a]\n: b", "2: a key is one word"),
        ("a: &a [*a]", "2: a: takes one text"),
        ("title: А\nnotes: \x01", "3: YAML: special characters"),
        ("notes: " + "[" * 5000, "2: YAML: nested too deeply"),
        ("id: а б", "2: id: «а б» is no id"),
        ("notes: " + "х" * 70_000, "1: front matter of over"),
    ],
)
def test_bad_front_matter_is_told_with_the_line_of_the_file(read, told, header, complaint):
    assert read(f"---\n{header}\n---\nТекст.") == []
    (line,) = told.lines
    assert line.startswith(complaint)


def test_front_matter_that_does_not_end_is_told(read, told):
    assert read("---\ntitle: А\n\nТекст.") == []
    assert told.lines == ["1: front matter is not closed by a line of ---"]


def test_front_matter_without_text_is_told(read, told):
    assert read("---\ntitle: А\n---\n\n") == []
    assert told.lines == ["1: no text"]
