import time

from corpora import build, document

from index.store.reader import open_index
from search_app.completing import Completer


def titles(completer, ix):
    return [each.text for each in completer.completions(ix, "ru").find("речь")]


def test_a_new_commit_is_read_beside_the_answers_of_the_one_before(tmp_path):
    build(tmp_path, [document("a", "дом", title="речь о домах")])
    before, completer = open_index(tmp_path), Completer()
    assert titles(completer, before) == ["речь о домах"]
    build(tmp_path, [document("b", "сад", title="речь о садах", date="2025")])
    after = open_index(tmp_path, before)
    assert titles(completer, after) == ["речь о домах"]
    until = time.monotonic() + 30
    while len(titles(completer, after)) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert titles(completer, after) == ["речь о садах", "речь о домах"]
