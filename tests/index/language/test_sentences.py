import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import sentences, split_sentences


def cut(text):
    return " | ".join(text[start:end] for start, end in split_sentences(text))


@pytest.mark.parametrize(
    "shown",
    [
        "В 2025 г. рынок вырос. | Это много!",
        "К. К. Токаев и А.Б. Иванов прибыли в г. Астана. | «Мы готовы», – сказал он.",
        "Рост составил 4,8 млрд. | Это рекорд.",
        "И т.д. и т.п. | Конец.",
        "«Мы идём вперёд!» – сказал он. | – Это важно…",
        "Что? | Где?! | Когда… | Тогда.",
        "Живёт на ул. Абая, д. 5. | Там хорошо.",
        "Mr. Smith came. | He left at 5 p.m. | Then he slept.",
        "Бұл 2025 ж. болды. | Үкімет шешті.",
        "През 2033 г. пазарът ще расте. | Съгласен съм.",
        "Версия 2.0 вышла. | Сайт egov.kz открыт.",
        "В 2025 г. Правительство внесло закон.",
        "Так было, т.е. так и будет.",
    ],
)
def test_sentences_end_where_readers_end_them(shown):
    assert cut(shown.replace(" | ", " ")) == shown


def test_a_line_ends_a_sentence_and_a_number_opens_one():
    assert cut("1. Первое дело\n2. Второе дело") == "1. Первое дело | 2. Второе дело"


@given(st.text(alphabet="Аб вГ.!?…»« \n–1", max_size=80))
def test_nothing_but_space_is_lost(text):
    spans = split_sentences(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "").replace(
        "\n", ""
    ) == text.replace(" ", "").replace("\n", "")
    assert spans == sorted(spans)


def test_each_sentence_has_its_language():
    text = "Правителството обсъди въпроса. Правительство обсудило этот вопрос."
    assert [sentence.language for sentence in sentences(text, "bg")] == ["bg", "ru"]
