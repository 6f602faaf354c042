"""Words of duty that bind nobody: denied, asked about, guessed, hoped or on a condition."""

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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Если бы Президент поручил Минтрансу закрыть паром, об этом знали бы все."),
        ("ru", "Если б Токаев обязал Минфин платить за причал, рыбаки были бы рады."),
        ("bg", "Ако президентът беше възложил на правителството да затвори кея, щяхме да знаем."),
        ("kk", "Егер Президент Үкіметке айлақты жабуды тапсырған болса, бәрі білер еді."),
        ("en", "Had the President instructed the Government to close the pier, all would know."),
        ("en", "If Tokayev had instructed the Government to close the pier, all would know."),
    ],
)
def test_what_would_have_been_ordered_was_not(language, text):
    assert orders(text, language) == []


def test_what_was_ordered_indeed_stands_behind_if_too():
    text = "«Если в мае я поручил Минтрансу закрыть паром, то он закрыт», – сказал Президент."
    assert [who for who, _ in orders(text)] == [("transport-ministry",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Минтрансу не нужно строить второй причал, считает Токаев."),
        ("ru", "Минтрансу незачем строить второй причал, считает Токаев."),
        ("ru", "Минтрансу нет нужды строить второй причал, заметил Президент."),
        ("ru", "Минтрансу нет необходимости строить второй причал, заметил Президент."),
        ("ru", "«Не надо Минтрансу строить второй причал», – сказал Президент."),
        ("bg", "Не е нужно правителството да строи втори кей, каза Токаев."),
        ("bg", "Няма нужда правителството да строи втори кей, каза Токаев."),
        ("kk", "Президент Үкіметке екінші айлақ салу қажет емес деді."),
        ("kk", "Үкіметке екінші айлақ салудың қажеті жоқ, деді Тоқаев."),
        ("en", "The Government does not need to build another pier, Tokayev said."),
        ("en", "There is no need for the Government to build another pier, Tokayev said."),
    ],
)
def test_what_need_not_be_done_is_no_order(language, text):
    assert orders(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Аналитик ждёт, что Президент поручит Минтрансу ускориться."),
        ("ru", "Эксперты ожидают, что Токаев поручит Минтрансу построить причал до 1 июля."),
        ("bg", "Анализаторите очакват президентът да възложи на правителството да строи кей."),
        ("bg", "Експертът смята, че президентът ще възложи на правителството да строи кей."),
        ("kk", "Сарапшы Президент Үкіметке айлақ салуды тапсырады деп күтеді."),
        ("en", "The analyst expects that the President will instruct the Government to build."),
        ("en", "Analysts expect the President to instruct the Government to build by July 1."),
    ],
)
def test_what_strangers_guess_is_no_order(language, text):
    assert orders(text, language) == []


def test_what_was_ordered_is_an_order_whatever_is_thought_of_it():
    text = "Эксперты полагают, что Токаев поручил Минтрансу построить причал до 1 июля неспроста."
    assert orders(text) == [(("transport-ministry",), "2025-07-01")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев выразил надежду, что Парламент поддержит закон о паромах."),
        ("ru", "Президент надеется, что Минтранс достроит причал до 1 июля."),
        ("ru", "Президент выразил уверенность, что Парламент примет закон о паромах."),
        ("bg", "Президентът Токаев изрази надежда, че парламентът ще приеме закона за кея."),
        ("kk", "Тоқаев Парламент айлақ туралы заңды қолдайды деп үміттенеді."),
        ("kk", "Тоқаев Парламент айлақ туралы заңды қолдайды деген сенім білдірді."),
        ("en", "Tokayev expressed hope that Parliament will pass the law on ferries."),
        ("en", "The President hopes Parliament will pass the law on ferries."),
    ],
)
def test_a_hope_of_what_another_will_do_is_no_order(language, text):
    assert orders(text, language) == []


def test_behind_a_hope_told_of_an_order_stands():
    text = "Токаев выразил надежду, что Парламент поддержит закон, и поручил Минфину найти деньги."
    assert orders(text) == [(("finance-ministry",), "")]


def test_ahead_of_a_hope_told_of_an_order_stands():
    text = "Тоқаев Үкіметке айлақ салуды тапсырды және Парламент қолдайды деген үміт білдірді."
    assert [who[:1] for who, _ in orders(text, "kk")] == [("government",)]


def test_a_sentence_without_its_words_keeps_all_cues():
    text = "Президент поручил Минтрансу открыть паром"
    tokens, cues = Tokens.of(text, "ru"), [Cue("orders", 1, 1)]
    words = read_lexicons(read_table("duties.toml"))["ru"].denied
    assert standing(text, tokens, cues, "ru", words) == cues
