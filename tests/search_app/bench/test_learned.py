"""Learning what words lean to."""

import numpy as np
import pytest

from index.policy import load_tables
from index.policy.leanings import BASE, read_leanings
from search_app.bench import learned
from search_app.bench.learned import Example

DOCUMENT = """Read so.

=== clinic | ru | 2026-02-03 | О больницах
--- indirect | mz! | healthcare
{new; mz; 2026-06-01|Минздраву поручено до 1 июня открыть палаты}.
"""


def example(word, *areas):
    return Example({BASE: 1.0, word: 1.0}, frozenset(areas))


def test_words_that_go_with_an_area_speak_for_it():
    examples = [example("палата", "healthcare")] * 9 + [example("школа", "ai-education")] * 9
    weights = learned.learned(examples, ["healthcare", "ai-education"]).weights
    assert weights["палата"][0] > 0 > weights["палата"][1]
    assert weights["школа"][1] > 0 > weights["школа"][0]


def test_a_word_of_a_single_example_is_left_out():
    examples = [example("палата", "healthcare"), *[example("школа")] * 5]
    assert "палата" not in learned.learned(examples, ["healthcare"]).weights


def test_a_reading_tells_its_words_agencies_and_orders(tmp_path):
    (tmp_path / "clinic.txt").write_text(DOCUMENT, encoding="utf-8")
    (told,) = learned.of_readings(tmp_path / "clinic.txt", load_tables())
    assert told.areas == {"healthcare"}
    assert {"палата", "пала*", "@mz", "!", BASE} <= told.parts.keys()
    assert told.parts["больница"] == pytest.approx(0.5)  # it stands in the title


def test_a_sentence_tells_its_words(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("Lines.\nru | healthcare, regulation | Палаты пусты.\nru |  | Дождь.\n")
    first, second = learned.of_sentences(path, load_tables())
    assert (first.areas, second.areas) == ({"healthcare", "regulation"}, frozenset())
    assert "палата" in first.parts


def test_what_is_written_is_read_again(tmp_path):
    examples = [example("палата", "healthcare")] * 9 + [example("школа")] * 9
    leanings = learned.learned(examples, ["healthcare"])
    learned.written(leanings, tmp_path / "leanings.tsv")
    again = read_leanings(tmp_path)
    assert again.areas == leanings.areas
    assert again.weights.keys() == leanings.weights.keys()
    for key, row in again.weights.items():
        np.testing.assert_allclose(row, leanings.weights[key], atol=1e-6)


def test_the_command_writes_the_table_and_tells_how_it_carries_over(tmp_path, capsys):
    for name in ("one", "other", "third"):
        (tmp_path / f"{name}.txt").write_text(DOCUMENT, encoding="utf-8")
    texts = sorted(map(str, tmp_path.glob("*.txt")))
    table = tmp_path / "leanings.tsv"
    before = load_tables().scorer.leanings
    try:
        assert learned.main(["--readings", *texts, "--across", "--write", str(table)]) == 0
    finally:
        load_tables().scorer.leanings = before
    assert "one" in capsys.readouterr().out
    assert read_leanings(tmp_path).areas == tuple(load_tables().areas)
