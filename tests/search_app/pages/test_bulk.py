import fcntl
import gzip
import hashlib
import json

import pytest

from search_app.formats import bulk
from search_app.pages import bulk as pages


def file(client, name="passages.jsonl"):
    with client.get(f"/data/{name}") as answer:
        assert answer.status_code == 200
        return answer.data


def lines(client):
    return [json.loads(line) for line in file(client).splitlines()]


def test_every_passage_is_a_line(client):
    said = lines(client)
    total = client.get("/api/v1/search").json["total"]
    assert len(said) == total["passages"]
    assert len({row["document"] for row in said}) == total["documents"]
    assert len({(row["document"], row["passage"]) for row in said}) == len(said)


def test_a_line_says_what_the_api_says(client):
    row = lines(client)[0]
    known = client.get(f"/api/v1/documents/{row['document']}").json["passages"][row["passage"] - 1]
    assert {name: row[name] for name in known if name != "ordinal"} == {
        name: value for name, value in known.items() if name != "ordinal"
    }


def test_the_sums_are_those_of_the_files(client):
    for line in file(client, "SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(file(client, name)).hexdigest() == digest


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("passages.jsonl", "application/x-ndjson"),
        ("passages.jsonl.gz", "application/gzip"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_says_once_what_it_is(client, name, kind):
    with client.get(f"/data/{name}") as answer:
        assert answer.headers["Content-Type"] == kind


def test_the_packed_file_holds_the_same(client):
    with client.get("/data/passages.jsonl.gz") as packed:
        assert packed.mimetype == "application/gzip"
        assert gzip.decompress(packed.data) == file(client)


def test_a_part_can_be_asked_for_and_a_repeat_costs_nothing(client):
    whole = file(client)
    with client.get("/data/passages.jsonl", headers={"Range": "bytes=10-19"}) as part:
        assert (part.status_code, part.data) == (206, whole[10:20])
    for name, header in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        known = {header: part.headers[name]}
        with client.get("/data/passages.jsonl", headers=known) as again:
            assert (again.status_code, again.data) == (304, b"")


def test_files_are_made_once_and_those_of_earlier_commits_go(client, data):
    file(client)
    (kept,) = [each for each in (data / "exports").iterdir() if each.is_dir()]
    stale = data / "exports" / "stale"
    stale.mkdir()
    before = (kept / bulk.PLAIN).stat().st_mtime_ns
    file(client)
    assert (kept / bulk.PLAIN).stat().st_mtime_ns == before
    (kept / bulk.PLAIN).parent.rename(data / "exports" / "older")
    file(client)
    assert [each.name for each in (data / "exports").iterdir() if each.is_dir()] == [kept.name]


def test_while_another_makes_them_readers_are_asked_to_wait(client, data, monkeypatch):
    folder = data / "elsewhere"
    (folder / "exports").mkdir(parents=True)
    monkeypatch.setattr(pages, "data", lambda: folder)
    with (folder / "exports" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        answer = client.get("/data/passages.jsonl")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert file(client)


def test_where_they_cannot_be_made_readers_are_told(client, data, monkeypatch):
    monkeypatch.setattr(pages, "data", lambda: data / "archive.sqlite")  # no folder
    answer = client.get("/data/passages.jsonl")
    assert answer.status_code == 503
    assert answer.json["error"]["detail"] == "cannot be made: Not a directory"


@pytest.mark.parametrize("name", ["nothing", "lock", "..%2Farchive.sqlite"])
def test_nothing_else_is_there(client, name):
    assert client.get(f"/data/{name}").status_code == 404
