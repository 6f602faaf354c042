"""Words of duty that bind nobody: denied, asked about, or told on a condition."""

import pytest

from index.language import Tokens
from index.policy.duties.lexicon import read_lexicons
from index.policy.duties.modality.denying import standing
from index.policy.reading import read_table
from index.policy.wordings import Cue
from tests.index.policy.reading_aloud import annotated


def orders(text, language="ru"):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    return [(one.agencies, one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев не поручал Минтрансу строить переправу через озеро."),
        ("ru", "Президент отметил, что Минфин не обязан оплачивать ремонт причала."),
        ("ru", "По словам Президента, акиматы не должны были закрывать паромы."),
        ("ru", "Президент не исключил, что Минтрансу придётся отложить ремонт причала."),
        ("bg", "Токаев не е възложил на правителството да строи кей край езерото."),
        ("bg", "Президентът заяви, че правителството не е длъжно да плаща за кея."),
        ("kk", "Тоқаев Үкіметке көл жағасында айлақ салуды тапсырған жоқ."),
        ("kk", "Тоқаев Үкіметке көл жағасында айлақ салуды тапсырмады."),
        ("kk", "Президент Үкімет айлақ үшін төлеуге міндетті емес деді."),
        ("en", "Tokayev has not yet instructed the Government to build a pier by the lake."),
        ("en", "The President said that the Government is not obliged to pay for the pier."),
        ("en", "The President said that the Government does not have to pay for the pier."),
    ],
)
def test_what_is_denied_is_no_order(language, text):
    assert orders(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("ru", "Президент подчеркнул, что Правительство не должно строить причал из дерева.", ""),
        ("ru", "Президент не только поручил Правительству укрепить причал.", ""),
        ("ru", "Правительству не раз поручали, и Токаев поручил Правительству вновь.", ""),
        ("bg", "Токаев каза, че правителството не трябва да строи кея от дърво.", ""),
        ("kk", "Президент Үкімет айлақты ағаштан салмауы тиіс деді.", ""),
        ("en", "The President said that the Government must not build piers of wood.", ""),
        (
            "en",
            "The President not only instructed the Government to mend the pier by May 30.",
            "2025",
        ),
    ],
)
def test_what_is_forbidden_is_one_and_so_is_what_is_told_beside_a_denial(language, text, due):
    assert [(who, day[:4]) for who, day in orders(text, language)][-1:] == [(("government",), due)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент спросил, кто поручил Минтрансу сносить причал."),
        ("ru", "Токаев поинтересовался у акима, почему Минтранс должен платить за причал."),
        ("bg", "Президентът попита кой е възложил на правителството да събори кея."),
        ("kk", "Президент Үкіметке айлақты бұзуды кім тапсырғанын сұрады."),
        ("en", "The President asked who had instructed the Government to pull down the pier."),
    ],
)
def test_a_question_about_an_order_is_none(language, text):
    assert orders(text, language) == []


def test_behind_a_question_told_of_an_order_stands():
    text = "Президент спросил, кто снёс причал, и потребовал от Минфина вернуть деньги до 1 июля."
    assert orders(text) == [(("finance-ministry",), "2025-07-01")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Если Минтранс не успеет до 1 июля, Президент поручит причал другому ведомству."),
        ("bg", "Ако правителството не успее до 1 юли, президентът ще възложи кея на друг."),
        ("kk", "Егер Үкімет 1 шілдеге дейін үлгермесе, Президент айлақты басқаға тапсырады."),
        (
            "en",
            "If the Government fails by 1 July, the President will instruct others to build it.",
        ),
    ],
)
def test_a_condition_and_what_is_threatened_order_nothing(language, text):
    assert orders(text, language) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Президент заявил: если Минтранс не успеет до 1 июля, Минфин должен вернуть деньги.",
            [(("finance-ministry",), "")],
        ),
        (
            "Если лёд сойдёт рано, Правительству следует до 1 июля открыть паром, сказал Токаев.",
            [(("government",), "2025-07-01")],
        ),
    ],
)
def test_what_must_be_done_on_a_condition_is_an_order_of_those_behind_it(text, told):
    assert orders(text) == told


def test_a_sentence_without_its_words_keeps_all_cues():
    text = "Президент поручил Минтрансу открыть паром"
    tokens, cues = Tokens.of(text, "ru"), [Cue("orders", 1, 1)]
    words = read_lexicons(read_table("duties.toml"))["ru"].denied
    assert standing(text, tokens, cues, "ru", words) == cues
