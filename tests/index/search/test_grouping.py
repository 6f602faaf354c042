"""An answer by document or by event tells what the answer by passage tells."""

import tempfile
from pathlib import Path

import corpora
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from index.search.grouping import name_of
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index

requests = st.builds(
    SearchRequest,
    st.sampled_from(["", "дом", "сад OR мир"]),
    agencies=st.sampled_from([frozenset(), frozenset(["a"])]),
    role=st.sampled_from(["", "instructed"]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    per_page=st.integers(1, 3),
)


def label(facet, value):
    return value


@settings(
    max_examples=40,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(corpora.commits, requests, st.sampled_from(["document", "event"]))
def test_groups_stand_in_the_order_of_their_best_passages(commits, wanted, group):
    with tempfile.TemporaryDirectory() as path:
        corpora.build(Path(path), *commits)
        ix = open_index(Path(path))
        plain = search(ix, SearchRequest(**{**vars(wanted), "per_page": 100}), label)
        grouped = wanted.grouped_by(group)
        pages = [
            search(ix, grouped.turned_to(number), label)
            for number in range(1, search(ix, grouped, label).pages + 1)
        ]
        groups = [each for page in pages for each in page.groups]
        names = dict.fromkeys(name_of(hit.document, group) for hit in plain.hits)
        assert [each.id for each in groups] == list(names)
        assert sum(each.totals.passages for each in groups) == plain.totals.passages
        for each in groups:
            mine = [hit for hit in plain.hits if name_of(hit.document, group) == each.id]
            assert each.totals.passages == len(mine)
            assert [hit.passage for hit in each.hits] == [hit.passage for hit in mine[:3]]
        assert all(page.totals == plain.totals for page in pages)
        assert all(page.facets == plain.facets for page in pages)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    corpora.build(
        path,
        [
            corpora.document("a", "дом сад", event="форум", agencies=("b!",)),
            corpora.document("b", "дом", event="форум", agencies=("old>b",), speaker="president"),
            corpora.document("c", "дом", agencies=("b",), instructions=(corpora.DUTY,)),
        ],
    )
    return open_index(path)


def documents(ix, **wanted):
    return {hit.document.id for hit in search(ix, SearchRequest("дом", **wanted), label).hits}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"events": frozenset(["форум"])}, {"a", "b"}),
        ({"events": frozenset(["c"])}, {"c"}),  # a document without an event is one by itself
        ({"events": frozenset(["a"])}, {"a", "b"}),  # it may have been called so
        ({"speakers": frozenset(["president"])}, {"b"}),
        ({"instructions": frozenset(["1"])}, {"c"}),
        ({"agencies": frozenset(["b"])}, {"a", "b", "c"}),  # one that b took over from, too
        ({"agencies": frozenset(["old"])}, {"b"}),
        ({"role": "instructed"}, {"a"}),
        ({"role": "instructed", "agencies": frozenset(["b"])}, {"a"}),
        ({"role": "instructed", "agencies": frozenset(["old"])}, set()),
    ],
)
def test_filters_of_meaning(ix, wanted, found):
    assert documents(ix, **wanted) == found


def test_an_answer_names_the_predecessors_it_counts(ix):
    wanted = SearchRequest(agencies=frozenset(["b"]))
    page = search(ix, wanted, label, lambda agency: ("old",) if agency == "b" else ())
    assert [(note.code, note.words) for note in page.notes] == [("predecessors", "old")]
    counts = {value.value: value.count for value in page.facets["agency"]}
    assert counts == {"b": 3, "old": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agency:b", ["predecessors"]),
        ("дом instructed:b", ["predecessors"]),
        ("agency:b OR сад", ["predecessors"]),
        ("agency:old", []),
        ("agency:b,old", []),  # the predecessor is named
        ("дом -agency:b", []),  # nothing is found by an agency that is left out
        ("дом", []),
    ],
)
def test_an_agency_in_the_words_of_a_query_tells_its_predecessors_too(ix, text, told):
    page = search(ix, SearchRequest(text), label, lambda agency: ("old",) if agency == "b" else ())
    assert [note.code for note in page.notes if note.code == "predecessors"] == told


def test_a_field_and_a_filter_find_the_passages_of_the_same_agencies(ix):
    for text, wanted in (
        ("agency:b", {"agencies": frozenset(["b"])}),
        ("instructed:b", {"role": "instructed", "agencies": frozenset(["b"])}),
    ):
        by_field = search(ix, SearchRequest(text), label).hits
        by_filter = search(ix, SearchRequest("", **wanted), label).hits
        assert {hit.passage for hit in by_field} == {hit.passage for hit in by_filter}


def test_where_agencies_must_act_each_counts_what_its_link_shows(ix):
    page = search(ix, SearchRequest(role="instructed"), label)
    (agency,) = page.facets["agency"]
    assert (agency.value, agency.count) == ("b", 1)
