import json

import pytest

from search_app.bench import pairs

WORDS = {"дом": {"дом"}, "дома": {"дом"}, "домой": {"домой"}, "город": {"город"}}


def test_a_reader_that_is_right_has_full_marks():
    met = pairs.measure(WORDS, lambda form: WORDS[form])
    assert (met.recall, met.precision, met.f1) == (1, 1, 1)


def test_what_meets_wrongly_costs_precision():
    met = pairs.measure(WORDS, lambda form: (form[:3],))
    assert (met.recall, met.precision) == (1, pytest.approx(1 / 3))


def test_a_reader_that_brings_nothing_together_finds_nothing():
    met = pairs.measure(WORDS, lambda form: (form,))
    assert (met.recall, met.f1) == (0, 0)


def test_only_content_words_are_taken(tmp_path):
    tokens = [["Дома", "дом", "NOUN", "_"], ["и", "и", "CCONJ", "_"], [".", ".", "PUNCT", "_"]]
    path = tmp_path / "treebank.jsonl"
    path.write_text(json.dumps({"tokens": tokens}), "utf-8")
    assert pairs.gold(path) == {"Дома": {"дом"}}
