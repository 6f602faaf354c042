import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.evaluation.ranking import best, newest

SIZE = 300
DATES = np.array([0, 4, 5, 90, 200], np.int32)  # the first passage of each date
docs = st.lists(st.integers(0, SIZE - 1), unique=True).map(
    lambda numbers: np.array(sorted(numbers), np.int32)
)


def age(doc):
    """How many dates are newer than that of a passage."""
    return -int(DATES.searchsorted(doc, "right"))


@given(docs, st.integers(0, SIZE))
def test_newest_first_keeps_the_order_within_a_date(docs, k):
    expected = sorted(docs.tolist(), key=lambda doc: (age(doc), doc))[:k]
    assert docs[newest(docs, DATES, k)].tolist() == expected


@given(docs, st.integers(0, SIZE), st.integers(0, 40))
def test_best_scores_first_and_ties_newest_first(docs, seed, k):
    scores = np.random.default_rng(seed).integers(1, 5, len(docs)).astype(np.float32)
    score_of = dict(zip(docs.tolist(), scores.tolist(), strict=True))
    expected = sorted(docs.tolist(), key=lambda doc: (-score_of[doc], age(doc), doc))[:k]
    assert docs[best(scores, docs, DATES, k)].tolist() == expected


def test_the_threshold_from_a_sample_loses_nothing():
    docs = np.arange(50_000, dtype=np.int32)
    scores = np.random.default_rng(3).random(50_000).astype(np.float32)
    first = best(scores, docs, np.array([0], np.int32), 20)
    assert first.tolist() == np.argsort(-scores)[:20].tolist()
