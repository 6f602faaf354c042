"""Tables that staff edit."""

import shutil

import pytest

from index.policy import TableError, fingerprint, load_tables
from index.policy.reading import HERE


@pytest.fixture
def folder(tmp_path):
    for path in HERE.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def spoiled(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        assert load_tables(folder).instructions
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "agencies.toml",
            'kind = "official"',
            'kind = "king"',
            "[agency president] kind: must be one of",
        ),
        (
            "agencies.toml",
            'parent = "president"',
            'parent = "nobody"',
            "parent: «nobody» is no agency",
        ),
        (
            "agencies.toml",
            'successor = "miicr"',
            'sucessor = "miicr"',
            "[agency mcriap] sucessor: is not known here",
        ),
        ("agencies.toml", '"2025-09-18"', '"18.09.2025"', "is not a day: write YYYY-MM-DD"),
        ("agencies.toml", "@foreign_before", "@elsewhere", "«@elsewhere» is no list of [guards]"),
        (
            "agencies.toml",
            'pattern = "ministry"',
            'pattern = "guild"',
            "«guild» is no table of [patterns]",
        ),
        (
            "agencies.toml",
            '["decree 997',
            '["ukase 997',
            "«ukase» must be one of decree, resolution",
        ),
        ("agencies.toml", '["decree 997 ', '["decree ', "write KIND NUMBER YYYY-MM-DD"),
        ("areas.toml", "decisive = [", "heavy = [", "heavy: is no weight"),
        ("areas.toml", 'list = "ai-2025"', 'list = "ai-1999"', "list: «ai-1999» is no [[list]]"),
        (
            "areas.toml",
            'narrows = ["data-cybersecurity", ',
            'narrows = ["x", ',
            "narrows: «x» is no area",
        ),
        ("areas.toml", 'agencies = ["mz"', 'agencies = ["x"', "agencies: «x» is no agency"),
        ("areas.toml", "[area.cues.kk]", "[area.cues.xx]", "xx: is no language"),
        ("dates.toml", 'name = "within"', 'name = "sometime"', "«sometime» is no rule"),
        ("dates.toml", "[ru]", "[ru", "dates.toml"),
    ],
)
def test_a_slip_is_named_by_file_table_and_key(folder, file, old, new, said):
    complaint = spoiled(folder, file, old, new)
    assert complaint.startswith(file)
    assert said in complaint


def test_an_id_is_given_once(folder):
    assert "is taken" in spoiled(folder, "agencies.toml", 'id = "akorda"', 'id = "president"')


def test_labels_are_in_the_readers_language():
    tables = load_tables()
    assert tables.label("area", "healthcare", "en") == "AI in healthcare"
    assert tables.label("agency", "national-bank", "kk") == "Қазақстан Республикасының Ұлттық Банкі"
    assert tables.label("agency", "long-gone", "ru") == "long-gone"


def test_predecessors_are_known():
    assert load_tables().predecessors("miicr") == ("mcriap",)


def test_the_fingerprint_is_stable():
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 64


@pytest.mark.parametrize("name", ["areas.toml", "leanings.tsv", "duties/clauses.py"])
def test_a_change_of_rules_or_tables_changes_the_fingerprint(tmp_path, name):
    folder = tmp_path / "policy"
    shutil.copytree(HERE, folder)
    assert fingerprint(folder) == fingerprint()
    with (folder / name).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    fingerprint.cache_clear()
    assert fingerprint(folder) != fingerprint()
