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
