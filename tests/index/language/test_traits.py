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
        (("на форуме Steppe Bridge", "ru"), ("форумът Steppe Bridge", "bg"), "^brdg"),
    ],
)
def test_names_and_things_meet_across_languages(one, other, shared):
    assert shared in traits(*one).told & traits(*other).told


def test_who_reports_leaves_no_trait():
    with_source = traits("Построен мост, сообщает Zakon.kz.", "ru")
    assert with_source == traits("Построен мост.", "ru")


@pytest.mark.parametrize(("word", "language"), [("Стуббом", "ru"), ("Stubb", "en")])
def test_endings_of_cases_are_cut_off(word, language):
    assert skeleton(word, language) == "stb"


def test_exact_numbers_tell_more_than_round_ones():
    assert weight("#30") < weight("#100") < weight("#417") <= weight("#38.5") <= weight("#315000")
