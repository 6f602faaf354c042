import shutil
import socket

import pytest

from search_app.cli import main


@pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
def test_a_site_whose_archive_is_lost_is_not_served(data, tmp_path, capsys, left):
    shutil.copytree(data / "index", tmp_path / "index")
    if left is not None:
        (tmp_path / "archive.sqlite").write_bytes(left)
    there = sorted(path.name for path in tmp_path.iterdir())
    for options in ([], ["--no-seeds"]):
        assert main(["serve", *options, "--port", "0", "--data", str(tmp_path)]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert len(told.err.splitlines()) == 1
        assert "archive.sqlite: the archive is" in told.err
    assert sorted(path.name for path in tmp_path.iterdir()) == there
    assert main(["search", "школы", "--data", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "passages in" in told.out
    assert "; answering from the last commit" in told.err


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--data", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"127.0.0.1:{port}: Address already in use; choose another with --port\n"
    assert list(tmp_path.iterdir()) == []


def test_a_host_that_is_not_here_is_told_in_one_line(tmp_path, capsys):
    assert main(["serve", "--host", "192.0.2.1", "--port", "0", "--data", str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
