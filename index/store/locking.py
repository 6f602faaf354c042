"""One writer at a time: Whoosh's own lock, with the name of its holder inside."""

from __future__ import annotations

import os
import time
from typing import Any

from index.errors import IndexBusy
from index.store.durable import DurableStorage
from index.store.segments import NAME

_LOCK = f"{NAME}_WRITELOCK"


def acquire(storage: DurableStorage) -> Any:
    """Whoosh's write lock, held; IndexBusy says who holds it. The system frees it at exit."""
    lock = storage.lock(_LOCK)
    if not lock.acquire():
        holder = (storage.path / _LOCK).read_text("utf-8", "replace") or "another process"
        raise IndexBusy(f"the index is being written by {holder}; try again when it is done")
    os.ftruncate(lock.fd, 0)
    os.write(lock.fd, f"process {os.getpid()} since {time.strftime('%H:%M:%S')}".encode())
    return lock
