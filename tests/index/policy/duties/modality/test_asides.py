"""What only seems to order, and ways of naming who must act."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text, language="ru"):
    """Each instruction as its text, who must act and who with them."""
    (passage,) = annotated(text, language=language)
    return [(one.text, one.agencies, one.joint) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Должен сказать, я и сам люблю шахматы», – заметил Президент."),
        ("ru", "Токаев настаивает на своём, и это видно."),
        ("ru", "Депутат потребовал от Правительства починить мосты."),
        ("ru", "«Пусть наши дети растут здоровыми!» – пожелал Президент."),
        ("ru", "Президент Бразилии призвал беречь леса."),
        ("ru", "К июню завод запустит новый цех."),  # no beginning: it is not said on which day
        ("en", "“Each of us must learn to swim,” President Tokayev said."),
        ("kk", "«Бәріміз жүзуді үйренуіміз керек», – деді Президент."),
        ("bg", "До юни заводът ще стартира нов цех."),
        ("kk", "Сарапшы Көлік министрлігінен көпірлерді тез жөндеуді талап етті."),
        ("ru", "Президент призвал придерживаться мудрой умеренности."),
        ("en", "The Ministry of Transport ordered twenty buses from a plant."),
        ("en", "“Small towns need good roads,” President Tokayev said."),
        ("ru", "«Вы экономите на мостах, а платите потом за лодки», – сказал Президент."),
        ("ru", "«Жители жалуются, что за хлебом надо ехать за реку», – сказал Президент."),
        ("en", "“People complain that they must cross the river for bread,” the President said."),
    ],
)
def test_what_only_seems_to_order(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "agencies", "joint"),
    [
        (
            "ru",
            "Президент поставил перед Минтрансом задачу починить мосты.",
            "transport-ministry",
            "",
        ),
        ("ru", "Токаев дал Минтрансу неделю на ремонт моста.", "transport-ministry", ""),
        ("ru", "«Олжас Абаевич, проверьте мосты лично», – сказал Президент.", "prime-minister", ""),
        (
            "ru",
            "Минтрансу под надзором Генеральной прокуратуры поручено чинить мосты, сказал Токаев.",
            "transport-ministry",
            "",
        ),
        (
            "bg",
            "Токаев поиска от Министерството на транспорта да поправи мостовете.",
            "transport-ministry",
            "",
        ),
        ("bg", "„Моля правителството да поправи мостовете“, каза Токаев.", "government", ""),
        ("bg", "„Нека правителството поправи мостовете“, каза Токаев.", "government", ""),
        (
            "bg",
            "„До края на май транспортното министерство да поправи мостовете“, каза Токаев.",
            "transport-ministry",
            "",
        ),
        (
            "en",
            "“Prime Minister, go there and look at the bridges,” President Tokayev said.",
            "prime-minister",
            "",
        ),
        (
            "kk",
            "Тоқаев Astana Hub технопаркіне көпірлер туралы жоба дайындауды тапсырды.",
            "astana-hub",
            "",
        ),
        (
            "ru",
            "«Пусть мосты проверяют не строители, а сам Минтранс», – сказал Токаев.",
            "transport-ministry",
            "",
        ),
        (
            "en",
            "It is up to the Ministry of Transport to mend the bridges, the President stressed.",
            "transport-ministry",
            "",
        ),
        (
            "kk",
            "«Үкімет Көлік министрлігімен бірлесіп көпірлерді жөндеуі керек», – деді Тоқаев.",
            "government transport-ministry",
            "transport-ministry",
        ),
    ],
)
def test_who_must_act_and_with_whom(language, text, agencies, joint):
    ((_, lead, helping),) = told(text, language)
    assert (" ".join(lead), " ".join(helping)) == (agencies, joint)


def test_an_order_before_the_words_of_the_reporter_is_the_order():
    text = "– Акимам до 1 ноября починить мосты, – потребовал Касым-Жомарт Токаев."
    assert told(text) == [("Акимам до 1 ноября починить мосты", ("akimats",), ())]


def test_who_reports_is_the_one_told_before():
    text = "«Поручаю Минтрансу чинить мосты. Докладывать будете каждый месяц», – сказал Президент."
    assert [lead for _, lead, _ in told(text)] == [("transport-ministry",)] * 2


def test_words_of_the_reporter_behind_a_quotation_are_no_part_of_the_order():
    text = "„Правителството трябва да поправи мостовете“, предупреди държавният глава."
    assert told(text, "bg") == [("Правителството трябва да поправи мостовете", ("government",), ())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев предложил японским фондам построить в Астане причал для паромов."),
        ("bg", "Токаев предложи на японските фондове да построят кей в Астана."),
        ("kk", "Тоқаев жапон қорларына Астанада айлақ салуды ұсынды."),
        ("en", "Tokayev asked Japanese funds to build a pier in Astana."),
    ],
)
def test_what_strangers_are_asked_is_no_order(language, text):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    assert passage.instructions == ()


def test_what_our_bodies_are_asked_about_strangers_is_one():
    text = "Токаев предложил Минтрансу позвать японские фонды к озеру."
    (passage,) = annotated(text, date="2025-05-05")
    assert [one.agencies for one in passage.instructions] == [("transport-ministry",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Пассажир не должен ждать парома сутками», – сказал Президент."),
        ("ru", "«Каждый мост обязан иметь хозяина», – сказал Президент."),
        ("ru", "«Врач не должен искать бумагу дольше, чем болезнь», – сказал Президент."),
        ("bg", "„Лекарят трябва да вижда болния“, каза Токаев."),
        ("en", "“A doctor must look at the patient first,” President Tokayev said."),
        ("kk", "«Шенеунік адамды күттірмеуі керек», – деді Президент."),
    ],
)
def test_what_whoever_it_may_be_must_do_is_a_requirement_to_nobody(language, text):
    (passage,) = annotated(text, language=language)
    assert [(one.kind, one.agencies) for one in passage.instructions] == [("requirement", ())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Минтранс будет рыбакам опорой», – сказал Президент."),
        ("bg", "„Министерството на транспорта ще бъде за тях дом“, каза Токаев."),
        ("kk", "«Көлік министрлігі балықшылар үшін үй болады», – деді Президент."),
        ("en", "“The Ministry of Transport will be a home for fishermen,” the President said."),
    ],
)
def test_what_a_body_will_be_is_no_order(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Минтранс будет чинить мосты», – сказал Президент."),
        ("ru", "«Докладывать о мостах будет Минтранс», – сказал Президент."),
        ("bg", "„Министерството на транспорта ще бъде натоварено да поправи моста“, каза Токаев."),
        ("kk", "«Көлік министрлігі көпірлерді жөндейтін болады», – деді Президент."),
        ("en", "“The Ministry of Transport will mend the bridges,” the President said."),
    ],
)
def test_what_a_body_will_do_is_one(language, text):
    assert [lead for _, lead, _ in told(text, language)] == [("transport-ministry",)]
