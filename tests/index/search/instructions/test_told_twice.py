"""From texts to the register: what several texts of one event tell is one instruction."""

import corpora
import pytest

from index.analysing import analysed
from index.documents.dates import PartialDate
from index.documents.document import Document
from index.search.instructions.register import register
from index.store.reader import open_index

RUSSIAN = (
    "Президент провёл совещание. Правительству поручено до 1 июля 2026 года подключить "
    "417 школ к быстрому интернету."
)
AGAIN = (
    "По поручению, которое дал Токаев, к сети выйдут сёла. Он поручил Правительству подключить "
    "417 школ к интернету до 1 июля 2026 года."
)
KAZAKH = (
    "Мемлекет басшысы кеңес өткізді. Үкіметке 2026 жылғы 1 шілдеге дейін 417 мектепті "
    "жылдам интернетке қосу тапсырылды."
)
ENGLISH = (
    "Tokayev chaired a meeting. He instructed the Government to connect 417 schools to fast "
    "internet by July 1, 2026."
)
OTHER = (
    "Мемлекет басшысы кеңес өткізді. Үкіметке 2026 жылғы 1 шілдеге дейін 12 аурухананы "
    "салу тапсырылды."
)


def heirs(agency):
    return ()


def told_in(tmp_path, event, told):
    """The instructions of the texts of one event, by language."""
    documents = (
        Document(
            f"d{number}",
            "Совещание",
            (text,),
            PartialDate.parse("2025-08-11"),
            event=event,
            language=language,
        )
        for number, (language, text) in enumerate(told)
    )
    reports = [(each.document, each.passages, each.title) for each in map(analysed, documents)]
    corpora.build(tmp_path, reports)
    return register(open_index(tmp_path), heirs)


def sources(tmp_path, *told):
    """How many texts tell of each instruction."""
    duties = told_in(tmp_path, "meeting", told)
    assert {each.due for each in duties} == {"2026-07-01"}
    assert all(each.shown.agencies == ("government",) for each in duties)
    return sorted(len(each.sources) for each in duties)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([("ru", RUSSIAN), ("ru", AGAIN)], [2]),
        ([("ru", RUSSIAN), ("kk", KAZAKH)], [2]),
        ([("ru", RUSSIAN), ("ru", AGAIN), ("kk", KAZAKH), ("en", ENGLISH)], [4]),
        ([("ru", RUSSIAN), ("kk", OTHER)], [1, 1]),  # another number: another instruction
    ],
)
def test_one_instruction_however_many_tell_of_it(tmp_path, told, counted):
    assert sources(tmp_path, *told) == counted


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("Министерству финансов", "Министерству просвещения", 2),
        ("Министерству финансов", "Минфину", 1),
    ],
)
def test_who_must_act_tells_two_like_instructions_apart(tmp_path, first, second, rows):
    told = "Президент провёл совещание. {} поручено в течение 10 дней представить план.".format
    duties = told_in(tmp_path, "plans", [("ru", told(first)), ("ru", told(second))])
    assert len(duties) == rows


MINISTRY = {
    "ru": "Президент поручил Министерству просвещения до 1 марта 2027 года {}.",
    "kk": "Президент Оқу-ағарту министрлігіне 2027 жылғы 1 наурызға дейін {} тапсырды.",
}


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        (("ru", "отремонтировать спортзалы"), ("ru", "проверить безопасность платформы"), 2),
        (("ru", "отремонтировать спортзалы"), ("ru", "закончить ремонт спортзалов"), 1),
        (("ru", "купить 300 автобусов"), ("kk", "сот пен полиция туралы заң әзірлеуді"), 2),
        (("ru", "купить 300 автобусов"), ("kk", "300 автобус сатып алуды"), 1),
    ],
)
def test_one_body_and_one_day_do_not_make_one_order(tmp_path, first, second, rows):
    told = [(language, MINISTRY[language].format(task)) for language, task in (first, second)]
    duties = told_in(tmp_path, "schools", told)
    assert len(duties) == rows
    assert len({(each.due, each.shown.agencies) for each in duties}) == 1


