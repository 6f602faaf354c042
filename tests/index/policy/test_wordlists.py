"""Lists of words that rules need, read from a table."""

from typing import NamedTuple

import pytest

from index.policy import wordlists
from index.policy.wordlists import Ends, Forms, Starts, Told, read_topics, read_words, wording
from index.tables import Table, TableError


class Sample(NamedTuple):
    forms: Forms
    starts: Starts
    ends: Ends
    told: Told


class Topics(NamedTuple):
    sample: Sample


def sample(**entries):
    return read_words(Sample, Table("duties.toml", "sample.ru", entries))


def test_each_list_is_read_as_its_field_says():
    words = sample(forms=["лодка"], starts=["паром*"], ends=["*ый"], told=["у причала"])
    assert words == ({"лодка"}, ("паром",), ("ый",), words.told)
    assert words.told.search("стоит у\nпричала.")


def test_lists_left_out_are_empty_and_find_nothing():
    words = sample()
    assert words[:3] == (frozenset(), (), ())
    assert not words.told.search("причал")


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("паром*", "два паромщика", "паромщика"),
        ("паро[мх]*", "парохода нет", "парохода"),
        ("паром", "два паромщика", None),  # whole words only
        ("аром", "паром", None),
        ("паром … причал*", "паром, говорят, у причалов.", "паром, говорят, у причалов"),
        ("паром … причал*", "паром ушёл. причал пуст", None),  # not beyond the sentence
        (", то", "если паром придёт, то да", ", то"),
        ("\\w*ход", "теплоход ушёл", "теплоход"),
        ("[^,]*мост", "а через мост, говорят", "а через мост"),
    ],
)
def test_a_wording_is_of_whole_words(entry, text, found):
    match = sample(told=[entry]).told.search(text)
    assert (match and match[0]) == found


def test_blanks_and_stars_of_a_regular_expression_stay_what_they_are():
    assert wording("\\d* дн*") == "\\d*\\s+дн\\w*"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"forms": ["паром*"]}, "forms: «паром*» must be a word as it stands"),
        ({"forms": ["Паром"]}, "forms: «Паром» must be a word as it stands, in small letters"),
        ({"starts": ["паром"]}, "starts: «паром» must be the beginning of a word: write «паром*»"),
        ({"ends": ["ый"]}, "ends: «ый» must be the end of a word: write «*ый»"),
        ({"told": ["паром ("]}, "told: «паром (»:"),
        ({"tolled": ["паром"]}, "tolled: is not known here"),
        ({"forms": "паром"}, "forms: must be a list of texts"),
    ],
)
def test_a_slip_names_the_entry_and_the_way_to_mend_it(entries, said):
    with pytest.raises(TableError) as caught:
        sample(**entries)
    assert str(caught.value).startswith(f"duties.toml: [sample.ru] {said}")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"sample": {"rus": {}}}, "[sample] rus: is not known here"),
        ({"simple": {}}, "simple: is not known here"),
    ],
)
def test_unknown_topics_and_languages_are_named(entries, said):
    with pytest.raises(TableError, match=said.replace("[", r"\[")):
        read_topics(Topics, Table("duties.toml", "", entries))


def test_what_is_made_of_lists_is_made_where_they_are_read(monkeypatch):
    monkeypatch.setattr(wordlists, "_MADE", [])  # what rules make of lists that are not here
    made = []

    @wordlists.made_of("sample.forms", "sample.ends")
    def both(forms, ends):
        made.append((forms, ends))
        return len(made)

    topics = Topics(sample(forms=["лодка"], ends=["*ый"]))
    wordlists.make(topics)
    assert made == [({"лодка"}, ("ый",))]
    assert both(topics.sample.forms, topics.sample.ends) == 1  # remembered
