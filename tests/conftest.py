"""A PostgreSQL server for all tests that want one: our own, ended with the tests."""

import itertools

import pytest


@pytest.fixture(scope="session")
def postgres():
    """The URL of the server, without a database's name."""
    clusters = pytest.importorskip("clusters", reason="psycopg is not installed")
    place = clusters.programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed: apt install postgresql")
    with clusters.cluster(place) as url:
        yield url


@pytest.fixture(scope="session")
def new_database(postgres):
    """Make a database, empty or the copy of another: its URL."""
    import clusters  # noqa: PLC0415 - psycopg may be missing

    numbers = itertools.count()

    def make(template="template0"):
        name = f"tests_{next(numbers)}"
        clusters.run(postgres, f"CREATE DATABASE {name} TEMPLATE {template}")
        return f"{postgres}/{name}"

    return make
