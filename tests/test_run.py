"""The one command and the locks it installs from."""

import ast
import configparser
import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import venv
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
        "__future__", "collections", "contextlib", "ensurepip", "fcntl", "hashlib", "os", "pathlib",
        "signal", "subprocess", "sys", "venv",
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
    tables = {
        ".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "index").rglob("*.toml")
    }
    data = settings["options.package_data"]
    assert tables <= {name for name in data if "*.toml" in data[name]}


PROGRAM = """
import sys
print(*sys.version_info[:2], *sys.argv[1:])
"""


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose program needs no packages and tells how it was called."""
    shutil.copy(ROOT / "run.py", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "search_app").mkdir()
    (tmp_path / "search_app" / "__init__.py").touch()  # a package comes before those without
    (tmp_path / "search_app" / "__main__.py").write_text(PROGRAM)
    return tmp_path


def run(checkout, *arguments):
    command = [sys.executable, checkout / "run.py", *arguments]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)


def half_made(folder):
    """An environment without pip, as a kill in its making leaves it."""
    venv.create(folder, symlinks=True)


def of_another_python(folder):
    """A whole one of another Python, though its stamp says that it is ours."""
    half_made(folder)
    version = "{}.{}".format(*sys.version_info)
    (folder / "installed").write_text(f"{version}-{hashlib.sha256(b'').hexdigest()}\n")
    told = re.sub(r"version = .*", "version = 3.99.1", (folder / "pyvenv.cfg").read_text())
    (folder / "pyvenv.cfg").write_text(told)


def nonsense(folder):
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").write_text("no program")
    (folder / "pyvenv.cfg").write_bytes(b"\xff")


@pytest.mark.server
@pytest.mark.parametrize("left", [half_made, of_another_python, nonsense])
def test_an_environment_that_is_no_use_is_made_again(checkout, left):
    left(checkout / ".venv")
    done = run(checkout, "stats")
    assert done.stdout.split() == [*map(str, sys.version_info[:2]), "stats"]
    assert done.stderr.startswith("Making .venv …\nInstalling requirements.txt …\n")
    again = run(checkout, "check")
    assert (again.stdout.split()[2:], again.stderr) == (["check"], "")


def started(checkout, *arguments):
    command = [sys.executable, checkout / "run.py", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=checkout, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.server
def test_two_first_starts_wait_for_each_other(checkout):
    (checkout / ".venv").mkdir()
    folder = os.open(checkout / ".venv", os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # as one that is setting up
    both = [started(checkout, name) for name in ("stats", "check")]
    waiting = [each.stderr.readline() for each in both]
    os.close(folder)
    told = [each.communicate() for each in both]
    assert waiting == ["Another run.py is setting up .venv: waiting for it …\n"] * 2
    assert [answer.split()[2:] for answer, _ in told] == [["stats"], ["check"]]
    made = "Making .venv …\nInstalling requirements.txt …\n"
    assert sorted(errors for _, errors in told) == ["", made]


@pytest.mark.server
@pytest.mark.parametrize("pause", [0.0, 0.03, 0.1, 0.3, 0.6, 1.0])
def test_ctrl_c_at_the_start_ends_it_without_a_word(tmp_path, pause):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # as run.py hands it over
    process = subprocess.Popen(
        [sys.executable, "-m", "search_app", "stats", "--data", tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    time.sleep(pause)
    process.send_signal(signal.SIGINT)
    told = process.communicate()
    if process.returncode == 130:
        assert told == ("", "")
    else:  # it was faster than the key, or the interpreter was closing already
        assert process.returncode in {1, -signal.SIGINT}
        assert told[1].count("\n") == 1
