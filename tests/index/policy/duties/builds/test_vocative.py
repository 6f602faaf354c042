"""Who is spoken to, and is given time or told what to do."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text):
    (passage,) = annotated(text, date="2025-05-05")
    return [(one.agencies, one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("«Министр финансов, вам два месяца: дыры должны быть закрыты», – сказал Токаев.",
         "finance-ministry", "2025-07-05"),
        ("«Министр финансов, у вас время до 16 июня», – сказал Токаев.",
         "finance-ministry", "2025-06-16"),
        ("«Минздрав, сто дней – и мост стоит», – сказал Токаев.", "mz", "2025-08-13"),
        ("«Уважаемые акимы, закройте окна», – сказал Токаев.", "akimats", ""),
        ("“Minister of Finance, you have two months to close the gaps,” Tokayev said.",
         "finance-ministry", "2025-07-05"),
        ("„Министър на финансите, имате два месеца да намерите пари“, каза Токаев.",
         "finance-ministry", "2025-07-05"),
        ("«Қаржы министрі, сізге екі ай уақыт беремін», – деді Тоқаев.",
         "finance-ministry", "2025-07-05"),
    ],
)  # fmt: skip
def test_time_for_whom_he_speaks_to_is_an_order(text, agency, due):
    assert told(text) == [((agency,), due)]


@pytest.mark.parametrize(
    "text",
    [
        "«Министр финансов, спасибо вам за месяц работы», – сказал Токаев.",
        "«Министр финансов, сидящий здесь, знает цифры», – сказал Токаев.",
        "Министр финансов, вам полгода идёт этот галстук.",  # nobody knows who says so
    ],
)
def test_thanks_and_talk_are_none(text):
    assert told(text) == []
