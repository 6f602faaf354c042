"""Labels of lines, and courtesies of him who asks."""

import pytest

from index.language import analyze
from index.policy import load_tables
from index.policy.speaking.turns import imprint, is_courtesy, label, lettered
from tests.index.policy.reading_aloud import annotated


@pytest.fixture(scope="module")
def manners():
    return load_tables().speakers.manners


@pytest.mark.parametrize(
    ("text", "who", "alone"),
    [
        ("Вопрос: Хватит ли воды?", "asks", False),
        ("Ответ: Хватит.", "answers", False),
        ("К. Токаев: Хватит.", "president", False),
        ("К.-Ж. ТОКАЕВ:", "president", True),
        ("Президент: Добрый день!", "president", False),
        ("БЕКТЕНОВ О.А.: Спасибо.", "other", False),
        ("Министр С. Нурбек: Мы готовы.", "other", False),
        ("Помощник Президента К. Токаева: Мы готовы.", "other", False),
    ],
)
def test_a_label_says_who_speaks(manners, text, who, alone):
    found = label(text, analyze(text, "ru"), manners["ru"])
    assert (found.who, found.alone) == (who, alone)


@pytest.mark.parametrize(
    "text",
    [
        "Токаев предупредил об угрозе: воды станет меньше.",
        "Главное: воды хватит.",
        "Токаев в ответ напомнил: вода дорога.",
        "Воды хватит.",
    ],
)
def test_other_lines_have_no_label(manners, text):
    assert label(text, analyze(text, "ru"), manners["ru"]) is None


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("– Спасибо за беседу!", True),
        ("– Господин Президент, поговорим о воде.", True),
        ("– Воды хватит.", False),
    ],
)
def test_who_asks_also_thanks(manners, text, courtesy):
    assert is_courtesy(text, manners["ru"].talk) is courtesy


def test_letters_are_labels_where_somebody_asks():
    found = lettered(["Q. Is there water?", "A. There is.", "It rained."])
    assert [one and one.who for one in found] == ["asks", "answers", None]


def test_an_initial_is_no_label():
    assert lettered(["A. Smailov said that there is water."]) == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Беседовал Иван Петров.", True),
        ("Интервью взяла Анна Ли.", True),
        ("This interview was edited for length.", True),
        ("Сұхбатты жүргізген – Айбек Нұр.", True),
        ("Разговора води Петър Илиев.", True),
        ("Интервью мне понравилось.", False),
    ],
)
def test_an_imprint_is_of_nobody_in_the_talk(manners, text, told):
    assert (imprint(text, manners["ru"].talk) is not None) is told


def test_a_label_may_say_what_the_person_is():
    told = annotated(
        "К. Токаев: Пробуйте, и не бойтесь ошибок.",
        "А. Абдиева, основательница сервиса: А если мы провалимся?",
        "К. Токаев: Значит, начнёте снова.",
        title="Стенограмма беседы Президента",
    )
    assert [one.speaker.role for one in told] == ["president", "reporter", "president"]
    assert told[1].speaker.name == "А. Абдиева"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "— Говорят, что Правительство уйдёт в отставку."),
        ("ru", "— Ходят слухи, будто Минтранс закроет причал."),
        ("en", "— They say that the Government will resign."),
        ("kk", "— Үкімет отставкаға кетеді дейді жұрт."),
        ("bg", "— Говори се, че правителството ще подаде оставка."),
    ],
)
def test_a_rumour_told_in_a_talk_is_of_him_who_asks(language, text):
    talk = ("— Господин Президент, когда построят причал?", "— К осени.", text, "— Это слухи.")
    told = annotated(*talk, language=language, title="Интервью Токаева")
    assert [one.speaker.role for one in told] == ["reporter", "president"] * 2
    assert told[2].instructions == ()


def test_an_answer_may_begin_with_what_is_said():
    talk = ("— Господин Президент, что с причалом?", "— Говорят, что он утонул. Это не так.")
    told = annotated(*talk, "— Спасибо.", title="Интервью Токаева")
    assert told[1].speaker.role == "president"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "ru",
            (
                "– Господин Президент, хватит ли воды полям?",
                "– Хватит, если беречь её.",
                "– Крестьяне опасаются засухи.",
                "– Опасения понятны, но каналы уже чинят.",
            ),
        ),
        (
            "kk",
            (
                "– Қасым-Жомарт Кемелұлы, су жете ме?",
                "– Үнемдесек, жетеді.",
                "– Диқандар қуаңшылықтан қорқады деген пікір бар.",
                "– Арналарды жөндеп жатыр.",
            ),
        ),
        (
            "bg",
            (
                "– Господин президент, ще стигне ли водата?",
                "– Ще стигне, ако се пази.",
                "– Хората се боят от суша.",
                "– Каналите вече се поправят.",
            ),
        ),
        (
            "en",
            (
                "– Mr President, will the water last?",
                "– It will last if people save it.",
                "– Farmers fear a drought.",
                "– The canals are being mended.",
            ),
        ),
    ],
)
def test_what_is_told_to_him_in_an_interview_is_not_his(language, lines):
    told = annotated(*lines, language=language, title="Вода")
    roles = [one.speaker.role for one in told]
    assert roles == ["reporter", "president", "reporter", "president"]


def test_the_last_line_of_an_interview_is_his():
    told = annotated(
        "– Господин Президент, хватит ли воды полям?",
        "– Хватит, если беречь её.",
        "– Каналы уже чинят.",
        title="Вода",
    )
    assert [one.speaker.role for one in told] == ["reporter", "president", "president"]


def test_he_answers_whom_another_line_addresses():
    told = annotated(
        "– Сколько у вас лодок, которые никто не чинит? – Токаев повернулся к морякам. – Сочтите.",
        "– Сорок, Касым-Жомарт Кемелевич, – нашёлся капитан порта Иван Шмидт.",
        "– Вот видите, а гвозди просили на все.",
        title="Порт",
    )
    assert [one.speaker.role for one in told] == ["president", "reporter", "president"]
