#!/usr/bin/env python3
"""The one command: makes .venv from the locked requirements, then hands over to the program."""

from __future__ import annotations

import signal

if __name__ == "__main__":  # Ctrl-C while modules are loaded: just end
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
INSTALLING = VENV / "installing"
RUNTIME = ROOT / "requirements.txt"
WITH_TESTS = ROOT / "tests" / "requirements.txt"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)

_VERSION = "{}.{}".format(*sys.version_info)


def main(arguments: list[str]) -> int:
    """Set up what the arguments need, then run them inside the environment."""
    if sys.version_info < OLDEST:
        return _refuse("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    testing = arguments[:1] == ["test"]
    trouble = _set_up(WITH_TESTS if testing else RUNTIME)
    if trouble:
        return _refuse(trouble)
    if testing:
        os.chdir(ROOT)
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    command = [str(PYTHON), "-m", "search_app", *arguments]
    sys.stdout.flush()
    # Ctrl-C waits until the program has begun, which takes it from there.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    return os.execv(command[0], command)  # noqa: S606 - our own interpreter and module


def _set_up(requirements: Path) -> str:
    """Make or mend .venv; the trouble in one line, or nothing."""
    wanted = _stamp(requirements)
    if _has(wanted):
        return ""
    try:
        with _alone():
            # Whoever was waited for may have done it all.
            return "" if _has(wanted) else _make_environment() or _install(requirements, wanted)
    except OSError as failed:
        return f".venv could not be made: {failed}"


def _has(wanted: str) -> bool:
    """Whether .venv holds what these requirements ask."""
    present = STAMP.read_text().split() if STAMP.exists() else []
    return wanted in present and _is_of_this_python()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """While no other run.py sets .venv up; a killed one lets go.

    The folder itself is locked: whatever lies in it is cleared away, and a service may be
    allowed to write nowhere beside it.
    """
    VENV.mkdir(exist_ok=True)
    folder = os.open(VENV, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another run.py is setting up .venv: waiting for it …", file=sys.stderr)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _stamp(requirements: Path) -> str:
    return _VERSION + "-" + hashlib.sha256(requirements.read_bytes()).hexdigest()


def _is_of_this_python() -> bool:
    """Whether .venv has a Python, and of the version that runs this."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text().splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    known = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    version = known.get("version", known.get("version_info", ""))
    return PYTHON.exists() and version.split(".")[:2] == _VERSION.split(".")


def _is_whole() -> bool:
    """Whether packages can be installed into .venv; what was killed half-way is made again."""
    if INSTALLING.exists() or not _is_of_this_python():
        return False
    pip = [str(PYTHON), "-m", "pip", "--version"]
    try:
        return not subprocess.call(pip, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    except OSError:
        return False


def _make_environment() -> str:
    if _is_whole():
        return ""
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of python3
        import venv  # noqa: PLC0415
    except ImportError as missing:
        return (
            f"Python's module {missing.name} is missing: install the package python3-venv "
            f"(Debian, Ubuntu: apt install python{_VERSION}-venv), then run this again"
        )
    print("Making .venv …", file=sys.stderr)
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
    except subprocess.CalledProcessError as failed:
        return f".venv could not be made: {failed}"
    return ""


def _install(requirements: Path, wanted: str) -> str:
    print(f"Installing {requirements.relative_to(ROOT)} …", file=sys.stderr)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    pip += ["--root-user-action=ignore", "--require-hashes", "-r", str(requirements)]
    INSTALLING.touch()
    failed = subprocess.call(pip)  # noqa: S603 - our own interpreter and pip
    INSTALLING.unlink()
    if failed:
        return "the packages could not be installed: pip says why above"
    # The test lock holds the runtime lock's very versions, so it serves for both.
    STAMP.write_text(f"{wanted} {_stamp(RUNTIME)}\n")
    return ""


def _refuse(reason: str) -> int:
    print(f"run.py: {reason}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
