import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.server

ROOT = Path(__file__).parents[2]
WORKERS, CONNECTIONS, ROUNDS = 2, 8, 10
PROGRAM = """
import os, sys, time
from pathlib import Path
from search_app.config import Config
from search_app.serving import Server

class Named(Server):
    def load_config(self):
        super().load_config()
        self.cfg.set("post_worker_init", lambda worker: None)

    def load(self):
        super().load()
        def answer(environ, start):
            time.sleep(0.02)
            said = str(os.getpid()).encode()
            start("200 OK", [("Content-Length", str(len(said)))])
            return [said]
        return answer

Named(Config(data=Path(sys.argv[1])), f"127.0.0.1:{sys.argv[2]}", int(sys.argv[3])).run()
"""


@pytest.fixture
def port(tmp_path):
    """The port of a server that answers with the number of its worker's process."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), str(port), str(WORKERS)]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}) as server:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=20).close()
            except OSError:
                assert server.poll() is None
                time.sleep(0.1)
            else:
                break
        time.sleep(1)  # until both workers have begun
        yield port
        server.send_signal(signal.SIGTERM)


def answered(port):
    """By which worker each of some connections at once is answered."""
    wires = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(CONNECTIONS)]
    for wire in wires:
        wire.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    workers = Counter()
    for wire in wires:
        with wire:
            said = b""
            while not said.partition(b"\r\n\r\n")[2]:
                said += wire.recv(4096)
            workers[said.partition(b"\r\n\r\n")[2]] += 1
    return workers


def test_connections_that_come_together_are_shared_among_the_workers(port):
    for _ in range(ROUNDS):
        assert len(answered(port)) == WORKERS
