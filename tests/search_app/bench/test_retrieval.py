import json
import lzma

import pytest

from search_app.bench import plain, retrieval

PARAGRAPHS = {
    "a": "В столице открыли новый мост через широкую реку.",
    "b": "Врачи сельских больниц получат планшеты с картами пациентов.",
}
OTHERS = ["Дождь шёл весь день. Гости пили чай у окна.", "Кот спал на тёплой печи."]
ASKED = [("Что открыли в столице?", "a"), ("Кто получит планшеты?", "b")]


@pytest.fixture
def data(tmp_path):
    rows = {
        "xquad_ru_passages.dev.jsonl": [{"id": n, "text": t} for n, t in PARAGRAPHS.items()],
        "xquad_ru_queries.dev.jsonl": [{"query": q, "relevant": [n]} for q, n in ASKED],
    }
    for name, lines in rows.items():
        (tmp_path / name).write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with lzma.open(tmp_path / "literature_ru_passages.jsonl.xz", "wt") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in OTHERS)
    return tmp_path


def test_questions_find_their_paragraphs_by_the_whole_road(data):
    for name, ours, others in retrieval.measure(data):
        assert name in {"passages", "single sentences"}
        assert ours == 1
        assert set(others) == {"Snowball", "first parse", "lemma sets"}


def test_tuning_tries_the_grid_and_leaves_the_settings_alone(data, monkeypatch, capsys):
    monkeypatch.setattr(retrieval, "GRID", retrieval.GRID[:2])
    before = retrieval._set(retrieval.GRID[0])
    retrieval._set(before)
    assert retrieval.tune(data) in retrieval.GRID
    assert retrieval._set(before) == before
    assert capsys.readouterr().out.count("1.0000  1.0000") == 2


def test_plain_bm25_ranks_rarer_words_higher():
    texts = {"x": "дом дом сад", "y": "дом мир", "z": "мир"}
    engine = plain.Plain(texts, lambda text: ((word,) for word in text.split()))
    assert engine.found("сад", 1) == ["x"]
    assert engine.found("мир", 2) == ["z", "y"]


def test_the_chosen_settings_are_those_in_force():
    in_force = retrieval._set(retrieval.CHOSEN)
    retrieval._set(in_force)
    assert in_force == retrieval.CHOSEN
