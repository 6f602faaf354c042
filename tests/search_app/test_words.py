"""What the interface calls things."""

import pytest

from index.documents.document import Instruction
from search_app.words import charged


@pytest.mark.parametrize(
    ("agencies", "joint", "said"),
    [
        ((), (), ""),
        (("government",), (), "Правительство Республики Казахстан"),
        (
            ("government", "akorda"),
            ("akorda",),
            "Правительство Республики Казахстан, совместно: Акорда",
        ),
        (
            ("government", "akorda"),
            ("government", "akorda"),
            "Правительство Республики Казахстан, Акорда",
        ),
    ],
)
def test_who_must_act_is_named_once(app, agencies, joint, said):
    duty = Instruction("1", "дом", 0, 3, "new", agencies, joint)
    with app.test_request_context():
        assert charged(duty) == said
