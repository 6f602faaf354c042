"""Every form that stands in a text is found by that form, whatever the language of either."""

from pathlib import Path

import pytest

from index.documents import passages
from index.documents.reading.readers import read_documents
from index.language import query_words

SEEDS = Path(__file__).parents[3] / "seeds"


def missed(text, tokens):
    """The surfaces of a text of which a token has no lemma that its query seeks."""
    for token in tokens:
        surface = text[token.start : token.end]
        slots = [set(slot) for word in query_words(surface) for slot in word.slots]
        if len(slots) == 1 and slots[0].isdisjoint(token.lemmas):
            yield surface


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_form_that_stands_in_a_text_is_found_by_itself(path):
    for document in read_documents([path], print):
        for passage, tokens in passages.cut_and_read(document):
            assert list(missed(passage.text, tokens)) == []
