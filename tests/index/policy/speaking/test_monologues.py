"""Words of the President without marks of speech beside them."""

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
