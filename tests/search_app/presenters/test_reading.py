from index.documents.document import Passage, Speaker
from index.search.parsing.parser import parse
from index.search.snippets import Snippets
from search_app.presenters.reading import reading


def read(*paragraphs, found=(), speakers=()):
    """Passages that all say «слово», of the given paragraphs."""
    speakers = speakers or ["reporter"] * len(paragraphs)
    passages = [
        Passage("d", ordinal, paragraph, "слово", 0, 5, "ru", speaker=Speaker(role))
        for ordinal, (paragraph, role) in enumerate(zip(paragraphs, speakers, strict=True), 1)
    ]
    return reading(passages, Snippets(parse("слово").query), found)


def test_found_passages_lead_to_one_another_and_are_counted():
    leaves = read(1, 2, 3, 4, found=(1, 2, 4)).leaves
    assert [(leaf.previous, leaf.place, leaf.next) for leaf in leaves] == [
        (None, 1, 2),
        (1, 2, 4),
        (None, 0, None),
        (2, 3, None),
    ]


def test_only_what_was_found_is_marked():
    leaves = read(1, 2, found=(2,)).leaves
    assert [leaf.html for leaf in leaves] == ["слово", "<mark>слово</mark>"]


def test_a_part_of_a_long_paragraph_continues_it():
    assert [leaf.continues for leaf in read(1, 1, 2).leaves] == [False, True, False]


def test_turns_begin_where_somebody_else_speaks():
    told = read(1, 2, 3, 4, speakers=["reporter", "president", "president", "indirect"])
    assert [leaf.turn for leaf in told.leaves] == [True, True, False, True]
    assert told.is_dialogue
    assert not read(1, 2).is_dialogue
