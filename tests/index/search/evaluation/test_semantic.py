import pytest
from concepts import Concepts
from corpora import speech

from index.errors import SearchError
from index.meaning import Meaning, choose
from index.search.request import FACETS, SearchRequest
from index.search.search import search
from index.store.reader import open_index
from index.store.writer import Writer

TEXTS = {
    "ru1": ("ru", "Каждая школа получит интернет."),
    "ru2": ("ru", "Новый мост соединит берега."),
    "ru3": ("ru", "Сельский врач принимает с утра."),
    "ru4": ("ru", "Погода испортилась к вечеру."),
    "bg1": ("bg", "Всяко училище ще има мрежа."),
    "bg2": ("bg", "Лекар преглежда сутрин."),
    "bg3": ("bg", "Времето се развали."),
    "bg4": ("bg", "Реката замръзна рано."),
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    with Writer(path, embed=Concepts().passages) as writer:
        for name, text in TEXTS.items():
            writer.add(*speech(name, *text))
        writer.commit(1)
    return open_index(path)


@pytest.fixture
def _by_meaning(monkeypatch):
    monkeypatch.setattr(Meaning, "model", Concepts())


def page(ix, text, **wanted):
    return search(ix, SearchRequest(text, per_page=100, **wanted), lambda _, value: value)


def found(ix, text, **wanted):
    return [hit.document.id for hit in page(ix, text, **wanted).hits]


@pytest.mark.usefixtures("_by_meaning")
def test_a_russian_question_finds_the_bulgarian_answer(ix):
    assert found(ix, "Какая школа получит интернет?") == ["ru1", "bg1"]
    assert found(ix, "школа интернет", languages=frozenset({"bg"})) == ["bg1"]
    assert page(ix, "школа интернет").notes[-1].code == "by-meaning"


@pytest.mark.usefixtures("_by_meaning")
@pytest.mark.parametrize(
    "text", ['"школа интернет"', "школа -интернет", "школа", "!школа интернет"]
)
def test_operators_and_single_words_are_taken_as_they_stand(ix, text):
    assert not {"bg1", "bg2"} & set(found(ix, text))


@pytest.mark.usefixtures("_by_meaning")
def test_without_help_words_alone_count(ix):
    assert found(ix, "школа интернет", helped=False) == ["ru1"]


def test_without_a_model_words_alone_count(ix):
    assert found(ix, "школа интернет") == ["ru1"]


@pytest.mark.usefixtures("_by_meaning")
@pytest.mark.parametrize("text", ["школа интернет", "врач принимает", "погода дорога"])
def test_every_facet_counts_what_its_link_shows(ix, text):
    wanted = SearchRequest(text)
    for facet in FACETS:
        for value in page(ix, text).facets[facet]:
            link = wanted.with_value(facet, value.value)
            shown = search(ix, link, lambda _, value: value)
            assert shown.totals.passages == value.count, (facet, value)


@pytest.mark.usefixtures("_by_meaning")
def test_words_are_marked_where_there_are_any(ix):
    first, second = page(ix, "школа интернет").hits
    assert "<mark>школа</mark>" in first.snippet
    assert second.snippet == TEXTS["bg1"][1]


def test_a_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr("index.meaning.PACKAGE", "no_such_package")
    with pytest.raises(SearchError, match="no_such_package"):
        choose(on=True)
    assert Meaning.model is None
