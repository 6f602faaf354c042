import pytest

from index.language import query_words
from index.language.synonyms import alternatives


def others(query):
    places = [slot for word in query_words(query) for slot in word.slots]
    return {(found.start, found.end, found.text) for found in alternatives(places)}


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("внедрение ИИ", (1, 2, "искусственный интеллект")),
        ("искусственного интеллекта", (0, 2, "AI")),
        ("жасанды интеллектінің", (0, 2, "ИИ")),
        ("AI", (0, 1, "изкуствен интелект")),
        ("МЦРИАП", (0, 1, "МИИЦР")),
        ("министра цифрового развития", (0, 3, "МЦРИАП")),
        ("утечка персональных данных", (1, 3, "лични данни")),
        ("строительство ЦОДов", (1, 2, "центр обработки данных")),
        ("строительство дата-центров", (1, 3, "ЦОД")),
        ("законы РК", (1, 2, "Республика Казахстан")),
        ("Республики Казахстан", (0, 2, "РК")),
        ("Касымжомарт Токаев", (0, 1, "Касым-Жомарт")),
        ("Касым-Жомарта Токаева", (0, 2, "Касымжомарт")),
    ],
)
def test_the_same_in_other_words(query, other):
    assert other in others(query)


def test_the_longest_name_is_taken_whole():
    query = "министерство цифрового развития, инноваций и аэрокосмической промышленности"
    assert {(start, end) for start, end, _ in others(query)} == {(0, 7)}


def test_other_words_have_none():
    assert others("строительство дорог") == set()
    assert alternatives([]) == []
