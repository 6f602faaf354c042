"""Orders by their build: verbs that no list holds, and such as order nothing."""

import pytest

from tests.index.policy.reading_aloud import annotated


def charged(text):
    (passage,) = annotated(text, date="2025-05-05")
    return {one.agency for one in passage.agencies if one.role == "instructed"}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Токаев отмерил Минтрансу шестьдесят дней.", "transport-ministry"),
        ("Токаев наказал Минтрансу навести порядок на станциях.", "transport-ministry"),
        ("Токаев отметил: «Минтрансу – к осени открыть станции».", "transport-ministry"),
        ("«Минтрансу к 1 июня – расчёты по станциям», – сказал Токаев.", "transport-ministry"),
        ("«МИДу к 1 июня – расчёты по визам», – сказал Токаев.", "foreign-ministry"),
        ("Токаев обратился к Минтрансу с просьбой открыть станции.", "transport-ministry"),
        ("Президент доволен не всем: Минтрансу запрещено закрывать станции.", "transport-ministry"),
        ("Токаев велел КТЖ чинить пути, Минтрансу – закрыть станции.", "transport-ministry"),
        ("Токаев поручил КТЖ чинить пути, а Минтрансу – закрыть станции.", "transport-ministry"),
        ("«Нурову, министру транспорта, – выговор», – сказал Токаев.", "transport-ministry"),
        ("Токаев поручил: НАО «Казпочта» в месячный срок открыть станции.", "kazpost"),
        ("На Минводресурсов возложен учёт, сказал Токаев.", "water-ministry"),
        ("Токаев обязал лично министра транспорта закрыть станции.", "transport-ministry"),
        ("Минтранс получил на это от Президента время до 25 октября.", "transport-ministry"),
        ("Токаев забрани на Министерството на транспорта да затваря гари.", "transport-ministry"),
        ("Токаев каза, че акимите са заставени да отворят гарите.", "akimats"),
        ("Токаев: „Министерството на транспорта до края на годината да отвори гарите“.",
         "transport-ministry"),
        ("Токаев смята, че Министерството на транспорта разполага с два месеца.",
         "transport-ministry"),
        ("Tokayev barred the Ministry of Transport from closing stations.", "transport-ministry"),
        ("Tokayev pressed the Ministry of Transport to open the stations.", "transport-ministry"),
        ("Tokayev handed the Ministry of Transport two months.", "transport-ministry"),
        ("Президент поручил: Минтрансу и акиматам – до конца года открыть пути.",
         "transport-ministry"),
        ("Токаев реши: на Министерството на транспорта – до края на годината да отвори гари.",
         "transport-ministry"),
        ("Tokayev: the Ministry of Transport and the KNB – to open stations by May 20.", "knb"),
        ("Tokayev told the KNB to watch; the Ministry of Transport, to open stations.",
         "transport-ministry"),
        ("Tokayev issued instructions to the Ministry of Transport to open stations.",
         "transport-ministry"),
        ("Токаев: КТЖ получила два месяца на ремонт станций.", "ktz"),
        ("Токаев распорядился, чтобы Министерство транспорта к маю открыло станции.",
         "transport-ministry"),
        ("Токаев сказал, что Минтрансу выделена неделя на станции.", "transport-ministry"),
        ("Tokayev put the Ministry of Transport in charge of the piers.", "transport-ministry"),
        ("Tokayev left it to the Ministry of Transport to choose piers.", "transport-ministry"),
        ("The task of closing piers went to the KTZ, Tokayev said.", "ktz"),
        ("Tokayev said it is the job of the Ministry of Transport to act.", "transport-ministry"),
        ("Tokayev said it is for the Ministry of Transport to choose piers.",
         "transport-ministry"),
        ("Tokayev said the KTZ has been given until the end of the year.", "ktz"),
        ("Tokayev said the KTZ has two weeks in which to close the piers.", "ktz"),
        ("Tokayev said the KTZ and the KNB were each given two weeks.", "knb"),
        ("Tokayev asked that the Ministry of Transport close piers by May 20.",
         "transport-ministry"),
        ("Tokayev's instruction to the Ministry of Transport is to close piers.",
         "transport-ministry"),
        ("Tokayev wants an answer from the Ministry of Transport by May 20.",
         "transport-ministry"),
        ("Tokayev said the Ministry of Transport is compelled to open stations.",
         "transport-ministry"),
    ],
)  # fmt: skip
def test_whatever_the_verb_somebody_is_told_to_act(text, agency):
    assert agency in charged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Токаев помог Минтрансу открыть станции.",
        "Токаев напомнил: Минтрансу – сто лет.",
        "Токаев дал Минтрансу ряд поручений.",
        "Токаев даде на Министерството на транспорта поръчения.",
        "Tokayev gave the Ministry of Transport a number of instructions.",
        "Токаев сказал, что Минтрансу удалось открыть станции.",
        "Токаев сказал, что благодаря Минтрансу легче ехать.",
        "Токаев пообещал Минтрансу выделить деньги.",
        "Токаев узнал: организаторы – Минтранс и Astana Hub – надеются вернуться.",
        "Инженеры посоветовали Минтрансу открыть станции.",
        "Токаев каза, че одитът на Министерството на транспорта разкри грешки миналата година.",
        "Токаев помогна на Министерството на транспорта да отвори гарите.",
        "Tokayev helped the Ministry of Transport to open the stations.",
        "Engineers pressed the Ministry of Transport to open the stations.",
        "Tokayev said the Ministry of Transport was prepared to open stations.",
        "Tokayev said the Ministry of Transport has been given a new building.",
        "Tokayev said the Ministry of Transport has been able to open two stations.",
        "Tokayev said the KTZ has a year of hard work behind it to be proud of.",
        "Tokayev expected better work from the Ministry of Transport.",
        "Tokayev said a prize went to the Ministry of Transport.",
        "Tokayev said it was clear that the Ministry of Transport opened stations.",
    ],
)
def test_who_is_helped_or_advised_is_told_nothing(text):
    assert charged(text) == set()


def test_time_that_is_given_is_a_deadline():
    (passage,) = annotated("Токаев отмерил Минтрансу шестьдесят дней.", date="2025-05-05")
    (found,) = passage.instructions
    assert (found.deadline, found.due) == ("шестьдесят дней", "2025-07-04")


def test_who_tells_of_his_order_retells_him():
    told, news = annotated(
        "Токаев отмерил Минтрансу шестьдесят дней.", "Минтранс отмерил шестьдесят шагов."
    )
    assert (told.speaker.role, news.speaker.role) == ("indirect", "reporter")


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (
            "Көлік министрлігі мен ҚТЖ-ға – жыл соңына дейін бекет ашу.",
            {"transport-ministry", "ktz"},
        ),
        ("Көлік министрлігіне 1 шілдеге дейін бекеттер ашу.", {"transport-ministry"}),
        ("Тоқаев Көлік министрлігіне бірқатар тапсырма берді.", set()),
        ("Көлік министрлігіне жаңа бекеттер ашу оңай болмады.", set()),
        ("Көлік министрлігі бекеттер ашты.", set()),
    ],
)
def test_a_kazakh_item_of_a_list_ends_in_what_is_to_be_done(text, agencies):
    _told, listed = annotated("Тоқаев кеңес өткізді.", text, language="kk", date="2025-05-05")
    assert {one.agency for one in listed.agencies if one.role == "instructed"} == agencies
