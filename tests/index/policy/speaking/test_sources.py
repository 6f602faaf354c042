"""Whose orders and thoughts a plain report tells where no word says so at once."""

import pytest

from tests.index.policy.reading_aloud import annotated


def roles(title, *paragraphs, language="ru"):
    passages = annotated(*paragraphs, language=language, title=title)
    return [one.speaker.role for one in passages]


def test_who_speaks_only_below_gives_no_orders_above():
    assert roles(
        "Спутники следят за полями",
        "Снимки нужны всем. Минсельхозу дано два месяца на то, чтобы открыть к ним доступ.",
        "Первый снимок, сообщил министр сельского хозяйства, готов.",
    ) == ["indirect", "reporter"]


def test_who_speaks_first_gives_the_orders_below():
    assert roles(
        "Спутники следят за полями",
        "Министр сельского хозяйства сообщил, что снимки готовы.",
        "Акимату Алматы дано два месяца на то, чтобы их разослать.",
    ) == ["reporter", "reporter"]


@pytest.mark.parametrize(
    "text",
    [
        "Акиматы обязаны до 1 мая перевести диспетчеров туда, где маршрут строит программа.",
        "Два ведомства спорили год. Минздраву дан месяц, чтобы проверить хранилища.",
    ],
)
def test_orders_by_nobody_are_his_whatever_else_the_passage_tells(text):
    assert roles("Скорая помощь", text) == ["indirect"]


def test_a_body_that_is_obliged_says_nothing():
    assert roles(
        "Съезд врачей",
        "Врач, сказал Токаев, пишет больше, чем лечит. Министерство здравоохранения обязано до "
        "1 мая сократить число бумаг. Снимки разберёт машина, а слово останется за человеком.",
    ) == ["indirect"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Учитель, сказал Токаев, пишет слишком много бумаг."),
        ("ru", "Министры, заметил глава государства, опять опоздали."),
        ("bg", "Учителите, каза Токаев, пишат твърде много."),
        ("en", "Teachers, said Tokayev, fill in too many forms."),
    ],
)
def test_who_stands_behind_a_verb_set_off_by_commas_speaks(language, text):
    assert roles("Съезд", text, language=language) == ["indirect"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Гани Абдиев добавил, что курс прошли сорок тысяч человек.", "Гани Абдиев"),
        ("ru", "Илон Маск заявил, что Минздрав должен до 1 мая открыть данные.", "Илон Маск"),
        ("en", "Elon Musk said the Ministry of Finance must open its data by 1 May.", "Elon Musk"),
    ],
)
def test_a_bare_name_beside_a_verb_speaks(language, text, name):
    opening = {"ru": "Президент Токаев открыл форум.", "en": "President Tokayev opened a forum."}
    passage = annotated(opening[language], text, language=language)[-1]
    assert (passage.speaker.role, passage.speaker.name) == ("reporter", name)
    assert passage.instructions == ()


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (  # judges who are overworked do nothing here
            "ru",
            ["Токаев провёл совещание о судах. Судьи перегружены, и споры, по его оценке, длятся."],
        ),
        ("ru", ["Токаев осмотрел порт.", "Акимат и завод, сказал он, в ответе за дорогу."]),
        ("ru", ["Глава государства оправданий не принял."]),
        (
            "en",
            [
                "President Tokayev toured a port.",
                "He sees two roads. Kazakhstan, in his view, can take both.",
            ],
        ),
        ("bg", ["На Токаев това му се вижда малко."]),
    ],
)
def test_what_he_thinks_is_retold_whatever_stands_around(language, texts):
    assert roles("Поездка", *texts, language=language)[-1] == "indirect"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент приезжал сюда прошлой осенью, после паводка."),
        ("ru", "Токаев поговорил по телефону с президентом Узбекистана."),
        ("ru", "Следующее заседание Совета назначено на октябрь."),
        ("ru", "Члены Совета сфотографировались с Президентом."),
        ("bg", "Президентът Токаев проведе съвещание по въпросите на водата, съобщиха от двореца."),
        ("bg", "Такива занятия има в Назарбаев университет."),
        ("en", "The President began the day in Aktau, where he met fishermen."),
        ("en", "Costs vary, and no total has been given."),
        ("kk", "Қасым-Жомарт Тоқаевтың төрағалығымен Үкімет отырысы өтті."),
    ],
)
def test_what_he_does_and_what_is_called_after_him_is_not_retold(language, text):
    assert roles("Токаев в регионе", text, language=language) == ["reporter"]


def test_he_behind_another_who_speaks_is_not_the_president():
    assert roles(
        "В кабинете министров",
        "Премьер Олжас Абдиев перечислил беды. Министерству финансов он приказал до 1 мая "
        "закрыть реестр.",
    ) == ["reporter"]


def test_a_decree_orders_by_itself_but_he_may_speak_of_it():
    order = "Национальному Банку предписано в месячный срок принять правила."
    assert roles("Подписан указ о рынке", f"Указ введён в действие. {order}") == ["reporter"]
    assert roles("Подписан указ о рынке", f"Токаев потребовал порядка. {order}") == ["indirect"]


def test_a_speech_in_quotes_is_his_though_nobody_is_named():
    assert roles(
        "Послание: что изменится",
        "«Справки отойдут в прошлое. Поручаю Правительству отменить их с 1 января.»",
    ) == ["president"]


def test_what_tells_of_a_speech_behind_it_is_not_of_it():
    assert roles(
        "Послание Президента: о заводах",
        "Станки покупают ради отчёта. За пять лет выработка должна вырасти вдвое.",
        "К заводам у меня просьба: соберите перечень помех.",
        "Послание прозвучало на заседании палат и заняло час.",
    ) == ["president", "president", "reporter"]


def test_words_that_run_on_are_of_him_who_is_told_where_they_end():
    assert roles(
        "Совещание у Президента",
        "«Мы опоздали на год и виноваты сами», – признал министр транспорта.",
        "«Дороги строят люди, а не отчёты. Я повторяю это пятый год.",
        "Вчера мне писали из аула: моста нет.",
        "Сдайте мост к зиме. На этом всё», – сказал Токаев.",
    ) == ["reporter", "president", "president", "president"]


def test_a_witness_before_a_colon_is_somebody_else():
    assert roles(
        "Токаев в Кызылорде",
        "Президент ответил: «Дороги строят люди, а не отчёты, и я это повторяю».",
        "Очевидец рассказал: «Вода поднялась за час, и мы ушли на крышу».",
    ) == ["president", "reporter"]


def test_a_word_before_a_colon_in_kazakh_is_no_name():
    assert roles(
        "Канал",
        "Таңертең Президент келді.",
        "Сосын: «Әкімдік арықтарды жөндеп берсін», – деді де, кетіп қалды.",
        language="kk",
    ) == ["reporter", "president"]


def test_a_third_of_a_report_to_him_that_is_his_answer_is_retold():
    assert roles(
        "Отчёт фонда",
        "Председатель правления фонда доложил Президенту, что новая станция сберегла за год "
        "девять миллиардов тенге. Токаев заметил, что остальные заводы отстали.",
    ) == ["indirect"]
