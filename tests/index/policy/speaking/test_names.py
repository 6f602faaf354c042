"""Names of people in a text."""

import pytest

from index.policy import load_tables
from index.policy.speaking.names import full_name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "сообщил Премьер-министр Олжас Бектенов", "Олжас Бектенов"),
        ("ru", "заявил президент Узбекистана Шавкат Мирзиёев", "Шавкат Мирзиёев"),
        ("ru", "сказал президент Nvidia Дженсен Хуанг", "Дженсен Хуанг"),
        ("ru", "сказала глава МВФ Кристалина Георгиева", "Кристалина Георгиева"),
        ("ru", "заявила премьер-министр Италии Джорджа Мелони", "Джорджа Мелони"),
        ("ru", "сказала глава банка Анна ван дер Берг", "Анна ван дер Берг"),
        ("ru", "Канцлер Австрии Карл Штокер заявил", "Карл Штокер"),
        ("kk", "Ресей Президенті Владимир Путин Үкіметке тапсырды", "Владимир Путин"),
        ("en", "Economist Mary Jones said", "Mary Jones"),
        ("ru", "Администрация президента США", ""),
        ("ru", "Министр Мадиев рассказал", "Мадиев"),
        ("ru", "ответил Токаев министру Ж. Мадиеву", ""),
        ("bg", "каза президентът на България Румен Радев", "Румен Радев"),
        ("kk", "деді Өзбекстан Президенті Шавкат Мирзиёев", "Шавкат Мирзиёев"),
        ("en", "said Minister Zhaslan Madiyev", "Zhaslan Madiyev"),
        ("en", "The Trump administration", ""),
        ("en", "Germany's Ministry of Economy", ""),
        ("en", "said President Kassym-Jomart Tokayev", ""),
    ],
)
def test_a_name_stands_without_its_office(language, text, name):
    own = ("токаев", "tokayev", "kassym", "касым")
    talk = load_tables().speakers.manners[language].talk
    assert full_name(text, own, language, talk) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам министра торговли Серика Ахметова, цены упали", "Серик Ахметов"),
        ("По словам Серика Ахметова, цены упали", "Серик Ахметов"),
        ("По мнению эксперта Айгуль Сериковой, цены упали", "Айгуль Серикова"),
        ("По словам президента Франции Эммануэля Макрона, цены упали", "Эммануэль Макрон"),
        ("Министр Мади Ахметов рассказал", "Мади Ахметов"),
    ],
)
def test_a_name_is_told_as_it_is_called(text, name):
    assert full_name(text, (), "ru", load_tables().speakers.manners["ru"].talk) == name
