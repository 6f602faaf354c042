import pytest

from index.language.runs import ENDS, FAR, LARGE, LEANS, MAY_END, NUMBER, RUSSIAN, SMALL, Runs


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("дорог", SMALL | RUSSIAN),
        ("Дорог", LARGE | RUSSIAN),
        ("«дорог»,", SMALL | RUSSIAN),
        ("дорог.", SMALL | RUSSIAN | ENDS),
        ("«дороге!»", SMALL | RUSSIAN | ENDS),
        (".дороге", LARGE | RUSSIAN),
        ("г.", SMALL | MAY_END),
        ("—", 0),  # what opens is only seen behind it
        ("000", LARGE | NUMBER),  # a digit opens as a capital does
        ("құрылыс", SMALL | LEANS | FAR),
        ("ли", SMALL | LEANS),
    ],
)
def test_what_a_run_says(text, says):
    assert list(Runs(9).marked([text]).says) == [says]


def test_a_full_generation_gives_way_and_its_runs_are_not_read_anew():
    runs = Runs(2)
    first = runs.marked(["дороги", "ведут", "домой"])
    second = runs.marked(["ведут", "мосты"])
    assert second.among is not first.among
    assert second.runs[0] is first.runs[1]
    assert [word.form for word in first.words] == ["дороги", "ведут", "домой"]


def test_what_is_remembered_is_bounded():
    runs = Runs(10)
    sizes = {len(runs.marked([f"дом{number}"]).among.runs) for number in range(100)}
    assert max(sizes) == len(sizes) == 10


def test_a_run_of_two_generations_ago_is_read_anew():
    runs = Runs(1)
    first, _, third = (runs.marked([text]).runs for text in ("дороги", "мосты", "дороги"))
    assert third[0] is not first[0]
    assert third[0].words == first[0].words


def test_a_word_in_its_signs_is_the_word_where_they_say_nothing():
    row = Runs(9).marked(["дороги", "«дороги»,", "дороги!"])
    alone, in_signs, ends = row.runs
    assert in_signs is alone is ends
    assert row.says[0] == row.says[1] != row.says[2]
