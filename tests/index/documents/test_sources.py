import pytest

from index.documents.sources import source_named, without_attribution


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Открыт центр, сообщает Zakon.kz.", "Zakon.kz"),
        ("Открыт центр, сообщает корреспондент агентства Казинформ.", "Kazinform"),
        ("Открит е център, съобщава агенция Kazinform с позоваване на Акорда.", "Kazinform"),
        ("Открит е център, предава БТА.", "БТА"),
        ("Орталық ашылды, деп хабарлайды Kazinform.", "Kazinform"),
        ("Орталық ашылды, деп хабарлайды ҚазАқпарат агенттігі.", "Kazinform"),
        ("BAQ.KZ хабарлайды: орталық ашылды.", "BAQ.KZ"),
        ("A centre has opened, The Astana Times reports.", "The Astana Times"),
        ("A centre has opened, according to inform.kz.", "Kazinform"),
        ("Открыт центр, пишет газета «Степной маяк».", "Степной маяк"),
        ("Открыт центр, передаёт vest.kz.", "vest.kz"),
        ("Открыт центр. Как писал TRT на русском, он третий.", "TRT на русском"),
        ("Открыт центр, сообщил Токаев.", ""),
        ("Президент сообщил: «Центр открыт».", ""),
        ("Министр передал «Центр открыт для всех жителей города».", ""),
        ("Центр сообщает о погоде.", ""),
    ],
)
def test_source_is_whom_the_text_names(text, source):
    assert source_named([text]) == source


def test_attribution_stands_at_the_top_but_an_earlier_report_anywhere():
    assert source_named(["А."] * 3 + ["Об этом сообщает Zakon.kz."]) == ""
    assert (
        source_named(["А."] * 3 + ["Как ранее сообщал Zakon.kz, центр строили год."]) == "Zakon.kz"
    )


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Открыт большой новый центр, сообщает Zakon.kz", "Открыт большой новый центр"),
        (
            "Открыт большой центр, где сообщает о погоде",
            "Открыт большой центр, где сообщает о погоде",
        ),
        ("Да, сообщает Zakon.kz", "Да, сообщает Zakon.kz"),
    ],
)
def test_attribution_is_no_part_of_a_title(sentence, plain):
    assert without_attribution(sentence) == plain


def test_hostile_text_is_searched_in_a_moment():
    for letters in ("a" * 500_000, "A" * 500_000, "А " * 500_000, "a." * 500_000, "«А" * 300_000):
        assert source_named([letters] * 3) == ""
