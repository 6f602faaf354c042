"""A backup holds all that counts, and a restoration is there as a whole or not at all."""

import gzip
import hashlib
import json
import signal
import subprocess
import sys
import threading

import pytest
import sqlalchemy as sa

from index.documents.archiving.archive import Archive
from index.documents.archiving.corrections import Correction, passage_key
from index.documents.document import Document
from index.documents.reading.found import Found
from index.indexing import Library
from search_app.staff import backup_file, backups
from search_app.staff.audit import record
from search_app.staff.database import Store
from search_app.staff.identity.accounts import Account, everyone

TEXT = "Школы получат интернет."
SAVED = {"documents", "revisions", "corrections", "accounts", "audit", "archive_state"}


def one(name, text=TEXT):
    return Found(Document(name, f"О «{name}»", (text,), language="ru"))


def fill(where, *names):
    with Archive.open(where) as archive:
        archive.put([one(name) for name in names], "anna")
        archive.remove(names[1:2])
        archive.correct(Correction(names[0], passage_key(TEXT), "areas", ["ai-education"], "anna"))
    store = Store(where)
    with store.transaction() as session:
        session.add(Account(name="Анна", email=f"{names[0]}@staff.example", role="editor"))
        record(session, "anna", "document.publish", names[0], after={"a": [1, None]})
    store.close()


def rows(where):
    engine = backups.open_engine(where)
    try:
        with engine.connect() as connection:
            found = sa.MetaData()
            found.reflect(connection)
            return {
                table.name: [
                    {name: backup_value(value) for name, value in row.items()}
                    for row in connection.execute(
                        sa.select(table).order_by(*table.primary_key.columns)
                    ).mappings()
                ]
                for table in found.sorted_tables
            }
    finally:
        engine.dispose()


def backup_value(value):
    return value.replace(tzinfo=None) if hasattr(value, "tzinfo") else value


