"""Events found at indexing: the same whether documents come together or one by one."""

import itertools
from collections import Counter
from functools import partial

import pytest

from index import occasions
from index.documents.dates import PartialDate
from index.documents.document import Document
from index.indexing import Library
from index.occasions import Standing, Ties, assigned

MINES = (
    "В Караганде прошло совещание о шахтах. Директор Ержан Омаров назвал 417 нарушений. "
    "По словам главы государства, 38,5 млрд тенге уйдут на крепи до приезда Дидье Бюрнода."
)
AGAIN = "Ержан Омаров из Караганды: 417 нарушений, 38,5 млрд тенге, визит Дидье Бюрнода."
GARDENS = "Форум о садах собрал 90 гостей в Шымкенте. Асель Турсунова показала 12 яблонь."


def report(name, text, date="2024-03-05", event=""):
    return Document(name, name, (text,), PartialDate.parse(date), event=event, language="ru")


def run(steps):
    """Documents put in step by step, as ``Library`` does it; the event of each."""
    archive, stood = {}, {}
    for step in steps:
        archive |= {each.id: each for each in step}
        names = [each.id for each in step]
        told = assigned(stood, names, [], partial(map, archive.__getitem__))
        for name, event in told.items():
            known = Standing.of(archive[name])
            stood[name] = Standing(known.first, known.last, event)
    return {name: each.event for name, each in stood.items()}


REPORTS = [
    report("mines-b", MINES),
    report("mines-a", MINES + " Подробности позже."),
    report("gardens", GARDENS, "2024-03-20"),
    report("named", "Совет об урожае.", "2024-06-01", event="orchards"),
    report("later", AGAIN, "2024-09-05"),
]
EVENTS = {
    "mines-a": "mines-a",
    "mines-b": "mines-a",
    "gardens": "",
    "named": "orchards",
    "later": "",
}


@pytest.mark.parametrize("few", [occasions.FEW, 2])
def test_together_or_one_by_one_in_any_order(few, monkeypatch):
    monkeypatch.setattr(occasions, "FEW", few)
    assert run([REPORTS]) == EVENTS
    for order in itertools.islice(itertools.permutations(REPORTS), 0, 120, 7):
        assert run([[each] for each in order]) == EVENTS


def test_a_given_event_is_kept_whatever_the_text_is_like(monkeypatch):
    monkeypatch.setattr(occasions, "FEW", 1)
    told = run([[report("a", MINES, event="x")], [report("b", MINES, event="y")]])
    assert told == {"a": "x", "b": "y"}


def test_a_crowded_day_is_not_compared(monkeypatch):
    for limit in ("FEW", "BUSY", "CROWD"):
        monkeypatch.setattr(occasions, limit, 2)
    assert set(run([[report(name, MINES) for name in "abc"]]).values()) == {""}


@pytest.mark.parametrize("busy", [occasions.BUSY, 1])
def test_a_document_compared_with_several_months_is_read_once_for_it(busy, monkeypatch):
    monkeypatch.setattr(occasions, "FEW", 4)
    monkeypatch.setattr(occasions, "BUSY", busy)
    archive = {
        f"{month}{number}": report(f"{month}{number}", MINES, f"2024-0{month}-05")
        for month in range(1, 6)
        for number in "ab"
    }
    fetched = Counter()

    def fetch(names):
        fetched.update(names)
        return [archive[name] for name in names]

    assert all(assigned({}, list(archive), [], fetch).values())
    assert set(fetched.values()) == {2}  # once for its day


def test_ties_join_what_shares_a_name():
    ties = Ties()
    ties.tie(["a", "b"])
    ties.tie(["c", "d"])
    ties.tie(["b", "c"])
    ties.tie(["e"])
    assert sorted(sorted(group) for group in ties.groups()) == [["a", "b", "c", "d"], ["e"]]


def test_a_document_joins_the_event_of_one_indexed_before(tmp_path):
    library = Library(tmp_path / "data")
    for name in ("mines-b", "mines-a"):
        (tmp_path / f"{name}.txt").write_text(f"date 2024-03-05 {MINES}", "utf-8")
        library.add([tmp_path / f"{name}.txt"], pytest.fail)
    events = {each.id: each.event for each in library.index().documents()}
    assert events == {"mines-a": "mines-a", "mines-b": "mines-a"}
    library.remove(["mines-a"])
    assert [each.event for each in library.index().documents()] == [""]
