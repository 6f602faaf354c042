import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.reading.paragraphs import paragraphs

WRAPPED = """\
Министерство подготовило дорожную карту, по которой районные больницы
перейдут на электронные карты пациентов. Первые десять больниц сделают
это весной.
    Остальные подключатся до декабря, если хватит каналов связи и людей,
которые умеют работать с новой системой.

Проверку поручили вице-министру."""


def shown(text):
    return " | ".join(part.replace("\n", " / ") for part in paragraphs(text))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Первый.\n\nВторой.", "Первый. | Второй."),
        ("Первый.\nВторой.\nТретий.", "Первый. | Второй. | Третий."),
        ("Первый.\r\n\r\nВторой.", "Первый. | Второй."),
        ("Первый.\n \u00a0\n\n\nВторой.\n", "Первый. | Второй."),
        ("Заголовок без точки\nПервый.", "Заголовок без точки | Первый."),
        ("", ""),
        (" \n\u00ad\n", ""),
    ],
)
def test_blank_lines_and_lines_of_their_own_part_paragraphs(text, cut):
    assert shown(text) == cut


def test_text_wrapped_to_a_width_is_joined():
    first, second, third = paragraphs(WRAPPED)
    assert first.endswith("электронные карты пациентов. Первые десять больниц сделают это весной.")
    assert second.startswith("Остальные подключатся")
    assert third == "Проверку поручили вице-министру."


def test_short_names_on_lines_are_not_taken_for_wrapped_text():
    assert len(paragraphs("Здравоохранение\nОбразование\nСвязь и массовые коммуникации")) == 3


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Задачи:\n• связь;\n• кадры.\n\nИтог.", "Задачи: | • связь; / • кадры. | Итог."),
        ("1. Связь.\n2. Кадры.", "1. Связь. / 2. Кадры."),
        ("1) связь\n2) кадры", "1) связь / 2) кадры"),
        ("а) связь\nб) кадры", "а) связь / б) кадры"),
        ("1. Связь.\n\n2. Кадры.", "1. Связь. / 2. Кадры."),  # short, over a blank line
        ("Велено:\n– создать;\n– открыть.", "Велено: | – создать; / – открыть."),
        ("- Связь\n- Кадры", "- Связь / - Кадры"),
        ("• одинокий", "• одинокий"),
        ("В 2025. году\nбыло так", "В 2025. году | было так"),
    ],
)
def test_items_of_a_list_stay_together(text, cut):
    assert shown(text) == cut


def test_long_numbered_paragraphs_apart_are_no_list():
    long = "Слово " * 60
    assert len(paragraphs(f"1. {long}\n\n2. {long}")) == 2


@pytest.mark.parametrize(
    "speech",
    [
        "– Трябва да побързаме, каза министърът.\n\nТой даде срок.",
        "— Когда откроете?\n— Весной, ответил аким.",
        "– Първо. Нужни са кадри.\n\n– Второ. Нужни са пари.",
    ],
)
def test_dash_that_opens_speech_makes_no_list(speech):
    assert not any("\n" in part for part in paragraphs(speech))


@given(st.text(alphabet="аБ .–•1)\n\t-;:?", max_size=300))
def test_no_letter_is_lost(text):
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())
