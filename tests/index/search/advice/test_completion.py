import pytest
from corpora import build, speech

from index.documents.document import Document, Passage
from index.language import analyze
from index.search.advice.completion import Completion, Completions, of_index
from index.search.advice.frequent import frequent_words, phrases
from index.store.reader import open_index

TEXTS = (
    "Внедрение искусственного интеллекта в школах. Цифровая трансформация отраслей.",
    "Искусственный интеллект и цифровая трансформация школ.",
    "О развитии искусственного интеллекта и о цифровой трансформации.",
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    added = []
    for number, text in enumerate(TEXTS):
        said = {"title": f"Речь о школах, часть {number}", "title_derived": number == 2}
        added.append(speech(f"speech{number}", "ru", text, **said))
    build(path, added)
    return open_index(path)


def test_frequent_phrases_are_said_once_in_the_form_of_dictionaries(ix):
    assert phrases(ix) == {"искусственный интеллект": 3, "цифровая трансформация": 3}


def test_frequent_words_are_said_once_but_in_each_language(tmp_path):
    text = "Казахстан строит. О Казахстане. В Казахстане, и Қазақстан, Қазақстанда; мост."
    added = []
    for name in ("a", "b", "c"):
        passage = Passage(name, 1, 1, text, 0, len(text), "ru")
        added.append((Document(name, "", ()), [(passage, analyze(text, "ru"))], ()))
    build(tmp_path, added)
    found = frequent_words(open_index(tmp_path))
    assert found.count("казахстан") == found.count("қазақстан") == found.count("мост") == 1
    assert "казахстане" not in found


def test_a_compound_is_one_word_of_a_phrase(tmp_path):
    text = "Касым-Жомарт Токаев. " * 3
    build(tmp_path, [speech("a", "ru", text)])
    assert "касым-жомарт токаев" in phrases(open_index(tmp_path))


def test_titles_that_were_given_are_completions(ix):
    titles = [each for each in of_index(ix) if each.kind == "document"]
    assert [each.id for each in titles] == ["speech1", "speech0"]


MADE = Completions(
    [
        Completion("phrase", "искусственный интеллект"),
        Completion("phrase", "электронное правительство"),
        Completion("agency", "Правительство", "government", ("Government", "ҚР Үкіметі", "Үкімет")),
        Completion("area", "ИИ в образовании", "ai-education"),
        Completion("document", "Совещание по искусственному интеллекту", "meeting"),
        *(Completion("document", f"Правила {n}", f"rules{n}") for n in range(9)),
    ]
)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("искус", ["искусственный интеллект", "Совещание по искусственному интеллекту"]),
        (
            "Искусственный  ИНТ",  # then what is inflected otherwise
            ["искусственный интеллект", "Совещание по искусственному интеллекту"],
        ),
        ("правительству", ["Правительство", "электронное правительство"]),
        ("электронного пра", ["электронное правительство"]),
        ("электронному правительству", ["электронное правительство"]),
        ("үкі", ["Правительство"]),  # by another name
        ("gover", ["Правительство"]),
        ("метi", []),
        ("интелл", ["искусственный интеллект", "Совещание по искусственному интеллекту"]),
        ("правительс", ["Правительство", "электронное правительство"]),  # a beginning goes first
        ("«элек", ["электронное правительство"]),
        ("тельство", []),  # not the beginning of a word
        ("и", []),
        ("", []),
        ("\n", []),
    ],
)
def test_beginnings_of_words_are_completed(text, texts):
    assert [each.text for each in MADE.find(text)] == texts


def test_one_kind_leaves_room_for_others():
    found = [each.kind for each in MADE.find("прав")]
    assert found[:6] == ["agency", "document", "document", "document", "document", "phrase"]
    assert len(found) == 8


def test_no_phrase_crosses_the_end_of_a_sentence_or_a_comma(tmp_path):
    text = "Растёт экспорт зерна. Правительство слушает, парламент решает. " * 3
    passage = Passage("a", 1, 1, text, 0, len(text), "ru")
    build(tmp_path, [(Document("a", "", ()), [(passage, analyze(text, "ru"))], ())])
    assert set(phrases(open_index(tmp_path))) == {
        "растет экспорт зерна",
        "правительство слушает",
        "парламент решает",
    }
