"""A PostgreSQL of the tests' own: a cluster on a free port, run by a user who is nobody's root."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

PLACES = "/usr/lib/postgresql/*/bin/postgres"
# a test cluster may lose everything in a crash
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")


def programs():
    """The folder of initdb and postgres, None where they are not installed."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted((path.parent for path in Path("/").glob(PLACES[1:])), reverse=True)
    return next((place for place in places if (place / "initdb").exists()), None)


def _unprivileged():
    """Whose the cluster is: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextlib.contextmanager
def cluster(place):
    """The URL of a running server, without a database's name."""
    owner, port = _unprivileged(), _free_port()
    folder = Path(tempfile.mkdtemp(prefix="policy-search-pg-"))
    try:
        if owner:
            shutil.chown(folder, owner)
        as_owner = {"user": owner, "cwd": folder, "stdout": subprocess.DEVNULL}
        made = [place / "initdb", "-D", folder / "data", "-U", "tests", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C.UTF-8", "--no-sync"], check=True, **as_owner)
        options = [word for each in FAST for word in ("-c", each)]
        command = [place / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder]
        server = subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL, **as_owner)
        try:
            url = f"postgresql://tests@127.0.0.1:{port}"
            _wait(server, url)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server, url):
    for _ in range(300):
        assert server.poll() is None, "PostgreSQL ended at once"
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(f"{url}/postgres").close()
            return
        time.sleep(0.1)
    raise AssertionError("PostgreSQL does not answer")


def run(url, statement):
    """One statement outside a transaction."""
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(statement)
