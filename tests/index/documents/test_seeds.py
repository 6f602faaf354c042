from pathlib import Path

import pytest

from index.documents.passages import cut, with_language
from index.documents.reading.readers import read_documents

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ORIGINALS = ROOT.parent / "shared" / "seeds"

absent = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the three original reports are not here"
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_a_digest_with_its_source(path, told, warned):
    (document,) = read_documents([path], told, warned)
    assert told == warned == []
    assert document.kind == "digest"
    assert document.url
    assert document.source
    assert not document.title_derived
    assert document.id == path.stem


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_in_the_language_it_says(path, told):
    (document,) = read_documents([path], told)
    counted = [passage.language for passage in cut(document)]
    assert max(set(counted), key=counted.count) == document.language


def test_seeds_have_no_id_twice(told):
    assert len(list(read_documents([ROOT / "seeds"], told))) == len(SEEDS)
    assert told == []


@absent
@pytest.mark.parametrize(
    ("number", "date", "paragraphs", "source", "language"),
    [
        ("000", "2025-08-11", 9, "Zakon.kz", "ru"),
        ("002", "2025-07", 11, "TRT на русском", "ru"),
        ("004", "2025-08-11", 33, "Kazinform", "bg"),
    ],
)
def test_original_report_is_read(number, date, paragraphs, source, language, told):
    (path,) = ORIGINALS.glob(f"{number}_*")
    (document,) = read_documents([path], told)
    assert (str(document.date), document.source) == (date, source)
    assert len(document.paragraphs) == paragraphs
    assert document.title_derived
    assert len(document.title) <= 120
    assert with_language(document, cut(document)).language == language


@absent
def test_original_of_an_earlier_forum_is_warned_of(told, warned):
    list(read_documents([ORIGINALS], told, warned))
    (line,) = warned.lines
    assert line.endswith("the date is 2025-07, but the text speaks of an event of 2023")


@absent
def test_russian_within_a_bulgarian_report_is_told_apart(told):
    (path,) = ORIGINALS.glob("004_*")
    (document,) = read_documents([path], told)
    mixed = [p for p in cut(document) if {s.language for s in p.sentences} == {"bg", "ru"}]
    assert [passage.language for passage in mixed] == ["bg"]
