"""A small process beside the server that starts the work on batches when there is any.

It loads nothing of the program itself; the work is a process of its own, with low priority, that
ends when it is done. One that was killed is started again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

WANTED = "imports.wanted"
"""A file in the data directory that says there is work."""
_LOOK = 0.5  # seconds between two looks
_AFTER_KILL, _AFTER_FAULT = 5.0, 60.0  # seconds until it is tried again
_NICE = 10


def beside(data: Path) -> subprocess.Popen[bytes]:
    """Start watching a data directory; ends with this process."""
    command = [sys.executable, "-m", __name__, str(data), str(os.getpid())]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(command, env=environment, process_group=0)  # noqa: S603 - our own


def watch(data: Path, parent: int) -> None:
    """Start the work at the start, as an earlier one may have been killed, and when wanted."""
    wanted = data / WANTED
    due = time.monotonic()
    while os.getppid() == parent:
        if time.monotonic() >= due or wanted.exists():
            due = time.monotonic() + _rest(_work(data))
        time.sleep(_LOOK)


def _work(data: Path) -> int:
    command = [sys.executable, "-m", "search_app", "imports", "--data", str(data)]
    return subprocess.call(command)  # noqa: S603 - our own interpreter


def _rest(status: int) -> float:
    if status == 0:
        return float("inf")
    return _AFTER_KILL if status < 0 else _AFTER_FAULT


def main() -> None:
    """Watch what the command line names."""
    os.nice(_NICE)
    watch(Path(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    main()