def test_orders_of_two_texts_to_one_body_each_keep_a_row(tmp_path):
    tasks = (
        ("отремонтировать спортзалы", "нанять психологов"),
        ("купить шестьдесят автобусов", "отчитаться о взломе журнала"),
    )
    told = [("ru", " ".join(map(MINISTRY["ru"].format, each))) for each in tasks]
    duties = told_in(tmp_path, "schools", told)
    assert [len(each.sources) for each in duties] == [1, 1, 1, 1]


def test_the_presidents_own_words_are_shown_before_a_longer_account(tmp_path):
    quoted = (
        "«Правительству совместно с Нацбанком поручаю до 1 июля 2026 года подключить 417 школ», "
        "– заявил Токаев."
    )
    (duty,) = told_in(tmp_path, "schools", [("ru", RUSSIAN), ("ru", quoted)])
    assert duty.sources[0].speaker == "president"
    assert duty.shown.joint == ("national-bank",)


FORESTS = {
    "ru": "Экологам поручено пересчитать пожарные машины. Президент поручил МЧС закупить 40 "
    "вертолётов. Правительству необходимо в трёхмесячный срок внести проект Лесного кодекса.",
    "kk": "Президент Төтенше жағдайлар министрлігіне 40 тікұшақ сатып алуды тапсырды. Үкіметке үш "
    "ай ішінде Орман кодексінің жобасын енгізу тапсырылды.",
    "bg": "Президентът нареди на Министерството на извънредните ситуации да купи 40 хеликоптера. "
    "Правителството трябва в срок от три месеца да внесе проект на Горски кодекс.",
    "en": "He instructed the Ministry of Emergency Situations to buy 40 helicopters. "
    "The Government must submit a draft Forest Code within three months.",
}


def test_translations_of_several_instructions_meet_one_by_one(tmp_path):
    duties = told_in(tmp_path, "forests", FORESTS.items())
    assert sorted(len(each.sources) for each in duties) == [1, 4, 4]
    for each in duties:
        assert len({source.document.id for source in each.sources}) == len(each.sources)


def test_one_text_says_two_things_however_alike(tmp_path):
    text = (
        "Правительству поручено разработать правила для станций зарядки. Правительству поручено "
        "разработать правила для станций заправки газом и привлечь к этому акиматы."
    )
    duties = told_in(tmp_path, "stations", [("ru", text)])
    assert [len(each.sources) for each in duties] == [1, 1]


def test_what_a_paper_must_hold_is_not_who_must_write_it(tmp_path):
    texts = [
        (
            "ru",
            (
                "Правительству надлежит разработать стратегию развития портов и судов страны. "
                "Стратегия должна быть ясной. Стратегия должна содержать меры развития портов."
            ),
        ),
        (
            "ru",
            (
                "Разработать стратегию развития портов и судов поручено Правительству. По словам "
                "Президента, стратегия портов должна быть ясной, она должна содержать меры."
            ),
        ),
        (
            "bg",
            (
                "Правителството трябва да разработи стратегия за развитието на пристанищата. "
                "Стратегията трябва да е ясна. Стратегията трябва да съдържа мерки за пристанищата."
            ),
        ),
    ]
    for each in told_in(tmp_path, "ports", texts):
        documents = [source.document.id for source in each.sources]
        assert len(documents) == len(set(documents))


def test_every_source_keeps_a_row(tmp_path):
    texts = [*FORESTS.items(), ("ru", RUSSIAN), ("en", ENGLISH), ("kk", OTHER)]
    duties = told_in(tmp_path, "mixed", texts)
    told = [(one.place, one.duty.start) for each in duties for one in each.sources]
    assert len(told) == len(set(told)) == 12


def test_many_instructions_of_an_event_are_compared_by_what_they_share(tmp_path):
    roads = [
        f"Правительству поручено построить дорогу номер {number} и мост через реку {number}."
        for number in range(101, 321)
    ]
    again = f"Акорда: {roads[7]}"
    duties = told_in(tmp_path, "roads", [("ru", " ".join(roads)), ("ru", again)])
    (twice,) = (each for each in duties if len(each.sources) > 1)
    assert all("108" in source.duty.text for source in twice.sources)
