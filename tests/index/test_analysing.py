import pytest

from index.analysing import all_analysed, analysed
from index.documents.document import Document


@pytest.fixture
def work():
    texts = ["Президент поручил министерству открыть школы.", "Дожди размыли дорогу к посёлку."]
    return [
        (Document(f"d{number}", "Хроника", (texts[number % 2], texts[0])), {})
        for number in range(40)
    ]


def test_several_processes_give_what_one_gives_in_the_same_order(work):
    one = list(all_analysed(work, len(work), 1))
    assert list(all_analysed(iter(work), len(work), 2)) == one
    assert one == [analysed(*each) for each in work]


def test_an_error_in_another_process_comes_back(work):
    with pytest.raises(AttributeError):
        list(all_analysed([*work, (None, {})], len(work), 2))
