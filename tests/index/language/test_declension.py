import pytest

from index.language import declension


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Токаев", "токаевым"),
        ("Альназарова", "альназаровой"),
        ("Акорда", "акорды"),
        ("Дадебай", "дадебаем"),
        ("Скляр", "скляром"),
        ("Курманский", "курманскому"),
        ("Алматы", "алматы"),
        ("Горбачёв", "горбачева"),
    ],
)
def test_a_name_has_its_forms_and_they_lead_back(name, form):
    assert form in declension.forms(name)
    back = set(declension.names(form))
    assert back & set(declension.names(name))


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ("Мади Ахметова", "Мади Ахметов"),
        ("Айгуль Сериковой", "Айгуль Серикова"),
        ("Андрея Горского", "Андрей Горский"),
        ("Анны Ковальской", "Анна Ковальская"),
        ("Игоря Ткача", "Игорь Ткач"),
        ("Сауле Ахметовой", "Сауле Ахметова"),
        ("Джорджи Мелони", "Джорджи Мелони"),
    ],
)
def test_a_name_in_the_genitive_is_turned_back(told, called):
    assert declension.in_nominative(told.split()) == called.split()
