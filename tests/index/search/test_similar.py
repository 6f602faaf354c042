import pytest
from corpora import speeches

from index.search.similar import similar

TEXTS = {
    "one": ("ru", "Касым-Жомарт Токаев поручил Акорде открыть 15 школ в Кызылорде до осени."),
    "copy": ("ru", "Касым-Жомарт Токаев поручил Акорде открыть 15 школ в Кызылорде до зимы."),
    "near": ("ru", "В Кызылорде построят новые школы, сообщили вчера журналистам местной газеты."),
    "bulgarian": ("bg", "Токаев възложи 15 училища в Кызылорде."),
    "far": ("ru", "Погода на завтра: дождь со снегом и сильный ветер."),
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    return speeches(tmp_path_factory.mktemp("index"), TEXTS)


def like(ix, name, **kept):
    _, (passage,) = ix.document(name)
    return [(each.passage.document, each.same) for each in similar(ix, passage, **kept)]


def test_copies_come_first_and_are_marked(ix):
    assert like(ix, "one")[0] == ("copy", True)
    assert ("near", False) in like(ix, "one")


def test_names_and_numbers_lead_to_other_languages(ix):
    assert ("bulgarian", False) in like(ix, "one")
    assert "one" in dict(like(ix, "bulgarian"))


def test_a_passage_is_not_like_itself_nor_like_anything(ix):
    assert "one" not in dict(like(ix, "one"))
    assert like(ix, "far") == []


def test_no_more_than_wanted(ix):
    assert len(like(ix, "one", limit=1)) == 1
