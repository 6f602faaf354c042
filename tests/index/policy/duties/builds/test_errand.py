import pytest

from tests.index.policy.reading_aloud import annotated


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("По поручению Президента Минтранс проверит станции.", "transport-ministry"),
        ("Минтранс к 1 августа представит Президенту расчёт.", "transport-ministry"),
        ("По заповед на президента Министерството на транспорта ще провери гарите.",
         "transport-ministry"),
        ("Мемлекет басшысының тапсырмасымен Көлік министрлігі стансаларды тексереді.",
         "transport-ministry"),
        ("On the President's instructions the Ministry of Transport will inspect stations.",
         "transport-ministry"),
        ("На всеки шест месеца Националната банка ще докладва на Токаев.", "national-bank"),
    ],
)  # fmt: skip
def test_who_is_sent_on_his_errand_is_instructed(text, agency):
    (passage,) = annotated(text, date="2025-05-05")
    assert [one.agencies for one in passage.instructions] == [(agency,)]
    assert passage.speaker.role == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        "По поручению Президента Минтранс проверил станции.",  # done already
        "По поручению министра Минтранс проверит станции.",
        "Министерството на транспорта ще провери гарите.",
    ],
)
def test_what_is_done_or_is_no_errand_of_his_binds_nobody(text):
    (passage,) = annotated(text, date="2025-05-05")
    assert passage.instructions == ()


def test_who_will_report_to_him_at_times_is_told_to_and_to_others_is_not():
    told = "Раз в полгода МЦРИАП станет докладывать {} о линиях."
    (his,) = annotated(told.format("Президенту"), date="2025-05-05")
    (theirs,) = annotated(told.format("Правительству"), date="2025-05-05")
    assert [(one.kind, one.agencies) for one in his.instructions] == [("recurring", ("mcriap",))]
    assert theirs.instructions == ()
