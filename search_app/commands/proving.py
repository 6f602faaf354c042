"""Commands that run the tests and the measurements."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

from index.errors import SearchError

BENCHES = ("index", "language", "learned", "policy", "search", "serve")
CHECKOUT = Path(__file__).resolve().parent.parent.parent


def test(arguments: argparse.Namespace) -> int:
    """Run pytest over the tests of a checkout."""
    if not (CHECKOUT / "tests").is_dir():
        raise SearchError("the tests are not installed with the package: run this in a checkout")
    command = [sys.executable, "-m", "pytest", *arguments.arguments]
    return subprocess.call(command, cwd=CHECKOUT)  # noqa: S603 - our own interpreter


def bench(arguments: argparse.Namespace) -> int:
    """Run one of the measurements."""
    measured: Any = importlib.import_module(f"search_app.bench.{arguments.what}")
    status: int = measured.main(arguments.arguments)
    return status
