"""Officials whose surname stands alone, once the text has named them with their office."""

import pytest

from tests.index.policy.reading_aloud import annotated


def named(text, date="2024-05-05"):
    passages = annotated(*text.split(" | "), date=date)
    return [[one.agency for one in passage.agencies] for passage in passages]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Министр финансов Ануар Ержанов приехал. | Ержанову дали неделю.", ["finance-ministry"]),
        ("Ануар Ержанов, министр финансов, приехал. | Ержанов молчит.", ["finance-ministry"]),
        ("Министр финансов Асель Ержанова приехала. | Ждут Ержанову.", ["finance-ministry"]),
        ("Министр финансов Ануар Ержанов приехал. | Приехал и Саят Ержанов.", []),  # another
        ("Министр финансов Ануар Ержанов приехал. | Ержановская улица тиха.", []),
        ("Минфин и Ануар Ержанов приехали. | Ержанов молчит.", []),  # no office is his
        ("Министру финансов Касым-Жомарт Токаев верит. | Токаев молчит.", []),
        ("Министърът на финансите Асен Вълев дойде. | Вълев мълчи.", ["finance-ministry"]),
        ("The Health Minister Aigul Serikova came. | Serikova is silent.", ["mz"]),
        ("Қаржы министрі Ануар Ержанов келді. | Ержановқа бір апта берілді.", ["finance-ministry"]),
        ("Жиын өтті. | Министр Саясат Нұрбек келді.", ["mnvo"]),  # no ministry is named
        ("Бюджет ждали все. | Олжас Бектенов взял слово.", ["prime-minister"]),  # by the table
    ],
)
def test_a_surname_stands_for_the_office_that_was_named_with_it(text, agencies):
    assert named(text)[1] == agencies


def test_who_held_an_office_is_a_matter_of_the_day():
    assert named("Бектенов взял слово.", date="2021-05-05") == [[]]


def test_an_official_is_known_by_each_spelling_of_his_name():
    assert named("Bektenov took the floor.") == [["prime-minister"]]
    assert named("Минздраву вместе с министерством Багдата Мусина дан месяц.", "2021-05-05") == [
        ["mz", "mcriap"]
    ]


def test_the_house_of_an_official_is_named_by_him():
    text = "Министр финансов Ануар Ержанов приехал."
    (_, known) = annotated(text, "Ведомству Ержанова дали неделю.", date="2024-05-05")
    assert [(one.start, one.end) for one in known.agencies] == [(0, 18)]


def test_a_name_behind_its_office_is_named_once():
    assert named("Бектенов здесь: премьер-министр Олжас Бектенов.")[0] == ["prime-minister"] * 2
