"""What foreign leaders, firms' heads and experts demand is no instruction; what he orders is."""

import pytest

from tests.index.policy.reading_aloud import annotated

OPENING = {
    "ru": "Токаев провёл встречу в Алматы.",
    "kk": "Тоқаев Алматыда кездесу өткізді.",
    "bg": "Токаев проведе среща в Алмати.",
    "en": "Tokayev held a meeting in Almaty.",
}


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "ru",
            "Президент Турции Реджеп Эрдоган заявил: «Правительство должно до мая снизить сборы».",
            "Реджеп Эрдоган",
        ),
        (
            "ru",
            "Президент Кыргызстана Садыр Жапаров поручил Минфину до 1 июля дать смету.",
            "Садыр Жапаров",
        ),
        ("ru", "Китайский президент поручил кабмину до конца года построить порт.", ""),
        ("ru", "Премьер Венгрии потребовал от правительства до мая найти газ.", ""),
        (
            "ru",
            (
                "Канцлер Германии Фридрих Мерц потребовал от правительства до июля снизить налоги. "
                "Нельзя терять время. Министерство финансов обязано до 1 мая дать отчёт."
            ),
            "Фридрих Мерц",
        ),
        (
            "ru",
            (
                "Президент Франции Эмманюэль Макрон призвал сажать лес. Он поручил министру "
                "финансов до июля найти деньги."
            ),
            "Эмманюэль Макрон",
        ),
        (
            "ru",
            (
                "Председатель Еврокомиссии Урсула фон дер Ляйен сказала, что правительства должны "
                "договориться до конца года."
            ),
            "Урсула фон дер Ляйен",
        ),
        ("ru", "Владимир Путин поручил правительству до 1 мая проверить мосты.", None),
        ("ru", "Президент компании поручил Минфину до 1 мая вернуть залог.", ""),
        (
            "ru",
            "Эксперт Айдос Жанов считает, что правительство должно до 1 июля снизить сборы.",
            "Айдос Жанов",
        ),
        (
            "kk",
            "Түркия Президенті Режеп Ердоған Үкіметке жыл соңына дейін порт салуды тапсырды.",
            "Режеп Ердоған",
        ),
        ("kk", "Жапонияның Премьер-министрі Үкімет жыл соңына дейін есеп беруі керек деді.", ""),
        (
            "bg",
            "Президентът на Сърбия Александър Вучич нареди на правителството до май да спре тока.",
            "Александър Вучич",
        ),
        ("bg", "Френският президент поиска правителството да приеме закон до 1 юли.", ""),
        (
            "bg",
            "Експертът Айдос Жанов смята, че правителството трябва до 1 юли да намали таксите.",
            "Айдос Жанов",
        ),
        ("ru", "Король Саудовской Аравии поручил правительству до 1 мая купить зерно.", ""),
        (
            "ru",
            "Госсекретарь США Джон Смит призвал правительство до 1 июля снять пошлины.",
            "Джон Смит",
        ),
        ("en", "The CEO of Acme said the government must build a centre by 2027.", ""),
        ("en", "President Joe Smith said the government must build a port by May.", "Joe Smith"),
        (
            "en",
            "French President Emmanuel Macron told the government to plant trees by 2028.",
            "Emmanuel Macron",
        ),
        (
            "en",
            "Polish Prime Minister Donald Tusk told the government to cut taxes by 1 July.",
            "Donald Tusk",
        ),
        (
            "en",
            (
                "The head of the World Bank, Ajay Banga, said the Ministry of Finance must report "
                "by 1 July."
            ),
            "Ajay Banga",
        ),
    ],
)
def test_what_an_outsider_demands_instructs_nobody(language, text, name, named):
    passage = annotated(*[OPENING[language]] * named, text, language=language)[-1]
    assert passage.speaker.role == "reporter"
    assert name is None or passage.speaker.name == name
    assert passage.instructions == ()
    assert "instructed" not in {one.role for one in passage.agencies}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мадиев сообщил, что Президент поручил правительству до 1 мая принять закон."),
        (
            "ru",
            (
                "Президент Франции Эмманюэль Макрон приехал в Астану. Токаев поручил Минэнерго "
                "до 1 июля заключить договор."
            ),
        ),
        (
            "ru",
            (
                "На встрече с президентом Узбекистана Токаев поручил правительству до 1 июня "
                "подготовить договор."
            ),
        ),
        ("ru", "Правительству поручено до 1 июля подготовить договор с правительством РФ."),
        ("ru", "По поручению Президента Минтранс до 1 мая проверит станции."),
        ("en", "Under the President's instruction, the Ministry of Finance must report by May."),
        ("kk", "Президент Қаржы министрлігіне жыл соңына дейін есеп беруді тапсырды."),
        (
            "bg",
            (
                "Министърът съобщи, че президентът е възложил на правителството до 1 юли да приеме "
                "закон."
            ),
        ),
        ("en", "The President instructed the Ministry of Finance to report by 1 July."),
    ],
)
def test_what_he_orders_is_his_whoever_tells_of_it_or_stands_by(language, text):
    passage = annotated(OPENING[language], text, language=language)[-1]
    assert passage.speaker.role == "indirect"
    assert [one.kind for one in passage.instructions] == ["new"]
    assert "instructed" in {one.role for one in passage.agencies}


