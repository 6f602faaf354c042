"""What a text can be known again by."""

import pytest

from index.language.traits import skeleton, traits, weight


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("выделено 37 млрд тенге", "ru", "#37000000000"),
        ("came to 37 billion tenge", "en", "#37000000000"),
        ("makes 1,200 wagons", "en", "#1200"),
        ("выпускают 1 200 вагонов", "ru", "#1200"),
        ("рост на 9,8 процента", "ru", "#9.8%"),
        ("в 2025 году", "ru", None),  # a year tells little
        ("5 человек", "ru", None),
    ],
)
def test_numbers_survive_translation(text, language, found):
    told = traits(text, language).told
    assert {each for each in told if each[0] in "#&"} == ({found} if found else set())


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("принял Тимура Сулейменова", "ru"), ("received Timur Suleimenov", "en"), "^slmn"),
        (("открыл завод", "ru"), ("opened a plant", "en"), "~plant"),
        (("посетил школу", "ru"), ("мектепті аралады", "kk"), "~school"),
        (("побывал в Семее", "ru"), ("приехал в Семей", "ru"), "@sm"),
        (("побывал в Уральске", "ru"), ("Оралға барды", "kk"), "@rlsk"),
        (("посетил Карагандинскую область", "ru"), ("visited Karaganda", "en"), "@krgnd"),
        (("гость из Пакистана", "ru"), ("Пәкістаннан келді", "kk"), "~~pakistan"),
        (("на форуме Steppe Bridge", "ru"), ("форумът Steppe Bridge", "bg"), "^brJ"),
    ],
)
def test_names_and_things_meet_across_languages(one, other, shared):
    assert shared in traits(*one).told & traits(*other).told


@pytest.mark.parametrize(
    ("text", "language", "thing"),
    [
        ("Садыр Жапаров ответил", "ru", "~garden"),
        ("Герман Греф приехал", "ru", "~~germany"),
        ("тегін жасалды", "kk", "~young"),
        ("қорытынды шықты", "kk", "~fund"),
        ("Тюркские лидеры", "ru", "~~turkey"),
        ("премьер-министр ответил", "ru", "~premiere"),
        ("поэтому", "ru", "~poet"),
    ],
)
def test_words_that_begin_alike_are_other_things(text, language, thing):
    assert thing not in traits(text, language).told


def test_what_begins_a_sentence_may_be_a_name():
    begun, within = traits("Сагимбаев доложил", "ru"), traits("heard Sagimbayev", "en")
    assert within.told & begun.all_told == {"^sgmb"}
    assert not begun.told & within.told


def test_countries_are_told_from_things():
    assert traits("школы в Японии", "ru").countries == {"~~japan"}


def test_who_reports_leaves_no_trait():
    with_source = traits("Построен мост, сообщает Zakon.kz.", "ru")
    assert with_source == traits("Построен мост.", "ru")


@pytest.mark.parametrize(("word", "language"), [("Стуббом", "ru"), ("Stubb", "en")])
def test_endings_of_cases_are_cut_off(word, language):
    assert skeleton(word, language) == "stb"


def test_exact_numbers_tell_more_than_round_ones():
    assert weight("#30") < weight("#100") < weight("#417") <= weight("#38.5") <= weight("#315000")
