from index.documents.reading.patience import HOPELESS, Patience
from index.errors import DocumentError


def test_patience_runs_out_once_and_says_so(told):
    patience = Patience(told)
    for line in range(HOPELESS + 50):
        patience(DocumentError("a", line, "bad"))
    assert patience.out
    assert len(told) == HOPELESS + 1
    assert told.lines[-1] == "99: 100 complaints in a row: the rest is left unread"


def test_something_good_restores_patience(told):
    patience = Patience(told)
    for line in range(3 * HOPELESS):
        patience(DocumentError("a", line, "bad"))
        patience.good()
    assert not patience.out
    assert len(told) == 3 * HOPELESS


def test_records_without_text_try_patience_too(read, told):
    assert read('{"id": "a", "text": ""}\n' * 500) == []
    assert len(told) == HOPELESS + 1
