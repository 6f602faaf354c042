"""With which letters wordings can begin."""

import re

import pytest

from index.policy.duties.openings import openings


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("до конца", ["до "]),
        ("(?:до|к|не позднее) мая", ["до ", "к ", "не "]),
        ("(?:начиная )?со? (?P<day>1)", ["нач", "с ", "со "]),
        (r"(?<!не\s)по?том", ["пот", "пто"]),
        (r"(?P<count>\d|два)", [*"0123456789", "два"]),
        ("[вс] мае", ["в ", "с "]),
        ("(?:(?:a|b)c|d)*e", ["ac", "bc", "d", "e"]),  # what may come again is told but once
        ("до|дома|до мая", ["до"]),
        ("два? ?раза?", ["два", "дв ", "двр"]),
        (r"\w+ мая", [""]),
        ("[^а] мая", [""]),
        ("(?:мая)?", [""]),  # nothing need be there
    ],
)
def test_a_wording_begins_with_some_letters(pattern, letters):
    assert openings(pattern) == frozenset(letters)


@pytest.mark.parametrize("text", ["к", "конец", "5", "до", "56 дней", "до мая"])
def test_whatever_matches_begins_so(text):
    pattern = r"(?:к(?:онец)?|\d+(?: дней)?|до(?!ма)(?: мая)?)"
    assert re.match(pattern, text)
    assert text.startswith(tuple(openings(pattern)))
