import json

import pytest

from search_app.cli import main


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


@pytest.mark.parametrize("option", ["--speaker", "--not-speaker"])
def test_a_speaker_that_is_none_is_wrong_usage_and_told_which_are(data, capsys, option):
    with pytest.raises(SystemExit) as ended:
        main(["export", option, "bogus", "--data", str(data)])
    assert ended.value.code == 2
    assert "indirect" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--event", "nope"], "nope: no document tells of such an event\n"),
        (["--agency", "nope"], "nope: no passage names such an agency, and no table has it\n"),
        (["--source", "nope"], "source:nope: no passage has it\n"),
        (["--event", "ai-meeting-2025-08-11"], ""),
    ],
)
def test_an_export_of_what_nothing_has_says_so(data, capsys, options, told):
    assert main(["export", *options, "--data", str(data)]) == 0
    said = capsys.readouterr()
    assert said.err == told
    assert bool(said.out) != bool(told)


def test_a_search_as_json_has_the_notes_of_the_api(data, capsys, client):
    assert main(["search", "школы", "--event", "nope", "--json", "--data", str(data)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["query"]["notes"] == [{"code": "unknown-event", "words": "nope"}]
    assert said == client.get("/api/v1/search?q=школы&event=nope").json
