from typing import Annotated, TypedDict

import pytest

from search_app.contract.shapes import schema


class Leaf(TypedDict):
    """A leaf."""

    name: Annotated[str, ("a", "b"), "one of two"]


class Tree(TypedDict):
    """A tree."""

    leaves: list[Leaf]
    height: float | None


class OldTree(Tree, total=False):
    """A tree that may have a hollow."""

    hollow: bool


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (str, {"type": "string"}),
        (int, {"type": "integer", "minimum": 0}),
        (list[bool], {"type": "array", "items": {"type": "boolean"}}),
        (str | None, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (dict[str, float], {"type": "object", "additionalProperties": {"type": "number"}}),
        (Annotated[str, "said"], {"type": "string", "description": "said"}),
    ],
)
def test_a_type_has_its_schema(shape, said):
    assert schema(shape, {}) == said


def test_records_are_referred_to_and_closed():
    known = {}
    assert schema(OldTree, known) == {"$ref": "#/components/schemas/OldTree"}
    assert known["OldTree"]["required"] == ["leaves", "height"]
    assert known["OldTree"]["additionalProperties"] is False
    assert known["Leaf"]["properties"]["name"] == {
        "type": "string",
        "enum": ["a", "b"],
        "description": "one of two",
    }


def test_a_type_that_json_has_no_word_for_is_refused():
    with pytest.raises(KeyError):
        schema(set[str], {})
