"""Of the bodies that an order names, who must act and who only hears of it."""

import pytest

from tests.index.policy.reading_aloud import annotated


def charged(text, language):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    return [one.agencies for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев поручил Минтрансу ежемесячно докладывать Правительству о паромах."),
        ("ru", "Минтранс должен отчитываться перед Министерством финансов, сказал Президент."),
        ("ru", "Токаев поручил Минтрансу к маю представить Правительству и Парламенту план."),
        ("ru", "Токаев поручил Минтрансу за счёт средств «Самрук-Казыны» купить паромы."),
        ("kk", "Көлік министрлігі тоқсан сайын Үкіметке есеп беруі тиіс, деді Тоқаев."),
    ],
)
def test_to_whom_it_is_reported_or_who_pays_is_not_charged(language, text):
    assert charged(text, language) == [("transport-ministry",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # nobody else is charged
        ("ru", "Токаев поручил представить Правительству план к маю."),
        ("kk", "Президент Үкіметке есеп беруді тапсырды."),
    ],
)
def test_who_alone_is_told_is(language, text):
    assert charged(text, language) == [("government",)]
