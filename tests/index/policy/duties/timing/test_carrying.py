"""Days told in the sentence before the one that points to them."""

import pytest

from tests.index.policy.reading_aloud import annotated


def last(text, language):
    (passage,) = annotated(text, language=language, date="2025-03-10")
    found = passage.instructions[-1]
    return found.agencies, found.due


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        (
            "ru",
            "Токаев дал время до середины лета. Минтранс должен к этому сроку обновить паромы.",
            "2025-07-15",
        ),
        (
            "ru",
            "Назван день – 1 октября. К этому времени Минтрансу поручено обновить их.",
            "2025-10-01",
        ),
        (
            "bg",
            (
                "Токаев даде срок до 15 май. Дотогава Министерството на транспорта трябва да "
                "обнови фериботите."
            ),
            "2025-05-15",
        ),
        (
            "en",
            (
                "“You have no more than ten weeks. In that time the Ministry of Transport must "
                "renew the ferries,” Tokayev said."
            ),
            "2025-05-19",
        ),
        (
            "en",
            (
                "The President set a date: 1 October. By then the Ministry of Transport must renew "
                "the ferries."
            ),
            "2025-10-01",
        ),
    ],
)
def test_a_clause_that_points_back_takes_the_day_told_there(language, text, due):
    assert last(text, language) == (("transport-ministry",), due)


@pytest.mark.parametrize(
    "text",
    [
        "Паромы стояли до 1 мая. Минтрансу поручено обновить их.",
        "Паромы стояли. Минтрансу поручено к этому сроку обновить их.",
    ],
)
def test_nothing_is_taken_where_nothing_points_or_no_day_is_told(text):
    assert last(text, "ru") == (("transport-ministry",), "")
