import pytest

from index.language import kazakh


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("интеллектінің", "интеллект"),
        ("жасанды", "жасанды"),
        ("министрлігінің", "министрлік"),
        ("платформаларының", "платформа"),
        ("орталықтарын", "орталық"),
        ("кітаптарымыздан", "кітап"),
        ("халқының", "халық"),
        ("саммитке", "саммит"),
        ("Тоқаевтың", "тоқаев"),
        ("келмеген", "кел"),
        ("оқиды", "оқы"),
        ("қою", "қой"),
        ("дайындалған", "дайындал"),
        ("семейде", "семей"),  # an unknown noun, and no form of a verb «се»
        ("деректерді", "дерек"),
    ],
)
def test_suffixes_come_off(form, stem):
    assert kazakh.lemmas(form) == (stem,)


@pytest.mark.parametrize("word", ["алгоритм", "экология", "суперкомпьютер", "ән", "е"])
def test_a_bare_word_stays(word):
    assert kazakh.lemmas(word) == (word,)


def test_every_listed_root_is_its_own_stem():
    for roots in kazakh._roots().values():
        assert [root for root in roots if kazakh.lemmas(root) != (root,)] == []
