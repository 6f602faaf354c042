"""Passages as lines, and back."""

import json

from index.documents.document import (
    AreaScore,
    Instruction,
    Mention,
    Passage,
    Sentence,
    Speaker,
)
from index.store.stored import passage_from_json, passage_to_json

PASSAGE = Passage(
    "d",
    1,
    1,
    "Построить дом",
    0,
    13,
    "ru",
    (Sentence(0, 13, "ru"),),
    Speaker("indirect", "К. Токаев", "retold", ("сказал", "он")),
    (Mention("government", 0, 3, "instructed", ("other",)),),
    (AreaScore("regulation", 2.0, ("дом",)),),
    (Instruction("1", "дом", 0, 3, "new", rule="day", words=("построить",)),),
    corrected=("areas",),
)


def test_a_passage_comes_back_with_all_its_evidence():
    assert passage_from_json(passage_to_json(PASSAGE)) == PASSAGE


def test_a_line_from_before_the_words_were_kept_can_be_read():
    said = json.loads(passage_to_json(PASSAGE))
    del said["corrected"], said["speaker"]["how"], said["speaker"]["words"]
    del said["instructions"][0]["words"]
    old = passage_from_json(json.dumps(said))
    assert (old.speaker.name, old.speaker.words, old.corrected) == ("К. Токаев", (), ())
    assert old.instructions[0].words == ()
