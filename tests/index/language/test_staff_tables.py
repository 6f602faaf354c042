import shutil
from pathlib import Path

import pytest

from index.language import derivation, overlay, staff_tables, synonyms, times
from index.tables import TableError

CACHED = (
    *(overlay.overlay, derivation._families, times.wordings),
    *(synonyms._groups, synonyms._by_first_term, synonyms._spellings),
)
HOME = Path(overlay.__file__).parent


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """A folder with copies of the tables, which the modules take for their own."""
    for path in HOME.glob("*.toml"):
        shutil.copy(path, tmp_path)
    for module in (overlay, derivation, synonyms, times):
        monkeypatch.setattr(module, "__file__", str(tmp_path / "module.py"))
    yield tmp_path
    monkeypatch.undo()
    for read in CACHED:
        read.cache_clear()


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("overlay.toml", "names = [", "overlay.toml: "),
        ("overlay.toml", "whole = 5", "overlay.toml: whole: "),
        ("overlay.toml", 'whole = "A"\nnames = [[]]', "overlay.toml: names: entry 1 "),
        ("overlay.toml", 'whole = "A"\nnames = ["Скляр"]', "overlay.toml: names: entry 1 "),
        ("overlay.toml", 'whole = "A"\nnames = [["Ия"], ["_"]]', "overlay.toml: names: "),
        ("overlay.toml", 'whole = "A"\n[fixed]\n"вели" = 7', "overlay.toml: [fixed] вели: "),
        ("overlay.toml", 'whole = "A"\n[short.ru]\n"г" = "год"', "overlay.toml: [short.ru] г: "),
        ("overlay.toml", 'whole = "A"\nname = []', "overlay.toml: name: "),
        ("synonyms.toml", 'same = [["ИИ", "AI"]', "synonyms.toml: "),
        ("synonyms.toml", 'same = ["ИИ", "AI"]', "synonyms.toml: same: entry 1 "),
        ("synonyms.toml", 'same = [["ИИ", "—"]]', "synonyms.toml: same: "),
        ("derivation.toml", "families = []", "derivation.toml: families: "),
        ("times.toml", "numbers = 5", "times.toml: "),
        ("times.toml", '[numbers]\n"два" = "два"', "times.toml: [numbers] два: "),
        ("times.toml", '[units]\nmonth = "месяц"', "times.toml: [units] month: "),
    ],
)
def test_a_slip_is_told_by_file_and_key(tables, file, text, told):
    (tables / file).write_text(text, "utf-8")
    for read in CACHED:
        read.cache_clear()
    with pytest.raises(TableError) as slip:
        staff_tables.load_tables()
    assert str(slip.value).startswith(told)
    assert "\n" not in str(slip.value)


def test_another_encoding_is_told(tables):
    (tables / "overlay.toml").write_bytes('whole = "ИИ"'.encode("cp1251"))
    overlay.overlay.cache_clear()
    with pytest.raises(TableError, match=r"^overlay\.toml: "):
        staff_tables.load_tables()
