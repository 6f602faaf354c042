"""Whom a clause charges that names nobody, or only who joins."""

from tests.index.policy.reading_aloud import annotated


def charged(*texts):
    return [one.agencies for passage in annotated(*texts) for one in passage.instructions]


ORDER = "Президент поручил Министерству транспорта обновить паромы."


def test_nobody_is_charged_from_two_passages_before():
    behind = "Ему также предстоит до мая проверить мосты, сказал Президент."
    assert charged(ORDER, behind)[-1] == ("transport-ministry",)
    assert charged(ORDER, "Вечером шёл дождь.", behind)[-1] == ()


def test_who_is_spoken_to_must_act():
    told = "«Почему молчите? – спросил Президент министра транспорта. – Проверьте мосты до мая»."
    assert charged(told)[-1] == ("transport-ministry",)
