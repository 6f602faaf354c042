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
