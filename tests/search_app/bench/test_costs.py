import json
import lzma

from search_app.bench import costs


def test_the_language_part_takes_some_time_and_some_memory():
    seconds, megabytes = costs.of_language()
    assert seconds > 0
    assert megabytes > 0


def test_every_beginning_of_a_phrase_is_a_call(tmp_path):
    path = tmp_path / "passages.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": "Новая школа, старые парты."}) + "\n")
    calls, half, most = costs.of_completion(path)
    assert calls == len("новая школа") - 1 + len("старые парты") - 1
    assert 0 < half <= most
