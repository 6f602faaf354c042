import socket
import threading

import pytest
from werkzeug.serving import make_server

from search_app.bench.clients import pages_of
from search_app.bench.served import timed


@pytest.fixture
def port():
    def app(environ, start):
        missing = environ["PATH_INFO"] == "/missing"
        start("404 Not Found" if missing else "200 OK", [("Content-Length", "40000")])
        return [b"x" * 40_000]

    server = make_server("127.0.0.1", 0, timed(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_client_gets_all_its_pages_with_their_cost(port):
    pages = pages_of(port, [["/a"], ["/b"], []])
    assert [page.size for page in pages] == [40_000, 40_000]
    assert all(page.waited >= page.served >= 0 <= page.worked for page in pages)


def test_a_page_that_is_not_there_ends_the_measurement(port):
    with pytest.raises(RuntimeError, match="/missing"):
        pages_of(port, [["/missing"]])


def test_no_server_is_an_error():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        taken = free.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        pages_of(taken, [["/a"]])