@pytest.mark.parametrize(
    "text",
    [
        "Премьер-министр Олжас Бектенов поручил Министерству финансов до 1 июля найти деньги.",
        "Аким Шымкента поручил Минздраву до 1 июля открыть больницу.",
    ],
)
def test_who_holds_an_office_here_instructs(text):
    passage = annotated(text)[-1]
    assert passage.speaker.role == "reporter"
    assert [one.kind for one in passage.instructions] == ["new"]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Турнир открыл президент FIDE Аркадий Дворкович.", []),
        ("На форуме ждут президента Всемирного банка.", ["world-bank"]),
        ("На форуме ждут Президента.", ["president"]),
        ("На форуме ждут президента Казахстана.", ["president"]),
    ],
)
def test_a_president_of_something_else_is_not_the_president(text, agencies):
    (passage,) = annotated(text)
    assert [one.agency for one in passage.agencies] == agencies


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "«Я поручил своему правительству до 1 декабря внести закон», – сообщил Виктор Орбан.",
        ),
        ("en", "“I instructed my government to adopt it by 1 December,” Viktor Orban said."),
        (
            "bg",
            "„Възложих на моето правителство да приеме закон до 1 декември“, каза Виктор Орбан.",
        ),
    ],
)
def test_the_government_of_him_who_speaks_is_not_ours(language, text):
    _, passage = annotated("Tokayev met guests.", text, language=language)
    assert (passage.agencies, passage.instructions) == ((), ())


def test_the_government_of_the_president_is_ours():
    (passage,) = annotated("«Поручаю своему Правительству к 1 мая внести закон», – сказал Токаев.")
    assert [one.agencies for one in passage.instructions] == [("government",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Премьер-министр Японии поручил правительству до мая снизить налоги."),
        ("ru", "«Наши правительства обязаны открыть мост до 1 мая», – заявил Мирзиёев."),
        ("en", "Russian President Vladimir Putin instructed the government to build a bridge."),
        ("kk", "Өзбекстан Президенті Шавкат Мирзиёев үкіметке көпір салуды тапсырды."),
        ("kk", "Өзбекстан Президенті үкіметке жыл соңына дейін көпір салуды тапсырды."),
        ("bg", "Президентът на Сърбия Александър Вучич възложи на правителството да строи мост."),
    ],
)
def test_a_bare_government_is_that_of_the_leader_told_of(language, text):
    passage = annotated(OPENING[language], text, language=language)[-1]
    assert (passage.speaker.role, passage.agencies) == ("reporter", ())
    assert passage.instructions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Президент Турции Реджеп Эрдоган призвал правительство Казахстана построить порт.",
        "Президент Турции поблагодарил Токаева и правительство за порт.",
        "Премьер-министр Японии приехал в Астану. Правительство подготовит договор.",
        "Эксперт из Германии Иван Петров считает, что правительство должно снизить налоги.",
    ],
)
def test_a_government_named_as_ours_or_by_others_stays(text):
    passage = annotated(OPENING["ru"], text)[-1]
    assert "government" in {one.agency for one in passage.agencies}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Узбекистане правительство строит порт."),
        ("kk", "Өзбекстанда үкімет айлақ салып жатыр."),
        ("bg", "В Узбекистан правителството строи пристанище."),
        ("en", "In Uzbekistan the government is building a port."),
        ("en", "Prime Minister Keir Starmer said the government would build a port."),
        ("bg", "Премиерът Росен Желязков възложи на правителството да построи мост."),
        ("en", "Serbian President Aleksandar Vucic came. His government wants a port."),
        ("kk", "«Біздің үкімет айлақ салды», – деді Ильхам Алиев."),
        ("ru", "«Наше правительство построит порт», – сказал Шавкат Мирзиёев."),
    ],
)
def test_a_government_is_of_the_country_or_leader_told_of(language, text):
    _, passage = annotated(OPENING[language], text, language=language)
    assert not {"government", "prime-minister"} & {one.agency for one in passage.agencies}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Японии Правительство Казахстана построит порт."),
        ("en", "In Japan the Kazakh government is building a port."),
        ("ru", "«Наше правительство построит порт», – сказал министр Мадиев."),
        ("kk", "«Біздің үкімет айлақ салды», – деді Олжас Бектенов."),
        ("en", "“Our government has built a port,” said Minister Zhaslan Madiyev."),
    ],
)
def test_a_government_abroad_or_of_an_official_may_be_ours(language, text):
    _, passage = annotated(OPENING[language], text, language=language)
    assert "government" in {one.agency for one in passage.agencies}
