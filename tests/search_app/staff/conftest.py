"""The staff room over both databases, with people of every role."""

import shutil

import pytest
from argon2 import PasswordHasher
from visitors import PASSWORD, Visitor

from search_app import create_app
from search_app.config import Config
from search_app.staff import cookies, database
from search_app.staff.identity import passwords, sessions
from search_app.staff.identity.accounts import Account, by_address
from search_app.staff.moments import now


@pytest.fixture(scope="session")
def prepared_postgres(new_database):
    """The name of a PostgreSQL database with all tables and nobody in them."""
    url = new_database()
    store = database.Store(url)
    store.make()
    store.close()
    return url.rpartition("/")[2]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A SQLite file with all tables and nobody in them."""
    place = tmp_path_factory.mktemp("prepared") / "archive.sqlite"
    store = database.Store(place)
    store.make()
    store.close()
    return place


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where an empty database with all tables is: each test's own, once on either kind."""
    if request.param == "sqlite":
        place = tmp_path / "archive.sqlite"
        shutil.copy(request.getfixturevalue("prepared"), place)
        yield f"sqlite:///{place}"
        return
    prepared = request.getfixturevalue("prepared_postgres")
    yield request.getfixturevalue("new_database")(prepared)


@pytest.fixture
def make_app(data, where):
    """An application over the seeds' index and this test's database; settings as named."""
    made = []

    def make(**settings):
        app = create_app(Config(data=data, database=where, **settings))
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            database.store().close()


@pytest.fixture
def staff_app(make_app):
    return make_app()


@pytest.fixture
def store(staff_app):
    """The database itself, to look into."""
    with staff_app.app_context():  # left again: a request would take its g along
        return database.store()


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes():
    """Argon2id as ever, but quick: many tests sign in."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: quick)
        yield


@pytest.fixture(scope="session")
def kept_password(cheap_hashes):
    return passwords.hashed(PASSWORD)


@pytest.fixture
def person(store, kept_password):
    """Make an account with the password above."""

    def make(name, role="reader", **fields):
        fields = {"password": kept_password, "password_at": now()} | fields
        account = Account(name=name, email=f"{name}@staff.example".lower(), role=role, **fields)
        with store.transaction() as session:
            session.add(account)
        return account

    return make


@pytest.fixture
def signed_in(staff_app, store, person):
    """A visitor who is signed in: an account of this name, made with this role if there is none."""

    def enter(name="anna", role="reader"):
        with store.reading() as session:
            account = by_address(session, f"{name}@staff.example")
        account = account or person(name, role)
        with store.transaction() as session:
            token = sessions.begin(
                session, account, method="password", whole=True, origin="", browser="tests"
            )
        client = staff_app.test_client()
        client.set_cookie(cookies.SESSION, token)
        return Visitor(client)

    return enter


@pytest.fixture
def visitor(staff_app):
    """Somebody who is not signed in."""
    return Visitor(staff_app.test_client())
