import json
import random

import pytest

from search_app.bench import search

SYLLABLES = ("ба", "во", "ги", "да", "жу", "ки", "ло", "ми", "ну", "по")


@pytest.fixture
def corpus(tmp_path):
    draw = random.Random(1)  # noqa: S311 - a sample
    words = ["".join(draw.choices(SYLLABLES, k=3)) for _ in range(400)]
    texts = [
        " ".join(words[int(draw.paretovariate(0.5)) % 400] for _ in range(30)) for _ in range(600)
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps({"text": text, "title": "Слова"}) for text in texts))
    return path


def test_sqlite_gives_the_same_answers_and_the_figures_are_kept_and_drawn(corpus, tmp_path, capsys):
    kept, picture = tmp_path / "figures.json", tmp_path / "figures.svg"
    wanted = [corpus, "--passages", "600", "--questions", "2", "--rounds", "1", "--peers", "fts5"]
    assert search.main([*map(str, wanted), "--json", str(kept), "--svg", str(picture)]) == 0
    said = capsys.readouterr().out
    assert "a fresh process opens in" in said
    assert "phrase filtered" in said
    figures = json.loads(kept.read_text())
    assert set(figures) == {"this", "sqlite fts5"}
    assert picture.read_text().count("<rect") == 2 * 14 + 3


def test_a_run_is_compared_with_a_kept_one(corpus, tmp_path, capsys):
    kept = tmp_path / "figures.json"
    wanted = [str(corpus), "--passages", "300", "--questions", "1", "--rounds", "1", "--peers"]
    assert search.main([*wanted, "--json", str(kept)]) == 0
    figures = {
        engine: {figure: value / 1_000_000 for figure, value in each.items()}
        for engine, each in json.loads(kept.read_text()).items()
    }
    kept.write_text(json.dumps(figures))
    capsys.readouterr()
    assert search.main([*wanted, "--against", str(kept)]) == 0
    grown = capsys.readouterr().out.partition("times")[2].splitlines()
    assert grown[0].split() == ["this"]
    assert all(float(line.split()[-1]) > 1_000 for line in grown[1:])
