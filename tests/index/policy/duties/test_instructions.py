"""Who must do what by when."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(*paragraphs, language="ru", date="2025-08-11"):
    """Each instruction as kind, agencies and due date."""
    return [
        (one.kind, " ".join(one.agencies), one.due)
        for passage in annotated(*paragraphs, language=language, date=date)
        for one in passage.instructions
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "agencies", "due"),
    [
        (
            "ru",
            "Президент поручил Министерству транспорта до 1 декабря починить мосты.",
            "transport-ministry",
            "2025-12-01",
        ),
        (
            "ru",
            "«Поручаю акимам областей в месячный срок проверить столовые», — сказал Токаев.",
            "akimats",
            "2025-09-11",
        ),
        (
            "ru",
            "Министерству просвещения поручено незамедлительно навести порядок в школах.",
            "mp",
            "",
        ),
        (
            "ru",
            "Глава государства потребовал от Министерства энергетики починить станции.",
            "energy-ministry",
            "",
        ),
        (
            "ru",
            "По словам президента, акиматам надлежит за две недели проверить котельные.",
            "akimats",
            "2025-08-25",
        ),
        (
            "ru",
            "Токаев дал Генеральной прокуратуре указание усилить надзор за стройками.",
            "prosecutor-general",
            "",
        ),
        (
            "bg",
            "Токаев каза: Министерството на транспорта получи половин година за мостовете.",
            "transport-ministry",
            "2026-02-11",
        ),
        (
            "kk",
            "Тоқаевтың айтуынша, Көлік министрлігіне көпірді жөндеуге жарты жыл берілді.",
            "transport-ministry",
            "2026-02-11",
        ),
        (
            "bg",
            "Президентът възложи на Министерството на транспорта до края на ноември мостовете.",
            "transport-ministry",
            "2025-11-30",
        ),
        (
            "bg",
            "Според президента правителството трябва да внесе план за водата до 1 март 2026 г.",
            "government",
            "2026-03-01",
        ),
        (
            "bg",
            "Президентът нареди на Националната банка незабавно да овладее инфлацията.",
            "national-bank",
            "",
        ),
        (
            "kk",
            "Президент Үкіметке жыл соңына дейін көпірлерді жөндеуді тапсырды.",
            "government",
            "2025-12-31",
        ),
        (
            "kk",
            "Президент Денсаулық сақтау министрлігіне үш ай ішінде емхана ашуды тапсырды.",
            "mz",
            "2025-11-11",
        ),
        (
            "kk",
            "Президенттің айтуынша, Үкімет 1 желтоқсанға дейін жоспарды бекітуі тиіс.",
            "government",
            "2025-12-01",
        ),
        (
            "en",
            "Tokayev ordered the Government to present a water plan within two months.",
            "government",
            "2025-10-11",
        ),
        (
            "en",
            "According to the President, akims should check the boiler houses within two weeks.",
            "akimats",
            "2025-08-25",
        ),
    ],
)
def test_an_order_has_its_agency_and_day(language, sentence, agencies, due):
    assert told(sentence, language=language) == [("new", agencies, due)]


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("ru", "Президент напомнил о поручении построить обход Алматы.", "recalled"),
        (
            "ru",
            "«Я поручал построить обход ещё весной, и где он сейчас?» — спросил президент.",
            "recalled",
        ),
        ("ru", "Президент поручил закончить газификацию досрочно — до конца 2026 года.", "moved"),
        (
            "ru",
            "Кабинет министров обязан ежеквартально отчитываться о стройке, заявил Токаев.",
            "recurring",
        ),
        ("ru", "Президент заявил: «Казахстан должен к 2030 году стать страной садов».", "goal"),
        ("ru", "Документ должен учитывать мнение регионов, подчеркнул президент.", "requirement"),
        ("ru", "С 1 марта 2026 года вводится запрет на вывоз леса.", "start"),
        ("bg", "От януари 2027 г. се въвежда нова такса за автомобилите.", "start"),
        ("bg", "Токаев припомни поръчението си да се построи мост.", "recalled"),
        ("kk", "2026 жылғы 1 наурыздан бастап жаңа салық енгізіледі.", "start"),
        ("en", "A new tax takes effect from 1 March 2026.", "start"),
        ("en", "Tokayev added that the new tax would apply from September 1.", "start"),
        ("ru", "С 1 января уроки плавания станут обязательными, сказал Токаев.", "start"),
        ("bg", "Токаев каза: от 1 януари хартиените билети отпадат.", "start"),
        ("ru", "«Поручаю Минфину с 1 января отменить бумажные билеты», – сказал Токаев.", "new"),
        ("ru", "Билеты обязаны приходить на телефон, сказал Токаев.", "requirement"),
        ("kk", "Тоқаев айтты: билет телефонға келуге тиіс.", "requirement"),
        ("bg", "Токаев каза, че билетите трябва да идват на телефона.", "requirement"),
        ("en", "Tickets must come to the telephone, Tokayev said.", "requirement"),
        ("ru", "Государственные органы должны работать сообща, сказал Токаев.", "new"),
        ("en", "A new pier is to be built, Tokayev said.", "new"),
        ("ru", "Президент сказал: за три года перевозки должны вырасти вдвое.", "goal"),
        ("kk", "Тоқаев айтты: үш жыл ішінде әрбір айлақ жаңаруы керек.", "goal"),
        ("en", "In five years shipping should double, Tokayev said.", "goal"),
        ("ru", "«Наша цель – не запрещать паромы, а чинить их», – сказал Токаев.", "goal"),
        ("kk", "«Біздің мақсат – айлақтарды жаңарту», – деді Тоқаев.", "goal"),
        ("en", "“Our aim is a port that nobody fears,” Tokayev said.", "goal"),
        ("ru", "Паром теперь ждут к концу года, сказал Токаев.", "moved"),
        ("en", "The ferry is now expected by the end of the year, Tokayev said.", "moved"),
        ("ru", "За паромы акимы теперь отчитываются каждые полгода, сказал Токаев.", "recurring"),
        ("ru", "Президент сказал: за три месяца причал надо починить.", "new"),
    ],
)
def test_kinds_are_told_apart(language, sentence, kind):
    assert [one[0] for one in told(sentence, language=language)] == [kind]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Президент поздравил учителей с праздником."),
        ("ru", "«Нам нужно беречь природу и любить свой край», — сказал президент."),
        ("ru", "Президент отметил, что искусственный интеллект должен помогать людям."),
        ("ru", "Жители считают, что дороги нужно чинить."),
        ("bg", "Вчера времето беше хубаво и президентът посети завода."),
        ("ru", "Паромщики просят Минтранс до мая открыть причал, узнал Президент."),
        ("bg", "Лодкарите искат от Министерството на транспорта кей до май, узна Токаев."),
        ("en", "Ferrymen want the Ministry of Transport to open a pier by May, Tokayev heard."),
        ("ru", "Министерство транспорта сможет следить за паромами, сказал Президент."),
        ("bg", "Министерството на транспорта ще може да следи фериботите, каза Токаев."),
        ("en", "The Ministry of Transport will be able to watch ferries, Tokayev said."),
        ("ru", "Президент предложил Организации тюркских государств общий паром."),
        ("kk", "Тоқаев Түркі мемлекеттері ұйымына ортақ кеме жасауды ұсынды."),
        ("bg", "Токаев предложи на Организацията на тюркските държави да има общ ферибот."),
        ("en", "Tokayev offered to the Organization of Turkic States to share a ferry."),
        ("ru", "Президент вздохнул. Минтранс предложил считать паромы."),
        ("ru", "«Цель встречи – обсудить паромы», – сказал Токаев."),
        ("ru", "В противном случае министр уйдёт в отставку, предупредил Токаев."),
        ("en", "Otherwise the Transport Minister will go, Tokayev warned."),
        ("kk", "Кеше ауа райы жақсы болды, Президент зауытты аралады."),
        ("en", "The President told the guests that the plant was old."),
    ],
)
def test_talk_is_no_instruction(language, sentence):
    assert told(sentence, language=language) == []


def test_a_sentence_that_points_back_inherits_who_must_act():
    assert told(
        "Токаев поручил Правительству написать план. К этой работе нужно привлечь учёных."
    ) == [
        ("new", "government", ""),
        ("new", "government", ""),
    ]


def test_joint_responsibility_is_told_apart():
    (passage,) = annotated(
        "Токаев поручил Правительству совместно с Национальным банком подготовить прогноз цен."
    )
    (order,) = passage.instructions
    assert (order.agencies, order.joint) == (("government", "national-bank"), ("national-bank",))


def test_mentions_in_an_order_are_instructed():
    (passage,) = annotated(
        "Мажилис выслушал президента. Токаев поручил Министерству юстиции внести поправки."
    )
    assert [(one.agency, one.role) for one in passage.agencies][-1] == (
        "justice-ministry",
        "instructed",
    )
    assert passage.agencies[0].role == "mentioned"


def test_offsets_count_in_the_passage():
    (passage,) = annotated("Утром шёл дождь. Токаев поручил Минздраву построить больницу до мая.")
    (order,) = passage.instructions
    assert passage.text[order.start : order.end] == order.text
    assert order.text.startswith("Токаев")


def test_an_instruction_keeps_its_id():
    first, second = (
        annotated(text)[0].instructions[0].id
        for text in ("Президент велел открыть школу.", "Президент велел  открыть школу.")
    )
    assert first == second


def test_without_a_date_a_relative_deadline_stays_open():
    assert told("Президент велел Минтрансу починить мост за месяц.", date=None) == [
        ("new", "transport-ministry", "")
    ]


@pytest.mark.parametrize(
    ("language", "paragraph", "words"),
    [
        ("ru", "Президент поручил Правительству до 1 июля построить сто школ.", ["поручил"]),
        ("ru", "Президент сказал: акиматы должны к зиме починить дороги.", ["должны"]),
        ("en", "The President instructed the Government to build schools.", ["instructed"]),
    ],
)
def test_the_words_that_decided_are_kept(language, paragraph, words):
    (passage,) = annotated(paragraph, language=language)
    assert [list(each.words) for each in passage.instructions] == [words]


def test_an_order_told_by_others_is_shared_by_the_clause_behind():
    (passage,) = annotated(
        "Министерству здравоохранения поручено до осени посчитать врачей, а Минфину – найти деньги."
    )
    assert [one.text for one in passage.instructions] == [
        "Министерству здравоохранения поручено до осени посчитать врачей",
        "Минфину – найти деньги.",
    ]
