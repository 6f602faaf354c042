import numpy as np
import pytest
from corpora import build, document
from hypothesis import given
from hypothesis import strategies as st

from index.search.evaluation import nearness
from index.search.evaluation.engine import Filters, evaluate
from index.search.query import And, Or, Term
from index.store.reader import open_index

HOUSE, GARDEN = Term(("дом",)), Term(("сад",))
BOTH = And((HOUSE, GARDEN))


def order(path, query=BOTH, offset=0, limit=99):
    ix = open_index(path)
    hits = evaluate(ix, query, Filters(), "relevance", offset, limit).hits
    return [ix.stored(ref).document for ref, _ in hits]


def made(path, **texts):
    build(path, [document(name, text, date="2025") for name, text in texts.items()])
    return path


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("дом сад мир мир", "дом мир сад мир"),  # nearer
        ("дом сад мир мир", "сад дом мир мир"),  # in order
        ("дом мир сад мир", "сад мир дом мир"),
        ("сад дом мир мир мир мир", "дом мир мир мир сад мир"),  # near is more than in order
        ("дом мир дом сад", "дом мир мир сад дом"),  # the best of all places
    ],
)
def test_near_and_in_order_goes_first(tmp_path, first, second):
    assert order(made(tmp_path, b=first, a=second)) == ["b", "a"]
    assert order(tmp_path, Or(BOTH.children))[0] in "ab"


def test_far_words_gain_nothing(tmp_path):
    far = "дом " + "мир " * 8 + "сад"
    ix = open_index(made(tmp_path, a=far))
    near, alone = (
        evaluate(ix, query, Filters(), "relevance", 0, 9).hits[0][1]
        for query in (BOTH, Or((BOTH,)))
    )
    assert near == alone


@given(st.lists(st.lists(st.sampled_from("дсм"), max_size=20), min_size=1, max_size=9))
def test_few_passages_gain_what_many_would(texts):
    words = np.array([word for text in texts for word in [*text, *["-"] * nearness.GAP]])
    ones, others, joint = (np.flatnonzero(words == each).astype(np.int32) for each in "дсм")
    ends = np.cumsum([len(text) + nearness.GAP for text in texts], dtype=np.int32)
    edges = np.array([[0, *ends[:-1]], ends])
    for both in (([ones], [others]), ([ones, joint], [others, joint]), ([], [ones])):
        asked = [[places for places in word if len(places)] for word in both]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nearness, "FEW", 0)
            many = nearness._closest(*asked, edges)
            patch.setattr(nearness, "FEW", 9)
            assert nearness._closest(*asked, edges).tolist() == many.tolist()


def test_no_nearness_is_worked_out_of_two_beginnings_of_many_words():
    few, many = (
        Term(tuple(f"{start}{n}" for n in range(size))) for start, size in (("по", 8), ("за", 9))
    )
    assert nearness.sought(And((few, few)))[0] == ((few, few),)
    assert nearness.sought(And((few, many, few)))[0] == ()
    assert nearness.sought(And((HOUSE, many)))[0] == ((HOUSE, many),)


def test_words_of_two_passages_are_never_near(tmp_path):
    build(tmp_path, [document("a", "дом мир", "сад дом", "мир сад")])
    ix = open_index(tmp_path)
    hits = evaluate(ix, Or((HOUSE, GARDEN)), Filters(), "relevance", 0, 9).hits
    pairs, _ = nearness.sought(BOTH)
    weights = dict.fromkeys(BOTH.children, (1, None))
    docs = [ref.passage for ref, _ in sorted(hits)]
    gained = nearness.bonus(ix.segments[0], np.array(docs), pairs, weights)
    assert gained.tolist() == [0, 0.25, 0]


def test_pages_behind_the_window_follow_as_they_were(tmp_path, monkeypatch):
    texts = {f"d{n:02}": "дом " + "мир " * (n % 7) + "сад " + "кот " * n for n in range(30)}
    made(tmp_path, **texts)
    monkeypatch.setattr("index.search.evaluation.nearness.WINDOW", 8)
    monkeypatch.setattr("index.search.evaluation.engine.WINDOW", 8)
    whole, alone = order(tmp_path), order(tmp_path, Or((BOTH,)))
    assert whole[8:] == alone[8:]
    assert sorted(whole[:8]) == sorted(alone[:8])
    assert [name for at in range(0, 30, 4) for name in order(tmp_path, BOTH, at, 4)] == whole


def test_what_a_bonus_lifts_onto_a_short_page_is_on_it(tmp_path):
    far = {f"b{n:02}": "дом кот кот кот кот сад " + "мир " * (n % 5) for n in range(40)}
    near = {f"a{n}": "мир " * n + "дом сад " + "мир " * 9 for n in range(4)}
    made(tmp_path, **far, **near)
    whole = order(tmp_path)
    assert set(whole[:4]) == set(near)
    assert set(order(tmp_path, Or((BOTH,)))[:4]).isdisjoint(near)
    assert [order(tmp_path, BOTH, 0, limit) for limit in (1, 2, 4, 9)] == [
        whole[:limit] for limit in (1, 2, 4, 9)
    ]
