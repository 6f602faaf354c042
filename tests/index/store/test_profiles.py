import numpy as np
import pytest

from index.store.profiles import Profiles, profile_arrays, profiles_of

SETS = [
    {("agency", "a"), ("area", "x"), ("lang", "ru")},
    {("agency", "a"), ("area", "y"), ("lang", "ru")},
    {("agency", "a"), ("agency", "b"), ("area", "x"), ("lang", "ru")},
    {("area", "x"), ("lang", "ru")},
    {("agency", "a"), ("area", "x"), ("lang", "ru")},
    set(),
]


@pytest.fixture(scope="module")
def arrays():
    return profile_arrays([frozenset(each) for each in SETS])


def test_each_passage_has_the_profile_of_its_values(arrays):
    profiles = profiles_of(arrays)
    assert [profiles[number] for number in arrays["profile"]] == SETS


def test_profiles_that_name_the_same_are_one_half(arrays):
    assert len(arrays["halves.who"]) == 3  # nobody, a, a with b
    assert len(arrays["halves.rest"]) == 3  # nothing, x, y


@pytest.mark.parametrize("calls", [1_000, -1_000])
@pytest.mark.parametrize("passages", [[], [0], [0, 1, 4], [5], range(6)])
def test_counts_are_of_every_value_that_a_passage_holds(arrays, passages, calls, monkeypatch):
    monkeypatch.setattr("index.store.profiles.CALLS", calls)
    profiles = Profiles(arrays)
    counts = profiles.counts(profiles.of_passage[list(passages)])
    held = [value for number in passages for value in SETS[number]]
    assert dict(zip(profiles.values, counts.tolist(), strict=True)) == {
        value: held.count(value) for value in profiles.values
    }


def test_no_profile_and_no_value_count_nothing():
    none = Profiles(profile_arrays([]))
    assert none.counts(np.zeros(0, np.int32)).tolist() == []
    empty = Profiles(profile_arrays([frozenset()]))
    assert empty.counts(np.zeros(1, np.int32)).tolist() == []


def test_values_of_a_facet_stand_together(arrays):
    facets = Profiles(arrays).facets
    assert facets["agency"] == (["a", "b"], slice(0, 2))
    assert facets["lang"] == (["ru"], slice(4, 5))
