"""Words of the President without marks of speech beside them."""

import pytest

from tests.index.policy.reading_aloud import annotated


def roles(*paragraphs, title, language="ru"):
    return [one.speaker.role for one in annotated(*paragraphs, title=title, language=language)]


def test_a_title_that_names_a_speech_needs_no_first_person_in_each_line():
    told = roles(
        "Friends, the bus is late, so I will be brief.",
        "A library costs less than a fence. Build libraries.",
        title="Full text: President Tokayev on libraries",
        language="en",
    )
    assert told == ["president", "president"]


def test_what_tells_of_him_stands_around_a_speech():
    told = roles(
        "Президент прибыл в Тараз вечером.",
        "Друзья! Я долго ехал и буду краток.",
        "Библиотека дешевле забора. Стройте библиотеки.",
        "Затем Президент осмотрел сад.",
        title="Речь Президента в Таразе",
    )
    assert told == ["reporter", "president", "president", "reporter"]


def test_a_line_with_a_colon_leads_on_to_words_without_marks():
    told = roles(
        "В Таразе открыли сад.",
        "Глава государства сказал:",
        "Я сажал такие яблони мальчишкой. Прошу беречь наш сад.",
        title="Сад в Таразе",
    )
    assert told == ["reporter", "reporter", "president"]


def test_in_an_interview_he_answers():
    told = roles(
        "Господин Президент, зачем городу второй сад?",
        "Чтобы в первом было просторнее.",
        title="Интервью Президента газете",
    )
    assert told == ["reporter", "president"]


def test_a_question_of_his_own_makes_the_next_line_another_s():
    told = roles(
        "– Скажите, – спросил Президент у садовника, – сколько здесь яблонь?",
        "– Триста, – ответил садовник.",
        "– Этого мало. К осени посадите ещё.",
        title="Сад в Таразе",
    )
    assert told == ["president", "reporter", "president"]


def test_the_line_below_says_whose_the_words_are():
    told = roles(
        "Министр Олжас Кимов вошёл в зал. «Яблони посажены все до одной», – доложил он.",
        "«Так почему же их не видно ни с дороги, ни из окна?»",
        "Такими словами Президент встретил доклад.",
        title="Сад в Таразе",
    )
    assert told[1] == "president"


def test_single_marks_hold_words():
    told = roles(
        "'An orchard without water is firewood,' Tokayev said.",
        title="An orchard",
        language="en",
    )
    assert told == ["president"]


GREETINGS = [
    ("ru", "Уважаемые аграрии! Я вижу, что весна ранняя.", "На складах нужно навести порядок."),
    ("kk", "Құрметті ұстаздар! Мен сіздерге ризамын.", "Біз кітапты көбейтеміз."),
    ("bg", "Уважаеми учители! Аз ви благодаря.", "Нашата задача е ясна."),
    ("en", "Dear teachers! I know how tired you are.", "We owe you a warm school."),
]


@pytest.mark.parametrize(("language", "first", "then"), GREETINGS)
def test_who_addresses_people_speaks_himself_whatever_the_title(language, first, then):
    assert roles(first, then, title="2026", language=language) == ["president", "president"]


def test_an_address_ends_where_nothing_of_his_own_follows():
    told = roles(
        "Уважаемые аграрии! Я вижу, что весна ранняя.",
        "Министр Олжас Кимов вручил гостям семена сорта «Заря».",
        title="Встреча с аграриями",
    )
    assert told == ["president", "reporter"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Почта", "Уважаемая редакция! Я третий раз хожу за справкой."),
        ("От редакции", "Уважаемые читатели! Мы были в поле, и нам показали семена."),
        ("Министр Олжас Кимов об урожае", "Уважаемые аграрии! Я вижу, что весна ранняя."),
        ("Пост помощника Президента", "Друзья, я коротко: школа тесна, мы считали места."),
        ("Дневник инспектора", "Я пришёл в школу рано. Мы ждали звонка."),
    ],
)
def test_letters_posts_and_addresses_of_others_are_not_his(title, text):
    assert roles(text, title=title) == ["reporter"]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Стенограмма встречи в Таразе", "president"),
        ("Стенограмма заседания Правительства", "reporter"),
    ],
)
def test_a_transcript_need_not_say_whose_it_is(title, role):
    assert roles("Коллеги, я буду краток. Прошу вас работать.", title=title) == [role]


def test_what_stands_in_brackets_of_its_own_is_of_him_who_took_the_words_down():
    told = roles(
        "Friends, I will be brief.",
        "(Applause. A voice from the hall: “And what about the heating, Mr President?”)",
        "The heating is a fair question, and I have not forgotten it.",
        title="Transcript: remarks in Taraz",
        language="en",
    )
    assert told == ["president", "reporter", "president"]


def test_an_order_in_brackets_is_still_told():
    assert roles("(Президент велел вернуть сад людям.)", title="Сад") == ["indirect"]


def test_who_asks_in_his_own_words_speaks_where_the_title_names_him():
    told = roles(
        "Мы привыкли рубить сады, а не сажать их.",
        "Прошу акиматы вернуть сады людям.",
        "Встречу показали по телевидению.",
        title="Сады и заборы: Токаев о городах",
    )
    assert told == ["president", "president", "reporter"]


SPEECHES = [
    (
        "ru",
        "Уважаемые моряки! Я долго ждал нашей встречи.",
        "Один капитан спросил: «А где же причал, который нам обещали?» Вопрос верный.",
        "С праздником вас!",
    ),
    (
        "kk",
        "Құрметті теңізшілер! Мен бұл кездесуді көп күттім.",
        "Бір ақсақал: «Балам, бізге кеме емес, айлақ керек», – деді. Орынды сөз.",
        "Сіздерге рақмет!",
    ),
    (
        "bg",
        "Уважаеми моряци! Аз дълго чаках нашата среща.",
        "Един капитан попита: „А къде е кеят, който ни обещахте?“ Прав е.",
        "Честит празник!",
    ),
    (
        "en",
        "Dear sailors! I have long waited for our meeting.",
        "An old man told me: “My son, we need a pier and not a ship.” He was right.",
        "Thank you!",
    ),
]


@pytest.mark.parametrize(("language", "first", "then", "last"), SPEECHES)
def test_who_addresses_people_may_quote_others(language, first, then, last):
    told = roles(first, then, last, title="2026", language=language)
    assert told == ["president", "president", "president"]
