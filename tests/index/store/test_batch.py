import numpy as np
import pytest

from index.documents.document import Document
from index.documents.passages import cut_and_read
from index.language import analyze
from index.language.runs import Runs
from index.store.batch import Batch

REPORT = Document(
    "roads",
    "Дороги и дороги-спутники",
    (
        "Дороги, дороги и ИИ-стартапы! Города-спутники растут, дороги — нет.",
        "Құрылыс басталды. Строят 15 000 км: дороги,",
        "дороги.",
    ),
    language="ru",
)


def arrays(as_read):
    batch = Batch()
    pairs = [(passage, as_read(tokens)) for passage, tokens in cut_and_read(REPORT)]
    batch.add(REPORT, analyze(REPORT.title, "ru"), pairs)
    return batch.arrays()


@pytest.mark.parametrize("as_read", [list, lambda tokens: tokens.reworded(lambda word: word)])
def test_words_read_in_runs_and_one_by_one_make_the_same_arrays(as_read):
    in_runs, one_by_one = arrays(lambda tokens: tokens), arrays(as_read)
    assert in_runs.keys() == one_by_one.keys()
    for name, array in in_runs.items():
        np.testing.assert_array_equal(array, one_by_one[name], name)


def test_a_batch_counts_what_it_holds():
    batch = Batch()
    batch.add(REPORT, (), cut_and_read(REPORT))
    assert batch.passages == len(REPORT.paragraphs)
    assert "roads" in batch
    assert "lakes" not in batch
    assert batch.words > 0


def test_runs_of_several_generations_make_the_same_arrays(monkeypatch):
    one_generation = arrays(lambda tokens: tokens)
    monkeypatch.setattr("index.language.reading.RUNS", Runs(3))
    several = arrays(lambda tokens: tokens)
    assert one_generation.keys() == several.keys()
    for name, array in one_generation.items():
        np.testing.assert_array_equal(array, several[name], name)
