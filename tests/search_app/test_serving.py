import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.server

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from search_app.config import Config
from search_app.serving import serve
serve(Config(data=Path(sys.argv[1])), "127.0.0.1", int(sys.argv[2]), 2)
"""


CLOSED = b"Host: localhost\r\nConnection: close\r\n"


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answer(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as said:  # noqa: S310 - our own server
            return said.status, said.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def served(data):
    """The address of a real server over the seeds, and its process."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(data), str(port)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            answer(f"{address}/healthz")
        except OSError:
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.1)
        else:
            break
    yield address, process
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=30)
    assert output == b""
    assert process.returncode == 0


def test_a_page_comes_through_the_server(served):
    status, page = answer(served[0] + "/search?q=%D0%98%D0%98")
    assert status == 200
    assert "<mark>ИИ</mark>" in page


def test_a_thousand_russian_letters_fit_into_an_address(served):
    status, page = answer(served[0] + "/search?q=" + "%D1%8F" * 1000)
    assert status == 200
    assert "<h1>" in page


def test_a_pasted_page_of_russian_is_searched(served):
    status, page = answer(served[0] + "/search?q=" + "%D1%8F" * 5000)
    assert status == 200
    assert "<h1>" in page


def said_to(address, line, headers=b"Host: localhost\r\n"):
    """What the server says to these bytes on a socket, head and body apart."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        wire.sendall(line + b" HTTP/1.1\r\n" + headers + b"\r\n")
        wire.shutdown(socket.SHUT_WR)
        said = b"".join(iter(lambda: wire.recv(65_536), b""))
    head, _, body = said.partition(b"\r\n\r\n")
    return head.decode("latin-1"), body.decode()


def test_nobodys_word_on_tls_counts_where_no_proxy_is_known(served):
    forged = b"Host: localhost\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
    head, _ = said_to(served[0], b"GET /staff/sign-in", forged)
    assert " 200 " in head
    assert "Strict-Transport-Security" not in head
    assert "secure" not in head.lower().partition("set-cookie")[2].partition("\r\n")[0]


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        (b"GET /search?q=" + b"%D1%8F" * 100_000, b"Host: localhost\r\n", 414),
        (
            b"GET /search?q=" + b"%D1%8F" * 7_000,
            b"Host: localhost\r\n",
            414,
        ),  # the site's own bound
        (b"GET /search?q=\xf0\xe5\xf4\xee\xf0\xec\xe0", b"Host: localhost\r\n", 400),
        (b"GET /search?q=a\x00b", b"Host: localhost\r\n", 400),
        (b"GET /", b"Host: localhost\r\nCookie: a=" + b"x" * 70_000 + b"\r\n", 431),
    ],
)
def test_a_request_that_cannot_be_read_gets_a_page_with_a_way_out(served, line, headers, status):
    head, body = said_to(served[0], line, headers)
    assert head.startswith(f"HTTP/1.1 {status} ")
    assert "Content-Security-Policy: default-src 'none'" in head
    assert 'href="/documents"' in body
    assert 'role="search"' in body


@pytest.mark.parametrize("path", ["/search?q=утечка", "/kk/search?q=ақпарат", "/documents/нет"])
def test_an_address_in_plain_utf_8_is_read_as_browsers_write_it(served, path):
    plain, _ = said_to(served[0], f"GET {path}".encode(), CLOSED)
    quoted, _ = said_to(served[0], f"GET {urllib.parse.quote(path, safe='/?=')}".encode(), CLOSED)
    assert plain.splitlines()[0] == quoted.splitlines()[0]
    assert " 400 " not in plain.splitlines()[0]


def test_the_api_answers_plain_utf_8(served):
    head, body = said_to(served[0], "GET /api/v1/search?q=утечка".encode(), CLOSED)
    assert head.startswith("HTTP/1.1 200 ")
    assert json.loads(body)["query"]["text"] == "утечка"


@pytest.mark.parametrize("path", [b"/api/v1/search?q=\xff", b"/kk/search.csv?q=\xff"])
def test_machines_are_told_in_json_what_could_not_be_read(served, path):
    head, body = said_to(served[0], b"GET " + path)
    assert head.startswith("HTTP/1.1 400 ")
    assert "Access-Control-Allow-Origin: *" in head
    assert json.loads(body)["error"]["status"] == 400


def test_concurrent_readers_get_whole_answers(served):
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    address = served[0] + "/api/v1/search?q=%D0%B4%D0%B0%D0%BD%D0%BD%D1%8B%D0%B5"
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(answer, [address] * 64))
    assert len(answers) == 1
    assert answers.pop()[0] == 200
