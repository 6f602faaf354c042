"""Words that staff put into ``duties.toml``: each changes how a text is read."""

import shutil

import pytest

from index.policy import load_tables
from index.policy.reading import HERE
from tests.index.policy.reading_aloud import annotated

CASES = [
    ("denied.ru", "denials", "отнюдь", "ru", "Токаев отнюдь поручил Минфину строить причал."),
    (
        "denied.en",
        "condition",
        "suppose",
        "en",
        "Suppose the Ministry of Finance must build a pier by May 30, said Tokayev.",
    ),
    (
        "pronouns.ru",
        "to_one",
        "оному",
        "ru",
        "Токаев напомнил о Минфине. Оному поручено построить причал.",
    ),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Tables of their own with the words of all cases."""
    folder = tmp_path_factory.mktemp("tables")
    for path in HERE.glob("*.toml"):
        shutil.copy(path, folder)
    path = folder / "duties.toml"
    text = path.read_text(encoding="utf-8")
    for table, key, word, *_ in CASES:
        text = with_word(text, table, key, word)
    path.write_text(text, encoding="utf-8")
    return load_tables(folder)


def with_word(text, table, key, word):
    """A TOML text with one more word in a list of a table, whether the list is there or not."""
    head, name, body = text.partition(f"\n[{table}]\n")
    assert name
    place = f"\n{body}".find(f"\n{key} = [", 0, body.find("\n["))
    if place < 0:
        return f'{head}{name}{key} = ["{word}"]\n{body}'
    at = place + len(f"{key} = [")
    return f'{head}{name}{body[:at]}"{word}", {body[at:]}'


def told(text, language, tables=None):
    passages = annotated(*text.split(" | "), language=language, date="2025-05-05", tables=tables)
    return [
        (one.kind, one.agencies, one.due) for passage in passages for one in passage.instructions
    ]


@pytest.mark.parametrize(("table", "key", "word", "language", "text"), CASES)
def test_a_word_put_into_a_list_changes_the_reading(tables, table, key, word, language, text):
    assert told(text, language) != told(text, language, tables)
