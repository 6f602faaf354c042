from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.document import Document
from index.documents.passages import LONGEST_PASSAGE, cut, with_language

SENTENCE = "Правительство подготовит отчёт о ходе работ к началу осени."


def document(*paragraphs, language="ru"):
    return Document("d", "Т", paragraphs, language=language)


def test_passage_is_a_paragraph():
    first, second = cut(document("Первый. Да.", "Второй."))
    assert (first.text, first.ordinal, first.paragraph) == ("Первый. Да.", 1, 1)
    assert (second.text, second.ordinal, second.paragraph) == ("Второй.", 2, 2)


def test_long_paragraph_is_cut_between_sentences_into_equal_parts():
    passages = cut(document(" ".join([SENTENCE] * 50)))
    assert len(passages) == 2
    assert {len(passage.text) for passage in passages} == {25 * len(SENTENCE) + 24}
    assert {passage.paragraph for passage in passages} == {1}


def test_list_is_kept_whole_or_cut_between_items():
    item = f"• {SENTENCE} {SENTENCE}"
    (whole,) = cut(document("\n".join([item] * 5)))
    assert whole.text.count("•") == 5
    parts = cut(document("\n".join([item] * 20)))
    assert all(part.text.startswith("•") for part in parts)
    assert sum(part.text.count("•") for part in parts) == 20


@pytest.mark.parametrize("endless", ["слово " * 1000, "ъ" * 5000])
def test_endless_sentence_is_cut_at_spaces_if_it_has_any(endless):
    passages = cut(document(endless))
    assert all(len(passage.text) <= LONGEST_PASSAGE for passage in passages)
    assert not any("сло" in passage.text and "слово" not in passage.text for passage in passages)


PARAGRAPHS = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="Аб. \n•1)«»", min_size=1, max_size=6000),
        st.integers(1, 9000).map(lambda size: "ы" * size),
    ),
    min_size=1,
    max_size=5,
)


@given(PARAGRAPHS)
def test_passages_cover_the_text_in_order_and_do_not_overlap(paragraphs):
    whole = document(*paragraphs)
    at = 0
    for number, passage in enumerate(cut(whole), 1):
        assert passage.ordinal == number
        assert whole.text[passage.start : passage.end] == passage.text
        assert whole.text[at : passage.start].strip() == ""
        assert passage.text == passage.text.strip() != ""
        assert len(passage.text) <= LONGEST_PASSAGE
        at = passage.end
    assert whole.text[at:].strip() == ""


@given(PARAGRAPHS)
def test_sentences_lie_within_their_passage(paragraphs):
    for passage in cut(document(*paragraphs)):
        spans = [edge for s in passage.sentences for edge in (s.start, s.end)]
        assert spans == sorted(spans)
        assert all(0 <= edge <= len(passage.text) for edge in spans)


def test_many_uneven_sentences_are_cut_in_a_moment():
    text = " ".join(["А" + "б" * 1490 + ".", "Да."] * 1500)
    assert all(len(passage.text) <= LONGEST_PASSAGE for passage in cut(document(text)))


def test_passage_speaks_the_language_of_most_of_its_letters():
    (passage,) = cut(
        document(
            "Президентът възложи на правителството да приключи работата до края на годината. "
            "Это надо сделать раньше.",
            language="bg",
        )
    )
    assert passage.language == "bg"
    assert [sentence.language for sentence in passage.sentences] == ["bg", "ru"]
    assert passage.languages == ("bg", "ru")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министерство подготовило новый план, который обсудят этой осенью.", "ru"),
        ("Министерството подготви нов план, който ще бъде обсъден през есента.", "bg"),
        ("Министрлік жаңа жоспар әзірледі, ол күзде талқыланады.", "kk"),
        ("The ministry has prepared a new plan, to be discussed in autumn.", "en"),
    ],
)
def test_document_without_a_language_gets_that_of_its_passages(text, language):
    silent = document(text, language="")
    assert with_language(silent, cut(silent)).language == language


def test_given_language_is_kept():
    given_one = document("The plan.", language="kk")
    assert with_language(given_one, cut(given_one)) is given_one


def test_a_passage_has_other_parts_and_all_else_as_it_was():
    (passage,) = cut(document("Первый. Да."))
    other = passage.having(language="kk", seen=3)
    assert other == replace(passage, language="kk", seen=3)
    assert (passage.language, passage.seen) != (other.language, other.seen)
