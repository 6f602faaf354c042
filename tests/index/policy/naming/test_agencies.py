"""Which agencies a passage names."""

import datetime as dt
import re

import pytest

from index.language import analyze
from index.policy import load_tables


def named(text, language, day=None):
    """The text with each mention in brackets, its agency behind a colon."""
    finder = load_tables().finder
    for mention in reversed(finder.mentions(text, analyze(text, language), day, language)):
        shown = f"[{text[mention.start : mention.end]}:{mention.agency}]"
        text = text[: mention.start] + shown + text[mention.end :]
    return text


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "Отчёт ждут от [Правительства:government] и [Нацбанка:national-bank]."),
        ("ru", "Срок дан [Министерству здравоохранения:mz]."),
        ("ru", "[Вице-премьер:deputy-prime-minister] доложил [премьер-министру:prime-minister]."),
        ("ru", "Отчёт [АСПиР:aspr] ждут в [Минтранспорта:transport-ministry]."),
        ("ru", "Местное правительство и корпоративное правительство решили иначе."),
        ("ru", "Японское правительство решило иначе."),
        ("ru", "Правительства договорились о дожде."),
        ("ru", "Премьер Японии сообщил, что правительство строит порт."),
        ("ru", "Премьер Японии ушёл. [Правительство:government] осталось."),
        ("ru", "Трамп велел [своей администрации:us-administration] ждать."),
        ("ru", "Директор велел своей администрации ждать."),
        ("kk", "АҚШ Президенті [өз әкімшілігіне:us-administration] тапсырды."),
        ("bg", "Президентът на САЩ нареди на [своята администрация:us-administration] да чака."),
        ("en", "US President Donald Trump told [his administration:us-administration] to wait."),
        ("en", "The director told his administration to wait."),
        ("en", "The Polish government decided otherwise."),
        ("ru", "Проверку начнёт [КНБ:knb]."),
        ("ru", "Фонд «[Самрук-Қазына:samruk-kazyna]» готов."),  # Қ in one half only
        ("ru", "Руководитель [Администрации президента:presidential-administration] выступил."),
        ("ru", "План [администрации президента Дональда Трампа:us-administration] другой."),
        ("ru", "Его слушал президент Сербии."),
        ("ru", "Правительства стран региона спорят."),
        ("ru", "Пациент не бегает по кабинетам."),  # «кабинет» is the Government in Bulgarian
        ("bg", "[Кабинетът:government] одобри плана."),
        ("ru", "Портал электронного правительства обновлён."),
        ("ru", "[Аким Павлодарской области:akimat-pavlodar] отчитался."),
        ("bg", "[Правителството:government] ще изпрати закона в [парламента:parliament]."),
        ("bg", "Говори [министърът на здравеопазването:mz]."),
        ("en", "[The Government:government] will ask the [National Bank:national-bank]."),
        ("en", "Many government bodies use e-government."),
        # bodies of other countries, whose names come from a table of the world
        ("ru", "Нацбанк Норвегии и правительство Дании молчат."),
        ("ru", "Шведское правительство ждёт [Правительство:government]."),
        ("ru", "На любое правительство ложится забота о мостах."),
        ("bg", "Министърът на финансите на Исландия и правителството на Дания мълчат."),
        ("bg", "В Дания [президентът:president] говори."),
        ("kk", "Данияның Премьер-министрі келді, [Премьер-Министр:prime-minister] қарсы алды."),
        ("en", "Denmark’s Ministry of Energy and the Government of Iceland keep silent."),
        ("en", "The government in London and lawmakers in Oslo keep silent."),
        ("ru", "Молчат депутаты в Риме и правительство в Лондоне."),
        ("ru", "[Премьер-министр:prime-minister] в Риме подписал договор."),
        ("en", "In Denmark [President:president] Tokayev spoke."),
        ("ru", "[Олжас Абаевич:prime-minister], проверьте мосты."),
        ("ru", "Уважаемые депутаты, начнём."),
        ("bg", "[Здравното министерство:mz] и [енергийният министър:energy-ministry] мълчат."),
        ("kk", "Кеше [Ұлттық Банкке:national-bank] хат келді."),
        ("en", "[UNCTAD:unctad] and the [European Union:eu] replied."),
        # other names of the same bodies
        ("ru", "[Аграрное министерство:agriculture-ministry] и [Минкульт:culture-ministry] ждут."),
        ("ru", "[Аким СКО:akimat-north-kazakhstan] и [МИО:akimats] ждут."),
        ("ru", "[Нижняя палата парламента:mazhilis] ждёт [антимонопольщиков:competition-agency]."),
        ("bg", "[Местните власти:akimats] и [централната банка:national-bank] мълчат."),
        ("en", "[Local authorities:akimats] and [the central bank:national-bank] keep silent."),
        ("kk", "[ҰҚК-нің:knb] есебі дайын."),
        (
            "ru",
            "[Казахстанским железным дорогам:ktz] и [властям Алматы:akimat-almaty] дали неделю.",
        ),
        (
            "en",
            "The [mayor's office of Almaty:akimat-almaty] and the [water minister:water-ministry].",
        ),
        ("bg", "[Аграрният министър:agriculture-ministry] дойде."),
        ("kk", "[Су министрі:water-ministry] келді."),
        ("ru", "Соболезнует [администрация Джо Байдена:us-administration]."),
        # and what only looks like them
        ("ru", "Правительства по всему миру спорят, премьера спектакля прошла."),
        ("bg", "Кабинетите по физика са нови."),
        ("en", "The governor of a bank and the European Central Bank keep silent."),
    ],
)
def test_finds_agencies_in_any_inflection(language, marked):
    text = re.sub(r"\[([^:\]]+):[^\]]+\]", r"\1", marked)
    assert named(text, language) == marked


@pytest.mark.parametrize(
    ("day", "agency"),
    [(dt.date(2024, 5, 1), "mcriap"), (dt.date(2026, 5, 1), "miicr")],
)
def test_a_shared_alias_means_the_agency_of_its_day(day, agency):
    assert named("Ответило Минцифры.", "ru", day) == f"Ответило [Минцифры:{agency}]."
    office = "Министерству цифрового развития"
    assert named(f"Поручено {office}.", "ru", day) == f"Поручено [{office}:{agency}]."
    office = "Цифрлық даму министрлігі"
    assert named(f"{office} жауап берді.", "kk", day) == f"[{office}:{agency}] жауап берді."


def test_a_noun_is_shared_by_a_city_and_a_region():
    tables = load_tables()
    look = tables.look(analyze("Приехали акимы Алматы и Алматинской области.", "ru"))
    agencies = [one.agency for one in tables.coordination.found(look, [])]
    assert agencies == ["akimat-almaty", "akimat-almaty-region"]
