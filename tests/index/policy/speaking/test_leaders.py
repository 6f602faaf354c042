"""What leaders of other countries order is to bodies of their own; what ours order stays."""

import pytest

from tests.index.policy.reading_aloud import annotated
from tests.index.policy.speaking.test_outsiders import OPENING


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Putin ordered the government to build a bridge by 1 July."),
        ("en", "Macron ordered the government to cut fees by May."),
        ("en", "Erdogan instructed the Ministry of Health to report by 1 July."),
        ("en", "President Erdogan on Friday ordered the Ministry of Health to report by May."),
        ("en", "Modi instructed the Ministry of Finance to report by 1 July."),
        ("en", "Mirziyoyev instructed the Ministry of Justice to draft a law."),
        ("bg", "Ердоган нареди на Министерството на здравеопазването да докладва до 1 юли."),
        ("kk", "Ердоған Денсаулық сақтау министрлігіне жыл соңына дейін есеп беруді тапсырды."),
        ("ru", "Шавкат Мирзиёев поручил Министерству здравоохранения открыть больницу."),
        ("ru", "Си Цзиньпин потребовал от министерства обороны дать отчёт до мая."),
        ("ru", "Зеленский обязал Минобороны закупить машины."),
        ("ru", "Президент Узбекистана поручил Министерству внутренних дел усилить надзор."),
        ("ru", "Путин дал поручение правительству и Минцифры до 1 мая проверить мосты."),
    ],
)
def test_what_a_leader_abroad_orders_names_no_body_of_ours(language, text, named):
    passage = annotated(*[OPENING[language]] * named, text, language=language)[-1]
    assert passage.speaker.role == "reporter"
    assert (passage.agencies, passage.instructions) == ((), ())


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("ru", "Токаев на встрече с Путиным поручил Правительству строить мост.", "government"),
        ("en", "After talks with Erdogan, Tokayev instructed the Ministry of Health to act.", "mz"),
        ("en", "Putin said that Tokayev instructed the Ministry of Health to act.", "mz"),
        ("ru", "Путин прилетел в Астану, и Токаев поручил Минздраву открыть больницу.", "mz"),
        ("kk", "Ердоғанмен кездесуде Тоқаев Денсаулық сақтау министрлігіне тапсырды.", "mz"),
        (
            "bg",
            "След среща с Ердоган Токаев нареди на Министерството на финансите да докладва.",
            "finance-ministry",
        ),
        (
            "en",
            "With Erdogan in Astana, the President instructed the Ministry of Health to act.",
            "mz",
        ),
        (
            "en",
            "Erdogan came, and the Prime Minister instructed the Ministry of Health to act.",
            "mz",
        ),
        ("en", "Putin ordered grain, and Bektenov instructed the Ministry of Health to act.", "mz"),
        ("ru", "Путин поручил купить зерно. Бектенов поручил Минздраву до мая дать отчёт.", "mz"),
    ],
)
def test_what_one_of_ours_orders_beside_him_stays(language, text, agency):
    passage = annotated(OPENING[language], text, language=language)[-1]
    assert [one.agencies for one in passage.instructions] == [(agency,)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Erdogan demanded that the Ministry of Health of Kazakhstan return the deposit.", "mz"),
        ("Путин поручил купить зерно, сообщило Министерство здравоохранения.", "mz"),
        ("Министр Жапаров поручил Министерству здравоохранения до мая дать отчёт.", "mz"),
        ("Эрдоган поблагодарил Министерство здравоохранения.", "mz"),
        ("Путин потребовал от Министерства здравоохранения Казахстана вернуть залог.", "mz"),
    ],
)
def test_a_body_that_no_leader_abroad_charges_as_his_is_ours(text, agency):
    (passage,) = annotated(text, language="en" if text.isascii() else "ru")
    assert agency in {one.agency for one in passage.agencies}
