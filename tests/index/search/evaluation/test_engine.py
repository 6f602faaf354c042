import tempfile
from pathlib import Path

import corpora
import pytest
from brute import Brute
from corpora import Unmerged, build
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir

from index.documents.dates import PartialDate
from index.search.evaluation.engine import Filters, evaluate
from index.search.evaluation.whoosh_tree import Saturation, Tree
from index.search.query import (
    And,
    Chosen,
    Dated,
    Everything,
    Kin,
    Most,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
)
from index.store.reader import open_index
from index.store.repair import repair
from index.store.writer import Writer

slots = st.lists(st.sampled_from(corpora.WORDS), min_size=1, max_size=2, unique=True).map(tuple)
fields = st.sampled_from(["text", "text", "title", "exact"])
periods = st.none() | st.sampled_from(
    [PartialDate.parse(date) for date in ("2024", "2025-01", "2024-12-31", "2025-02-10")]
)
values = st.frozensets(st.sampled_from(["a", "b", "z"]), min_size=1)
leaves = st.one_of(
    st.builds(Term, slots, fields, st.sampled_from(["", "дом", "сад"])),
    st.builds(
        lambda own, more, field: Kin(Term(own, field), Term(own + more, field), 0.4),
        slots,
        slots,
        fields,
    ),
    st.builds(Phrase, st.lists(slots, min_size=1, max_size=3).map(tuple), fields),
    st.builds(Prefix, st.sampled_from(["до", "са", "м", "я"]), fields),
    st.builds(Chosen, st.sampled_from(["area", "agency", "instructed", "event"]), values),
    st.builds(Dated, periods, periods),
    st.just(Everything()),
    st.just(Nothing()),
)
queries = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(And, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(
            lambda *held, least: Most(*zip(*held, strict=True), least),
            st.tuples(parts, st.integers(1, 3)),
            st.tuples(parts, st.integers(1, 3)),
            least=st.integers(1, 6),
        ),
        st.builds(Not, parts),
    ),
    max_leaves=5,
)
filters = st.builds(
    Filters,
    periods,
    periods,
    st.dictionaries(st.sampled_from(["area", "agency"]), values, max_size=2)
    | st.just({"lang": frozenset(["ru"]), "kind": frozenset(["report", "digest"])})
    | st.just({"instructed": frozenset(["b"]), "speaker": frozenset(["president"])})
    | st.just({"role": frozenset(["instructed"]), "instruction": frozenset(["1"])}),
    st.sampled_from([frozenset()] * 3 + [frozenset(["форум"]), frozenset(["b", "съезд"])]),
    excluded=st.frozensets(
        st.tuples(st.sampled_from(["area", "agency"]), st.sampled_from("abc")), max_size=2
    ),
)
sorts = st.sampled_from(["relevance", "newest", "oldest"])
thorough = settings(
    max_examples=60,
    phases=[Phase.reuse, Phase.generate],  # shrinking so many documents takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)


def told(ix, matches):
    """An answer in the words of the brute-force one."""
    hits = [(ix.stored(ref), score) for ref, score in matches.hits]
    totals = matches.totals
    return (
        (totals.passages, totals.documents, totals.events),
        [(passage.document, passage.ordinal, score) for passage, score in hits],
        matches.facets,
    )


@thorough
@given(corpora.commits, queries, filters, sorts, st.sampled_from([Writer, Unmerged]))
def test_answers_are_those_of_the_definitions(commits, query, narrowed, sort, writer):
    with tempfile.TemporaryDirectory() as path:
        build(Path(path), *commits, writer=writer)
        ix = open_index(Path(path))
        brute = Brute(corpora.live(commits))
        assert told(ix, evaluate(ix, query, narrowed, sort, 0, 99)) == brute.evaluate(
            query, narrowed, sort
        )


@thorough
@given(corpora.commits, queries, filters, st.sampled_from([Writer, Unmerged]))
def test_few_passages_are_counted_one_by_one_as_many_are_at_once(commits, query, narrowed, writer):
    with tempfile.TemporaryDirectory() as path, pytest.MonkeyPatch.context() as patch:
        build(Path(path), *commits, writer=writer)
        ix = open_index(Path(path))
        answers = []
        for most in (1_000, -1_000):
            patch.setattr("index.store.few.MOST", most)
            patch.setattr("index.store.profiles.CALLS", 100 * most)
            matches = evaluate(ix, query, narrowed, "newest", 0, 9)
            answers.append((matches.totals, matches.facets, list(matches.facets["date"])))
        assert answers[0] == answers[1]


@thorough
@given(corpora.commits, queries, filters, sorts, st.integers(0, 3))
def test_without_room_for_hits_the_totals_are_the_same(commits, query, narrowed, sort, offset):
    with tempfile.TemporaryDirectory() as path:
        build(Path(path), *commits, writer=Unmerged)
        ix = open_index(Path(path))
        none = evaluate(ix, query, narrowed, sort, offset, 0)
        assert none.hits == ()
        assert none.totals == evaluate(ix, query, narrowed, sort, 0, 99).totals


@thorough
@given(corpora.commits, queries, filters, sorts, st.sampled_from([Writer, Unmerged]))
def test_arrays_lost_and_made_again_answer_the_same(commits, query, narrowed, sort, writer):
    with tempfile.TemporaryDirectory() as path:
        build(Path(path), *commits, writer=writer)
        ix = open_index(Path(path))
        before = told(ix, evaluate(ix, query, narrowed, sort, 0, 99))
        for arrays in Path(path).glob("*.arr"):
            arrays.unlink()
        assert repair(Path(path)) == []
        ix = open_index(Path(path))
        assert told(ix, evaluate(ix, query, narrowed, sort, 0, 99)) == before


@thorough
@given(corpora.commits, queries, st.sampled_from([Writer, Unmerged]))
def test_passages_and_scores_are_those_of_whoosh(commits, query, writer):
    with tempfile.TemporaryDirectory() as path:
        build(Path(path), *commits, writer=writer)
        ix = open_index(Path(path))
        # Whoosh knows nothing of words near each other; within an Or there is no bonus for it.
        alone = Or((query,))
        found = told(ix, evaluate(ix, alone, Filters(), "relevance", 0, 99))[1]
        with open_dir(path).searcher(weighting=Saturation(ix)) as searcher:
            theirs = Tree(ix, searcher).scores(query)
        assert {(name, ordinal): score for name, ordinal, score in found} == pytest.approx(theirs)
