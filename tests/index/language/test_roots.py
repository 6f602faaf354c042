import pytest

from index.language.roots import root


@pytest.mark.parametrize(
    "family",
    [
        "протестовать протест",
        "внедрить внедрять внедрение",
        "возможность возможный",
        "экономика экономический",
        "казахстан казахстанский казахстанец",
        "производить производство производитель производственный",
        "регистрация регистрировать",
        "участник участие",
        "президент президентский",
    ],
)
def test_words_of_one_root_share_it(family):
    assert len(set(map(root, family.split()))) == 1


@pytest.mark.parametrize("word", ["суд", "школа", "ит", "қазақстан", "government", "2025"])
def test_short_and_foreign_words_stand_alone(word):
    assert root(word) == word


def test_different_things_keep_apart():
    assert root("норма") != root("норманский")
    assert root("проблема") != root("пробел")
