"""The site over the documents that ship with the project, built once a run."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from index.indexing import Library
from search_app import create_app
from search_app.config import Config

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A data directory with an index of the seeds."""
    folder = tmp_path_factory.mktemp("site")
    refused = []
    Library(folder).add([SEEDS], refused.append)
    assert refused == []
    return folder


@pytest.fixture(scope="session")
def app(data):
    return create_app(Config(data=data))


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def soup(client):
    """What a GET answers, parsed; the page must be there."""

    def parsed(address):
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return BeautifulSoup(answer.text, "lxml")

    return parsed
