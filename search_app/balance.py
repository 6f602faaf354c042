"""New connections go to the worker that has least to do.

All workers wait at one socket, and whoever comes first takes a connection that a browser or a
proxy may then keep: left to chance, one of two workers often had all of eight.
"""

from __future__ import annotations

import socket
import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

_STEP = 0.001  # seconds of leave to others for each request that is being answered
_MOST = 0.005


class Balanced(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threads; a busy worker is slower to take a connection than an idle one."""

    nr_conns: int
    keepalived_conns: Any
    pending_conns: Any

    def accept(self, listener: socket.socket) -> None:
        """Take a connection, if after a moment's leave no other worker has."""
        busy = self.nr_conns - len(self.keepalived_conns) - len(self.pending_conns)
        if busy > 0:
            time.sleep(min(busy * _STEP, _MOST))
        super().accept(listener)
