"""With which characters wordings can begin."""

import re

import pytest

from index.policy.duties.openings import openings


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("до конца", "д"),
        ("(?:до|к|не позднее) мая", "дкн"),
        ("(?:начиная )?со? (?P<day>1)", "нс"),
        (r"(?<!не\s)по?том", "п"),
        (r"(?P<count>\d|два)", "0123456789д"),
        ("[вс] мае", "вс"),
        ("(?:(?:a|b)c|d)*e", "abde"),
        (r"\w+ мая", None),
        ("[^а] мая", None),
        ("(?:мая)?", None),  # nothing need be there
    ],
)
def test_a_wording_begins_with_some_letters(pattern, letters):
    assert openings(pattern) == (None if letters is None else frozenset(letters))


@pytest.mark.parametrize("word", ["к", "конец", "5", "до"])
def test_whatever_matches_begins_so(word):
    pattern = r"(?:к(?:онец)?|\d+|до(?!ма))"
    assert re.match(pattern, word)
    assert word[0] in openings(pattern)
