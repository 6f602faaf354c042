import pytest

from index.language.sounds import consonants, latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("стубб", "stubb"),
        ("тоқаев", "tokayev"),
        ("щука", "shuka"),
        ("макрон", "macron"),
        ("жапаров", "japarov"),
        ("цзиньпин", "дзинпин"),
        ("тяньцзинь", "tianjin"),
        ("ходжаев", "khodjayev"),
        ("эрдоган", "erdoğan"),
        ("шольц", "scholz"),
        ("александр", "alexander"),
        ("филипп", "philip"),
        ("джонсон", "johnson"),
    ],
)
def test_a_name_is_one_in_every_alphabet(one, other):
    assert consonants(one) == consonants(other)


@pytest.mark.parametrize(
    ("one", "other"), [("макрон", "мартин"), ("жапаров", "шапиро"), ("чернов", "корнев")]
)
def test_other_names_sound_otherwise(one, other):
    assert consonants(one) != consonants(other)


def test_letters_are_told_one_by_one():
    assert latin("цех") == "tseh"
