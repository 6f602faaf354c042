"""What the interface calls things."""

import pytest

from index.documents.document import Instruction
from index.search.page import Note
from search_app.words import charged, joined_notes, note_line


@pytest.mark.parametrize(
    ("agencies", "joint", "said"),
    [
        ((), (), ""),
        (("government",), (), "Правительство Республики Казахстан"),
        (
            ("government", "akorda"),
            ("akorda",),
            "Правительство Республики Казахстан, совместно: Акорда",
        ),
        (
            ("government", "akorda"),
            ("government", "akorda"),
            "Правительство Республики Казахстан, Акорда",
        ),
    ],
)
def test_who_must_act_is_named_once(app, agencies, joint, said):
    duty = Instruction("1", "дом", 0, 3, "new", agencies, joint)
    with app.test_request_context():
        assert charged(duty) == said


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (["asks"], ["asks"]),
        (["asks", "silent-words"], ["asks"]),
        (["asks", "most-words", "silent-words", "unknown-words"], ["asks-most", "unknown-words"]),
        (["dates", "asks", "most-words-too"], ["dates", "asks-most"]),
        (["most-words", "silent-words"], ["most-words", "silent-words"]),
        ([], []),
    ],
)
def test_notes_on_a_question_who_or_when_are_one(app, codes, told):
    notes = joined_notes([Note(code, code) for code in codes])
    assert [note.code for note in notes] == told
    with app.test_request_context():
        for note in notes:
            if note.code.startswith("asks"):
                assert "asks" in note_line(note)  # what the reader typed