def rewritten(path, change):
    """The same backup with other lines and a checksum that fits them."""
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)[:-1]
    lines = [change(line) for line in lines]
    counts, table = {}, ""
    for line in lines[1:]:
        said = json.loads(line)
        if isinstance(said, dict):
            table = said["table"]
            counts[table] = 0
        else:
            counts[table] += 1
    end = {"rows": counts, "sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
    path.write_bytes(gzip.compress(b"".join([*lines, json.dumps(end).encode() + b"\n"])))


@pytest.fixture
def saved(where, tmp_path):
    fill(where, "first", "second", "third")
    file = tmp_path / "a.backup"
    backups.save(where, file)
    return file


def test_what_was_saved_comes_back(where, saved, tmp_path):
    before = rows(where)
    fill(where, "fourth", "fifth")
    counts = backups.restore(tmp_path / "site", where, saved)
    after = rows(where)
    assert {name for name, count in counts.items() if count} == SAVED
    assert after["audit"].pop()["action"] == "backup.restore"
    assert after == before
    with Archive.open(where) as archive:
        assert archive.check() == []
    assert Library(tmp_path / "site", archive=where).troubles() == []


def test_after_a_restoration_ids_go_on(where, saved, tmp_path):
    backups.restore(tmp_path / "site", where, saved)
    fill(where, "fourth", "fifth")
    store = Store(where)
    with store.reading() as session:
        assert len(everyone(session)) == 2
    store.close()


def test_what_stood_there_is_kept(where, saved, tmp_path):
    fill(where, "fourth", "fifth")
    before = rows(where)
    backups.restore(tmp_path / "site", where, saved)
    backups.restore(tmp_path / "other", where, tmp_path / "site" / backups.BEFORE)
    assert rows(where)["documents"] == before["documents"]


def test_from_a_file_into_postgresql(postgres, saved, tmp_path):
    clusters = pytest.importorskip("clusters")
    clusters.run(postgres, "CREATE DATABASE moved")
    backups.restore(tmp_path / "site", f"{postgres}/moved", saved)
    with Archive.open(f"{postgres}/moved") as archive:
        assert archive.document("first").paragraphs == (TEXT,)
        assert archive.check() == []
    clusters.run(postgres, "DROP DATABASE moved WITH (FORCE)")


def test_sessions_are_not_saved(signed_in, where, tmp_path):
    signed_in()
    backups.save(where, tmp_path / "a.backup")
    assert rows(where)["sessions"]
    backups.restore(tmp_path / "site", where, tmp_path / "a.backup")
    assert rows(where)["sessions"] == []


def test_only_its_owner_reads_a_backup(saved):
    assert saved.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("cut", [0, 10, 200, -1, -30])
def test_a_torn_file_is_refused_and_nothing_changed(where, saved, tmp_path, cut):
    saved.write_bytes(saved.read_bytes()[:cut])
    before = rows(where)
    with pytest.raises(backup_file.BackupError, match="not a whole backup"):
        backups.restore(tmp_path / "site", where, saved)
    assert rows(where) == before


def test_a_file_with_one_other_letter_is_refused(where, saved, tmp_path):
    whole = gzip.decompress(saved.read_bytes())
    saved.write_bytes(gzip.compress(whole.replace("Школы".encode(), "Школа".encode(), 1)))
    with pytest.raises(backup_file.BackupError, match="checksum"):
        backups.restore(tmp_path / "site", where, saved)


def test_a_newer_backup_is_refused(where, saved, tmp_path):
    rewritten(saved, lambda line: line.replace(b'"stands_at":"00', b'"stands_at":"99'))
    with pytest.raises(backup_file.BackupError, match="update the program"):
        backups.restore(tmp_path / "site", where, saved)


def test_altered_documents_are_never_half_restored(where, saved, tmp_path):
    rewritten(saved, lambda line: line.replace("Школы".encode(), "Школа".encode()))
    fill(where, "fourth", "fifth")
    before = rows(where)
    with pytest.raises(backups.ArchiveDamaged, match="nothing was changed"):
        backups.restore(tmp_path / "site", where, saved)
    assert rows(where) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from search_app.staff import backups
read = backups._read
def killed(*arguments):
    read(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
backups._read = killed
backups.restore(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
"""


@pytest.mark.server
def test_killed_in_the_middle_it_did_nothing(where, saved, tmp_path):
    fill(where, "fourth", "fifth")
    before = rows(where)
    site = tmp_path / "site"
    library = Library(site, archive=where)
    library.catch_up()
    done = subprocess.run([sys.executable, "-c", KILLED, site, where, saved], check=False)
    assert done.returncode == -signal.SIGKILL
    assert rows(where) == before
    library.catch_up()
    assert library.troubles() == []


def test_an_index_of_another_archive_is_built_anew(where, saved, tmp_path):
    """Killed after the commit and before the index: the mark tells the next start."""
    site = tmp_path / "site"
    library = Library(site, archive=where)
    library.catch_up()
    (site / "index.stale").touch()
    assert library.fault() == "another archive was put in place"
    library.catch_up()
    assert library.fault() == ""


def test_a_backup_is_one_moment_of_a_site_that_goes_on(where, tmp_path):
    fill(where, "first", "second")
    going, stop = threading.Event(), threading.Event()

    def write():
        number = 0
        with Archive.open(where) as archive:
            while not stop.is_set():
                archive.put([one("first", f"{TEXT} {number}")])
                number += 1
                going.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        going.wait(20)
        for number in range(3):
            backups.save(where, tmp_path / f"{number}.backup")
    finally:
        stop.set()
        writer.join()
    backups.restore(tmp_path / "site", where, tmp_path / "1.backup")
    held = rows(where)
    assert held["archive_state"][0]["revision"] == held["revisions"][-1]["revision"]
    assert held["documents"][0]["revision"] == held["revisions"][-1]["revision"]
