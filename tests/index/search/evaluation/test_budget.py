import pytest
from corpora import build, document

from index.search.evaluation.budget import Budget
from index.search.evaluation.engine import Filters, evaluate
from index.search.query import Or, Phrase, Prefix, Term
from index.store.reader import open_index


@pytest.fixture
def ix(tmp_path):
    build(tmp_path, [document("a", "дом сад"), document("b", "дом"), document("c", "сад мир")])
    return open_index(tmp_path)


def found(ix, query, budget):
    matches = evaluate(ix, query, Filters(), "relevance", 0, 10, budget)
    return matches.totals.passages, matches.cut


@pytest.mark.parametrize(
    ("postings", "answer"),
    [(10, (3, ())), (4, (3, ())), (3, (2, ("сад",))), (1, (0, ("дом", "сад")))],
)
def test_words_beyond_the_budget_are_left_out_and_named(ix, postings, answer):
    query = Or((Term(("дом",)), Term(("сад",))))
    assert found(ix, query, Budget(postings)) == answer


def test_a_phrase_spends_on_its_places_too(ix):
    query = Phrase((("дом",), ("сад",)))
    assert found(ix, query, Budget(8)) == (1, ())
    assert found(ix, query, Budget(5)) == (0, ("дом", "сад"))


def test_past_the_deadline_no_more_words_are_read(ix):
    assert found(ix, Prefix("до"), Budget(seconds=0)) == (0, ("дом",))
