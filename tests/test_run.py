"""The one command and the locks it installs from."""

import ast
import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUNTIME = ROOT / "requirements.txt"
WITH_TESTS = ROOT / "tests" / "requirements.txt"


def pins(path):
    lines = path.read_text("utf-8").splitlines()
    return {line.split(" \\")[0] for line in lines if line and not line[0].isspace()}


@pytest.mark.parametrize("path", [RUNTIME, WITH_TESTS], ids=["runtime", "tests"])
def test_every_requirement_is_exact_and_hashed(path):
    text = path.read_text("utf-8")
    assert all(re.match(r"[a-z0-9._-]+==[\w.]+( ; .+)?$", pin) for pin in pins(path))
    assert len(re.findall(r"^\S.*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(pins(path))


@pytest.mark.parametrize("path", [RUNTIME, WITH_TESTS], ids=["runtime", "tests"])
def test_no_lock_names_a_registry(path):
    assert "://" not in path.read_text("utf-8")
    assert "index-url" not in path.read_text("utf-8")


def test_the_test_lock_holds_the_runtime_lock():
    assert pins(RUNTIME) <= pins(WITH_TESTS)


def test_the_command_itself_needs_only_the_standard_library():
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"))
    imported = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    } | {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {
        "__future__", "ensurepip", "hashlib", "os", "pathlib", "subprocess", "sys", "venv",
    }  # fmt: skip


def test_every_package_and_every_table_is_installed():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    listed = set(settings["options"]["packages"].split())
    there = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("index", "search_app")
        for path in (ROOT / top).rglob("*.py")
    }
    assert listed == there | {"search_app.seeds", "search_app.templates"}
    tables = {path.parent.name for path in (ROOT / "index").rglob("*.toml")}
    data = settings["options.package_data"]
    assert {f"index.{name}" for name in tables} <= {name for name in data if "*.toml" in data[name]}
