"""Whose words a title promises."""

import pytest

from index.language import analyze
from index.policy import load_tables
from index.policy.speaking.titles import Title


@pytest.fixture(scope="module")
def manners():
    return load_tables().speakers.manners


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Выступление Премьер-министра Олжаса Бектенова в Мажилисе"),
        ("ru", "Доклад министра на встрече с Президентом"),
        ("ru", "Колонка эксперта: куда уходят деньги"),
        ("ru", "Выступление Бектенова"),
        ("bg", "Реч на министъра на енергетиката"),
        ("kk", "Министрдің форумдағы сөзі"),
        ("en", "Speech by the Prime Minister of Japan at the forum"),
        ("en", "Remarks by John Smith"),
    ],
)
def test_a_speech_of_another(manners, language, text):
    assert Title(analyze(text, language), language, text=text).is_of_another(manners)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Выступление Президента на встрече с министром"),
        ("ru", "Выступление на заседании Правительства"),
        ("ru", "Послание народу Казахстана"),
        ("ru", "Министр доложил о дорогах"),
        ("bg", "Реч на президента пред депутатите"),
        ("kk", "Президенттің Парламенттегі сөзі"),
        ("en", "Address to the nation"),
        ("en", "Remarks by President Tokayev"),
    ],
)
def test_a_speech_of_the_president_or_of_nobody_named(manners, language, text):
    assert not Title(analyze(text, language), language, text=text).is_of_another(manners)
