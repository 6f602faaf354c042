"""Words that staff put into the lists beside the rules: each changes how a text is read."""

import shutil
from pathlib import Path

import pytest

from index.policy import TableError, load_tables
from index.policy.reading import HERE
from tests.index.policy.reading_aloud import annotated


def cases():
    listed = Path(__file__).with_name("words_of_tables.txt").read_text(encoding="utf-8")
    for line in listed.splitlines()[1:]:
        place, word, language, text = line.split(" | ", 3)
        yield (*place.split(), word, language, text)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Tables of their own with the words of all cases."""
    folder = tmp_path_factory.mktemp("tables")
    for path in HERE.glob("*.toml"):
        shutil.copy(path, folder)
    for file, table, key, word, *_ in cases():
        path = folder / f"{file}.toml"
        path.write_text(with_word(path.read_text(encoding="utf-8"), table, key, word))
    return load_tables(folder)


def with_word(text, table, key, word):
    """A TOML text with one more word in a list of a table, whether the list is there or not."""
    head, name, body = text.partition(f"\n[{table}]\n")
    assert name
    place = f"\n{body}".find(f"\n{key} = [", 0, f"{body}\n[".find("\n["))
    if place < 0:
        return f'{head}{name}{key} = ["{word}"]\n{body}'
    at = place + len(f"{key} = [")
    return f'{head}{name}{body[:at]}"{word}", {body[at:]}'


def read(text, language, tables=None):
    passages = annotated(*text.split(" | "), language=language, date="2025-05-05", tables=tables)
    return [(one.speaker, one.agencies, one.instructions) for one in passages]


@pytest.mark.parametrize(("file", "table", "key", "word", "language", "text"), list(cases()))
def test_a_word_put_into_a_list_changes_the_reading(tables, file, table, key, word, language, text):
    assert read(text, language) != read(text, language, tables)


def finders(folder):
    tables = load_tables(folder)
    return tables.instructions, tables.speakers


@pytest.mark.parametrize(
    ("file", "table", "key", "word", "said"),
    [
        ("duties", "denied.ru", "denials", "Отнюдь", "must be a word as it stands, in small"),
        ("duties", "scheduled.ru", "states", "обеща", "write «обеща*»"),
        ("duties", "deeds.ru", "neuter", "лось", "write «*лось»"),
        ("duties", "asides.ru", "wish", "пусть (", "«пусть (»"),
        ("duties", "asides.ru", "wishes", "пусть", "wishes: is not known here"),
        ("dates", "ru.beside", "pointing", "к (", "«к (»"),
        ("dates", "ru.adjectives", "centuries", "веков", "centuries: is not known here"),
        ("speech", "ru.beside", "many", "ли", "write «*ли»"),
        ("speech", "ru.talk", "press", "читател(", "«читател(»"),
        ("agencies", "beside", "regions", "област", "write «област*»"),
    ],
)
def test_a_slip_names_file_table_key_and_the_way_to_mend_it(tmp_path, file, table, key, word, said):
    for path in HERE.glob("*.toml"):
        shutil.copy(path, tmp_path)
    path = tmp_path / f"{file}.toml"
    path.write_text(with_word(path.read_text(encoding="utf-8"), table, key, word))
    with pytest.raises(TableError) as caught:
        finders(tmp_path)
    complaint = str(caught.value)
    assert complaint.startswith(f"{file}.toml: [{table}] {key}")
    assert said in complaint
