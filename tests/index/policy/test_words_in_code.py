"""Words that staff may want to change stand in tables, not in the code that reads them."""

import ast
import re

import pytest

from index.policy.reading import HERE

CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def texts_in_code(source):
    """The texts of a module that its code uses: no docstrings, no comments."""
    tree = ast.parse(source)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_texts_of_code_are_told_from_docstrings_and_comments():
    source = '"""Документ."""\nx = "слово"  # замечание\n"""О слове."""\ny = rf"(?:да){x}"'
    assert list(texts_in_code(source)) == [(2, "слово"), (4, "(?:да)")]


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_word_of_these_languages_stands_in_the_code_of_policy(path):
    found = texts_in_code(path.read_text(encoding="utf-8"))
    assert [(line, text) for line, text in found if CYRILLIC.search(text)] == []
