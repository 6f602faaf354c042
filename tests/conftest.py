"""For all tests: no example of a property test is timed; and a PostgreSQL server of our own."""

import itertools

import pytest
from hypothesis import settings

# Upon what Hypothesis takes by itself, which in CI is the same examples at every run.
settings.register_profile(
    "untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("untimed")


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
