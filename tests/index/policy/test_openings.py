"""With which letters wordings can begin."""

import re

import pytest

from index.policy.openings import NEVER, Sought, by_letter, openings


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


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)(?:долж(?:ен|на)|хочу) сказать(?!\w)",
        r"(?<!\w)(?:^теперь|раньше срока)",
        r"\w+ мая",
        "к маю|ко? дню",
        "|".join("абвгдежзиклмнопрстуфхц"),  # more than are sought one by one
    ],
)
@pytest.mark.parametrize(
    "text",
    ["должен сказать", "он хочу сказать", "теперь", "и теперь", "к маю", "к\u00a0дню", "5 мая", ""],
)
def test_what_is_sought_is_found_where_its_pattern_finds_it(pattern, text):
    compiled = re.compile(pattern.replace(" ", r"\s+"))
    sought = Sought(re.compile(pattern.replace(" ", r"\s+")))
    expected = compiled.search(text)
    assert (found := sought.search(text)) == expected or found.span() == expected.span()
    assert [one.span() for one in sought.finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]


def test_what_matches_nowhere_is_not_sought():
    assert openings(f"(?:{NEVER})") == frozenset()
    assert Sought(re.compile(f"(?:{NEVER})(?!\\w)")).search("что угодно") is None
    assert openings(f"а(?:{NEVER}|б)") == frozenset({"аб"})


def test_a_search_ends_where_it_is_told_to():
    sought = Sought(re.compile(r"до\Z"))
    assert sought.search("к 1 мая до обеда", 0, len("к 1 мая до"))
    assert not sought.search("до обеда к 1 мая", 2)


@pytest.mark.parametrize("text", ["мая", "март", "7", "срок", "июль"])
def test_alternatives_put_together_by_letter_are_found_where_they_were(text):
    pattern = "7|ма(?:я|й)|март|м?ис|срок"
    assert bool(re.search(by_letter(pattern), text)) == bool(re.search(pattern, text))
