import pytest

from index.language import russian, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("городов", "городе"),
        ("внедрённый", "внедрил"),
        ("важнейшие", "важнейшего"),
        ("ёлка", "елки"),
        ("искусственного", "искусственный"),
        ("лет", "года"),
        ("млрд", "миллиардов"),
    ],
)
def test_forms_of_a_word_meet(one, other):
    assert set(words.lemmas(one, "ru")) & set(words.lemmas(other, "ru"))


@pytest.mark.parametrize(("one", "other"), [("важнейшие", "важный"), ("статей", "стать")])
def test_different_words_stay_apart(one, other):
    assert not set(words.lemmas(one, "ru")) & set(words.lemmas(other, "ru"))


@pytest.mark.parametrize(
    "cases",
    [
        "Токаев Токаева Токаеву Токаевым Токаеве Токаевой",
        "Дадебай Дадебая Дадебаю Дадебаем Дадебае",
        "Жомарт Жомарта Жомарту Жомартом Жомарте",
        "Альназарова Альназаровой Альназарову",
        "Мамаев Мамаева Мамаеву Мамаевым",
        "Гульмира Гульмиры Гульмире Гульмиру Гульмирой",
        "Курманский Курманского Курманскому Курманским Курманском",
    ],
)
def test_a_name_meets_itself_in_every_case(cases):
    nominative, *oblique = (set(words.lemmas(case, "ru")) for case in cases.split())
    assert [bool(nominative & case) for case in oblique] == [True] * len(oblique)


def test_the_dictionary_knows_its_words():
    assert russian.is_known("городами")
    assert not russian.is_known("токаевым")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жанаозену", "Жанаозена"),
        ("Сарыагаше", "Сарыагашем"),
        ("Капшагая", "Капшагаем"),
        ("Тасмагамбетову", "Тасмагамбетовым"),
        ("Ергалиевой", "Ергалиеву"),
        ("Досмухамбетом", "Досмухамбете"),
        ("Шардары", "Шардарой"),
    ],
)
def test_an_unknown_name_meets_itself_in_any_two_cases(one, other):
    assert not set(russian.lemmas(one)).isdisjoint(russian.lemmas(other))
