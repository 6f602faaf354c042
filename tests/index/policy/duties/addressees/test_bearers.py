"""Who must act is told by a noun, a preposition or time given, and no verb orders."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text, language="ru"):
    """Who must act by each instruction of the text."""
    (passage,) = annotated(text, language=language, title="Встреча с Токаевым")
    return [one.agencies for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«За Минтрансом – ремонт всех мостов», – сказал Токаев."),
        ("ru", "«Ремонт мостов – за Минтрансом», – сказал Токаев."),
        ("ru", "«Ответственность за мосты – на министре транспорта», – сказал Токаев."),
        ("ru", "Токаев добавил: ответственность за мосты несёт министр транспорта."),
        ("ru", "«За каждый мост спрошу с Минтранса», – сказал Токаев."),
        ("ru", "«За мосты отвечает Минтранс», – сказал Токаев."),
        ("ru", "Токаев сообщил, что за мосты лично отвечает министр транспорта."),
        ("ru", "Минтрансу Токаев отвёл шесть недель на осмотр мостов."),
        ("ru", "Токаев дал Минтрансу месяц на то, чтобы осмотреть мосты."),
        ("ru", "Токаев рад: Минтранс получил от него месяц, чтобы осмотреть мосты."),
        ("ru", "«Ваша задача, министр транспорта, – осмотреть мосты», – сказал Токаев."),
        ("bg", "„Давам на Министерството на транспорта срок до 1 март“, каза Токаев."),
        ("bg", "Токаев настоя Министерството на транспорта да поправи мостовете."),
        ("bg", "„Отговорността за мостовете носи Министерството на транспорта“, каза Токаев."),
        ("bg", "„Отговорен за мостовете е министърът на транспорта“, каза Токаев."),
        ("bg", "„Отговорността за мостовете е на министъра на транспорта“, каза Токаев."),
        ("en", "“Responsibility for bridges rests with the Ministry of Transport,” Tokayev said."),
        ("en", "“The Minister of Transport is personally responsible for bridges,” Tokayev said."),
        ("en", "The task of mending falls to the Ministry of Transport, Tokayev said."),
        ("en", "It falls to the Ministry of Transport to mend the bridges, Tokayev said."),
        ("kk", "«Көлік министрлігінен нақты жұмыс күтемін», – деді Тоқаев."),
        ("kk", "«Көпірлерге Көлік министрі жеке жауап береді», – деді Тоқаев."),
        ("kk", "«Көпірлерге Көлік министрі жауапты», – деді Тоқаев."),
        ("ru", "Токаев добавил, что Минтранс отвечает за то, чтобы мосты стояли."),
        ("en", "The Ministry of Transport is on the hook for the bridges, Tokayev said."),
        ("en", "The Ministry of Transport will propose a list of bridges by May, Tokayev said."),
        ("kk", "Тоқаевтың айтуынша, Көлік министрлігі бір айда тәртіпті жолға қояды."),
        ("kk", "Тоқаевтың айтуынша, Көлік министрлігі мамырда жаңа көпірді таныстырады."),
    ],
)
def test_who_bears_a_thing_is_charged_with_it(language, text):
    assert told(text, language) == [("transport-ministry",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев узнал, что за мосты отвечает и Минтранс."),  # how things are
        ("ru", "«Раньше за мосты отвечал Минтранс», – сказал Токаев."),
        ("ru", "«Минтранс не отвечает за погоду», – сказал Токаев."),
        ("ru", "Токаев сказал, что Минтранс получил новые мосты летом."),
        ("ru", "«Контроль за бюджетом Минтранса нужен всем», – сказал Токаев."),
        ("kk", "Тоқаевтың айтуынша, Көлік министрі сұраққа жауап берді."),
    ],
)
def test_what_only_seems_to_be_put_on_somebody(language, text):
    assert [agencies for agencies in told(text, language) if agencies] == []
