import corpora

from index.search.folding import folded
from index.search.page import Hit


def hit(name, text, **said):
    header, ((passage, _),), _ = corpora.document(name, text, **said)
    return Hit(header, passage, 1.0, text, "")


ONE = "Президент поручил министру открыть двенадцать школ до осени"
AGAIN = "Глава государства поручил министру открыть двенадцать школ до осени"
OTHER = "Министр рассказал о дорогах и мостах области"


def shape(*hits):
    return [
        (each.hit.document.id, *(one.document.id for one in each.repeats)) for each in folded(hits)
    ]


def test_a_passage_told_again_in_another_text_of_the_event_is_folded():
    hits = [hit("a", ONE, event="e"), hit("b", OTHER, event="e"), hit("c", AGAIN, event="e")]
    assert shape(*hits) == [("a", "c"), ("b",)]


def test_other_events_and_languages_stay_apart():
    assert shape(hit("a", ONE, event="e"), hit("b", ONE, event="f")) == [("a",), ("b",)]
    assert shape(hit("a", ONE, event="e"), hit("b", ONE, event="e", language="kk")) == [
        ("a",),
        ("b",),
    ]


def test_a_refrain_within_one_text_is_no_version():
    assert shape(hit("a", ONE), hit("a", ONE)) == [("a",), ("a",)]


def test_what_the_page_before_showed_is_said_to_be_known():
    before = [hit("a", ONE, event="e")]
    other, again = folded([hit("b", OTHER, event="e"), hit("c", AGAIN, event="e")], before)
    assert again.shown == before[0]
    assert other.shown is None
