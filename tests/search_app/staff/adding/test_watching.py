"""The small process beside the server: work that waits is begun without anybody's asking."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.documents.archiving.archive import Archive
from search_app.staff.adding import importing
from search_app.staff.adding.drafts import Batch, BatchFile, batches
from search_app.staff.database import Store
from search_app.staff.identity.accounts import Account

pytestmark = pytest.mark.server
ROOT = Path(__file__).parents[4]


@pytest.fixture
def waiting(tmp_path):
    """Write down a batch of one file; gives what its state has become."""
    with Archive.open(tmp_path / "archive.sqlite"):
        pass
    store = Store(tmp_path / "archive.sqlite")

    def put():
        with store.transaction() as session:
            account = Account(name="Вера", email=f"{time.monotonic()}@staff.example", role="editor")
            session.add(account)
            session.flush()
            batch = Batch(account_id=account.id, total=1)
            session.add(batch)
            session.flush()
            session.add(BatchFile(batch_id=batch.id, name="a.txt", kept="a"))
            folder = importing.folder_of(tmp_path, batch.id)
            folder.mkdir(parents=True)
            (folder / "a").write_text("Слова.", "utf-8")
            number = account.id

        def state():
            with store.reading() as session:
                return batches(session, number)[0].state

        return state

    yield put
    store.close()


@pytest.fixture
def watcher(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "search_app.staff.adding.watching", str(tmp_path), str(os.getpid())],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    yield process
    process.kill()
    output, _ = process.communicate()
    assert output == b""


def becomes(state, wanted):
    for _ in range(600):
        if state() == wanted:
            return True
        time.sleep(0.1)
    return False


def test_what_was_left_is_done_at_the_start_and_what_comes_when_it_comes(
    waiting, watcher, tmp_path
):
    left = waiting()
    assert becomes(left, "read")
    later = waiting()
    importing.wake(tmp_path)
    assert becomes(later, "read")


def test_it_ends_with_the_server(tmp_path):
    """Its parent is not the one that it was told."""
    done = subprocess.run(
        [sys.executable, "-m", "search_app.staff.adding.watching", str(tmp_path), "1"],
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
