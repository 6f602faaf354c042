import numpy as np
import pytest
from concepts import Concepts
from corpora import Unmerged, document

from index.store.commits import last_commit
from index.store.durable import verify
from index.store.reader import open_index
from index.store.vectors import NONE, is_lacking, quantised, similarities
from index.store.writer import Writer


def add(path, *documents, model=None, writer=Writer, anew=False):
    embed = model.passages if model else None
    with writer(path, "words", anew=anew, embed=embed) as it:
        for each in documents:
            it.add(*each)
        it.commit(1)


def near(path, text):
    """Each passage's text with its cosine, rounded."""
    said = {}
    query = Concepts().query(text)
    for segment in open_index(path).segments:
        for number, cosine in enumerate(similarities(segment.vectors, query)):
            said[segment.passage(number).text] = round(float(cosine), 1)
    return said


def test_passages_of_one_meaning_are_near_each_other(tmp_path):
    add(tmp_path, document("a", "школа"), document("b", "мост"), model=Concepts())
    assert near(tmp_path, "училище") == {"школа": 1.0, "мост": 0.0}
    assert verify(tmp_path) == []
    assert [name.suffix for name in tmp_path.glob("*.vec")] == [".vec"]


def test_without_a_model_there_are_no_vectors(tmp_path):
    add(tmp_path, document("a", "школа"))
    assert open_index(tmp_path).segments[0].vectors is None
    assert is_lacking(tmp_path, last_commit(tmp_path)[2])


@pytest.mark.parametrize("anew", [False, True])
def test_a_text_is_read_once(tmp_path, anew):
    model = Concepts()
    add(tmp_path, document("a", "школа"), model=model)
    others = [document("a", "школа")] if anew else []
    add(tmp_path, *others, document("b", "мост"), model=model, anew=anew)
    assert model.read == 2
    assert near(tmp_path, "дорога") == {"школа": 0.0, "мост": 1.0}


def test_vectors_that_are_damaged_are_not_taken_over(tmp_path):
    add(tmp_path, document("a", "школа"), model=Concepts())
    (file,) = tmp_path.glob("*.vec")
    content = bytearray(file.read_bytes())
    content[-64] ^= 0x7F
    file.write_bytes(content)
    model = Concepts()
    add(tmp_path, document("a", "школа"), model=model, anew=True)
    assert model.read == 1
    assert near(tmp_path, "училище") == {"школа": 1.0}
    assert verify(tmp_path) == []


def test_what_came_in_without_a_model_is_noticed(tmp_path):
    add(tmp_path, document("a", "школа"), model=Concepts())
    add(tmp_path, document("b", "мост"), document("c", "школа"))
    assert is_lacking(tmp_path, last_commit(tmp_path)[2])
    assert near(tmp_path, "дорога")["мост"] == NONE
    add(tmp_path, document("d", "врач"), model=Concepts())
    assert not is_lacking(tmp_path, last_commit(tmp_path)[2])


def test_segments_have_files_of_their_own(tmp_path):
    for name, text in (("a", "школа"), ("b", "мост")):
        add(tmp_path, document(name, text), model=Concepts(), writer=Unmerged)
    assert len(list(tmp_path.glob("*.vec"))) == 2
    assert near(tmp_path, "сеть") == {"школа": 0.0, "мост": 0.0}


def test_bytes_are_nearly_as_good_as_numbers():
    vectors = np.random.default_rng(4).normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    rows, steps = quantised(vectors)
    found = similarities({"rows": rows.ravel(), "steps": steps}, vectors[0])
    assert np.abs(found - vectors @ vectors[0]).max() < 0.01
