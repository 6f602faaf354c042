"""What passages and documents are found by."""

from index.documents.document import Document, Instruction, Mention, Passage
from index.store.facts import values


def told(passage):
    return {
        pair
        for pair in values(passage, Document("d", "t", ()))
        if pair[0] in {"instructed", "role"}
    }


def test_who_must_counts_where_no_name_of_his_stands():
    order = Instruction("i", "Ему обновить паромы.", 0, 20, "new", ("transport-ministry",))
    passage = Passage("d", 1, 1, "Ему обновить паромы.", 0, 20, instructions=(order,))
    assert told(passage) == {("instructed", "transport-ministry"), ("role", "instructed")}


def test_who_is_only_mentioned_is_not_told_to_act():
    named = Mention("transport-ministry", 0, 8)
    passage = Passage("d", 1, 1, "Минтранс стоит.", 0, 15, agencies=(named,))
    assert told(passage) == set()
