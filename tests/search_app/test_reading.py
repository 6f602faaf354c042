from index.documents.document import Passage
from search_app.reading import reading


def passages(*paragraphs):
    return [
        Passage("d", ordinal, paragraph, "слово", 0, 5)
        for ordinal, paragraph in enumerate(paragraphs, 1)
    ]


def test_found_passages_lead_to_one_another():
    read = reading(passages(1, 2, 3, 4), ["а", "<mark>б</mark>", "в", "<mark>г</mark>"])
    assert read.found == (2, 4)
    assert [(leaf.previous, leaf.next) for leaf in read.leaves] == [
        (None, 2),
        (None, 4),
        (2, 4),
        (2, None),
    ]
    assert [leaf.matched for leaf in read.leaves] == [False, True, False, True]


def test_a_part_of_a_long_paragraph_continues_it():
    read = reading(passages(1, 1, 2), ["а", "б", "в"])
    assert [leaf.continues for leaf in read.leaves] == [False, True, False]
