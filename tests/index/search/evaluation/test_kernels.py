import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.evaluation import kernels
from index.search.evaluation.kernels import aligned, among, bounds, common, held, largest, union

SIZE = 60
passages = st.lists(st.integers(0, SIZE - 1), unique=True).map(
    lambda numbers: np.array(sorted(numbers), np.int32)
)
places = st.lists(st.integers(0, 5_000_000), unique=True, max_size=20).map(
    lambda numbers: np.array(sorted(numbers), np.int32)
)


def codes_of(docs):
    return (docs * 7 + 300).astype(np.uint16)


@given(passages, passages)
def test_aligned_gives_the_value_of_each_wanted_passage_or_zero(wanted, docs):
    value = dict(zip(docs.tolist(), codes_of(docs).tolist(), strict=True))
    assert aligned(wanted, docs, codes_of(docs)).tolist() == [value.get(n, 0) for n in wanted]


@given(passages, passages)
def test_common_tells_the_same_with_marks_and_without(wanted, docs):
    flags = np.isin(np.arange(SIZE), docs)
    presence = np.packbits(flags, bitorder="little")
    told = [number in docs for number in wanted.tolist()]
    codes = [int(code) for code in codes_of(wanted[told])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "_LOOK", -1)
        for known in (presence, None):
            keep, there = common(wanted, docs, codes_of(docs), known)
            assert keep.tolist() == told
            assert there.tolist() == codes


@given(passages, passages, places, places)
def test_among_tells_membership_of_passages_and_of_far_places(wanted, docs, few, many):
    assert among(wanted, docs).tolist() == [n in set(docs.tolist()) for n in wanted.tolist()]
    many = np.union1d(many, few[::2])
    assert among(few, many).tolist() == [n in set(many.tolist()) for n in few.tolist()]


@given(st.lists(st.integers(0, SIZE - 1), min_size=2), passages)
def test_held_tells_membership_of_passages_in_any_order(wanted, docs):
    rows = np.array([wanted, wanted[::-1]], np.int32)
    known = set(docs.tolist())
    assert held(rows, docs).tolist() == [[n in known for n in row] for row in rows.tolist()]


@pytest.mark.parametrize("needles", [1, 1000])
def test_among_searches_for_few_and_scatters_for_many(needles):
    docs = np.arange(0, 30_000, 3, dtype=np.int32)
    wanted = np.arange(needles, dtype=np.int32)
    assert among(wanted, docs).tolist() == [number % 3 == 0 for number in range(needles)]


@given(st.lists(passages, max_size=4), st.sampled_from([SIZE, 100_000]))
def test_union_holds_each_passage_once(lists, size):
    together = union(lists, size)
    assert together.dtype == np.int32
    assert together.tolist() == sorted(set().union(*(docs.tolist() for docs in lists)))


@given(passages, st.lists(st.integers(0, 999), max_size=9))
def test_union_merges_few_passages_into_many(few, others):
    many = np.arange(0, 1000, 3, dtype=np.int32)
    lists = [few, many, np.unique(np.array(others, np.int32))]
    known = set().union(*(docs.tolist() for docs in lists))
    assert union(lists, 1000).tolist() == sorted(known)


@given(st.lists(passages, min_size=1, max_size=3))
def test_largest_keeps_the_largest_code_of_each_passage(lists):
    held = [(docs, (docs + 256 * (n + 1)).astype(np.uint16)) for n, docs in enumerate(lists)]
    best = {}
    for docs, codes in held:
        for doc, code in zip(docs.tolist(), codes.tolist(), strict=True):
            best[doc] = max(code, best.get(doc, 0))
    docs, codes = largest(held, SIZE)
    assert dict(zip(docs.tolist(), codes.tolist(), strict=True)) == best


@given(passages, st.integers(0, SIZE), st.integers(0, SIZE))
def test_bounds_cut_out_a_range_of_passages(docs, low, high):
    assert docs[bounds(docs, low, high)].tolist() == [n for n in docs.tolist() if low <= n < high]


def test_scratch_is_zero_again_after_every_kernel():
    docs = np.arange(50, dtype=np.int32)
    aligned(docs[:40].copy(), docs, codes_of(docs))
    among(docs[:40].copy(), docs)
    union([docs, docs[:3]], SIZE)
    largest([(docs, codes_of(docs)), (docs, codes_of(docs))], SIZE)
    for dtype in (np.bool_, np.uint16):
        assert not kernels.scratch.zeros(dtype, SIZE).any()
