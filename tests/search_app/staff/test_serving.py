"""The whole program, started while the staff's database cannot be used."""

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.server

ROOT = Path(__file__).parents[3]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answer(address, cookie=""):
    asked = urllib.request.Request(address, headers={"Cookie": cookie})  # noqa: S310 - our server
    try:
        with urllib.request.urlopen(asked, timeout=60) as said:  # noqa: S310
            return said.status, said.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture
def serve(data):
    """Start the program over a database: its address, once it answers; and what it complains of."""
    started = []

    def start(database):
        port = free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "search_app", "serve", "--no-seeds", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"POLICY_SEARCH_DATABASE": database, "POLICY_SEARCH_DATA": str(data)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        address = f"http://127.0.0.1:{port}"
        for _ in range(1200):
            assert process.poll() is None, process.stderr.read()
            try:
                answer(f"{address}/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return address, process
        raise AssertionError("the server does not answer")

    yield start
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


def ended(process):
    """What the program complained of."""
    process.send_signal(signal.SIGTERM)
    return process.communicate(timeout=60)[1]


def test_the_site_starts_and_answers_while_the_server_of_the_database_is_down(serve):
    pytest.importorskip("psycopg")
    address, process = serve("postgresql://tests@127.0.0.1:9/none")
    assert answer(f"{address}/search?q=%D0%98%D0%98")[0] == 200
    status, page = answer(f"{address}/staff/", "staff=x")
    assert status == 503
    assert "не отвечает" in page
    complaints = ended(process)
    assert "answering from the last commit" in complaints
    assert "without its staff room" in complaints


def test_the_site_starts_and_answers_while_the_database_is_locked(serve, data, tmp_path):
    place = tmp_path / "archive.sqlite"
    other = sqlite3.connect(place, isolation_level=None)
    with contextlib.closing(sqlite3.connect(data / "archive.sqlite")) as archive:
        archive.backup(other)
    other.execute("BEGIN EXCLUSIVE")
    address, process = serve(f"sqlite:///{place}")
    assert answer(f"{address}/search?q=%D0%98%D0%98")[0] == 200
    assert answer(f"{address}/staff/", "staff=x")[0] == 503  # its tables are still to be made
    other.close()
    assert answer(f"{address}/staff/", "staff=x")[0] == 200  # the sign-in page, by redirection
    assert "without its staff room" in ended(process)
