import json
import shutil
import socket

import pytest

from search_app.cli import main
from search_app.formats import as_text


@pytest.mark.parametrize(("language", "shown"), [("ru", "русский"), ("en", "Russian")])
def test_a_search_as_json_names_values_as_the_site_does(data, capsys, monkeypatch, language, shown):
    monkeypatch.setenv("POLICY_SEARCH_LANGUAGE", language)
    assert main(["search", "интеллект", "--json", "--data", str(data)]) == 0
    facets = json.loads(capsys.readouterr().out)["facets"]
    assert shown in {value["label"] for value in facets["lang"]}


def test_russian_sentences_in_a_bulgarian_text_are_found_as_russian(data, capsys):
    options = ["--lang", "ru", "--lang", "bg", "--per-page", "100", "--json"]
    assert main(["search", "мессенджер lang:ru", *options, "--data", str(data)]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    spoken = {hit["document"]: (hit["language"], hit["languages"]) for hit in hits}
    assert spoken["2025-08-11-ai-meeting-novinata-bg"] == ("bg", ["bg", "ru"])


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


def first_line(capsys):
    return capsys.readouterr().out.splitlines()[0]


def test_a_query_may_begin_with_a_hyphen(data, capsys):
    assert main(["search", "-стартап", "--data", str(data)]) == 0
    without = first_line(capsys)
    assert main(["search", "--data", str(data), "--", "-стартап"]) == 0
    assert first_line(capsys) == without
    assert not without.startswith("0 ")
    assert main(["search", "-health", "--json", "--data", str(data)]) == 0
    assert json.loads(capsys.readouterr().out)["query"]["text"] == "-health"
    assert main(["export", "-стартап", "--data", str(data)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == int(without.split()[0])
    assert main(["analyze", "-стартап", "--lang", "ru"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["start"] == 1


def test_an_option_that_is_none_stays_wrong_usage(data, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["search", "стартап", "--jsno", "--data", str(data)])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 passages"), (1, "1 passage"), (21, "21 passages")]
)
def test_one_thing_is_not_many(number, said):
    assert as_text.counted(number, "passage") == said


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
