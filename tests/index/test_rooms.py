"""Which rooms of the engine may know of which: language is the ground of all."""

import ast
from pathlib import Path

import pytest

import index

ROOT = Path(index.__file__).parent
# What each may import besides itself; all share the frozen values and the errors.
STANDS_ON = {
    "language": set(),
    "documents": {"language"},
    "policy": {"language"},
    "store": {"language"},
    "search": {"language", "store"},
}
SHARED = {"index.documents.document", "index.documents.dates"}


def imported(path):
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("room", STANDS_ON)
def test_a_room_knows_only_of_what_it_stands_on(room):
    others = set(STANDS_ON) - STANDS_ON[room] - {room}
    strange = tuple(f"index.{other}." for other in others)
    known = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / room).rglob("*.py")
        for name in imported(path)
        if name not in SHARED and f"{name}.".startswith(strange)
    }
    assert known == set()


def test_the_engine_knows_nothing_of_the_site():
    names = {name for path in ROOT.rglob("*.py") for name in imported(path)}
    assert not {name for name in names if name.split(".")[0] in {"flask", "search_app"}}
