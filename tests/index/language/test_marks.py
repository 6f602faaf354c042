from index.language.analyzer import words_of
from index.language.marks import Marked, Marks, Numbered, saying


def test_marks_tell_what_runs_say_and_which_they_are():
    roads, lead = words_of("дороги ведут", "ru")
    numbered = Numbered()
    first, second = numbered.mark(roads, 255), numbered.mark(lead)
    row = Marked(second + first + second, numbered)
    assert list(row.says) == [0, 255, 0]
    assert row.runs == list(row.words) == [lead, roads, lead]
    assert row.within(0, 1).runs == [lead, roads]
    assert numbered.run(first) is roads


def test_a_run_that_says_something_else_is_the_same_run():
    (roads,) = words_of("дороги", "ru")
    numbered = Numbered()
    row = Marked(saying(numbered.mark(roads, 255), 3), numbered)
    assert (list(row.says), row.runs) == ([3], [roads])


def test_many_runs_are_told_apart():
    words = words_of(" ".join(map(str, range(70_000))), "ru")
    row = Marks().row(words + words)
    assert row.runs == words + words


def test_a_word_that_stands_twice_has_one_mark():
    (roads,) = words_of("дороги", "ru")
    marks = Marks()
    assert marks.row([roads, roads]).marks == 2 * marks[roads]
