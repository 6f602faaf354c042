import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.identity import id_from_name, valid_id

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@pytest.mark.parametrize("stem", ["002_f66ce961", "2025-08-11-ai-meeting", "a.b", "A"])
def test_safe_stem_is_the_id(stem):
    assert id_from_name(stem) == stem


@pytest.mark.parametrize(
    ("stem", "begins"),
    [("Жолдау 2025 қазақша", "zholdau-2025-qazaqsha-"), ("..", ""), ("a b", "a-b-")],
)
def test_unsafe_stem_is_written_in_latin_with_its_hash(stem, begins):
    assert re.fullmatch(re.escape(begins) + "[0-9a-f]{8}", id_from_name(stem))


def test_ways_to_write_one_name_give_one_id():
    assert id_from_name("Йод") == id_from_name("И\u0306од")


@given(st.text())
def test_every_stem_gives_a_safe_id(stem):
    assert SAFE.fullmatch(id_from_name(stem))
    assert valid_id(id_from_name(stem))


def test_names_that_look_alike_in_latin_have_different_ids():
    assert id_from_name("План е") != id_from_name("План э")


@pytest.mark.parametrize("bad", ["", "../x", "a/b", "пример", "-a", "a" * 121, "a b", "a.", "."])
def test_unsafe_id_is_refused(bad):
    with pytest.raises(ValueError, match="is no id"):
        valid_id(bad)
