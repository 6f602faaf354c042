"""With which letters wordings can begin."""

import re

import pytest

from index.policy.openings import openings


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("до конца", ["до к"]),
        ("(?:до|к|не позднее) мая", ["до м", "к ма", "не п"]),
        ("(?:начиная )?со? (?P<day>1)", ["начи", "с 1", "со 1"]),
        (r"(?<!не\s)по?том", ["пото", "птом"]),
        (r"(?P<count>\d|два)", [*"0123456789", "два"]),
        ("[вс] мае", ["в ма", "с ма"]),
        ("(?:(?:a|b)c|d)*e", ["ac", "bc", "d", "e"]),  # what may come again is told but once
        ("до|дома|до мая", ["до"]),
        ("два? ?раза?", ["дв р", "два ", "двар", "двра"]),
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
