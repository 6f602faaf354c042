import pytest

from index.documents.document import Document
from index.documents.passages import cut_and_read
from index.policy import annotate, load_tables
from search_app.bench import policy_costs


def test_every_language_is_ready_before_the_clock_runs():
    tables = load_tables()
    policy_costs.make_ready(tables)
    spent = policy_costs.costs([Document("d", "", ("Акимату надо открыть школу.",))], tables)
    assert (spent.passages, spent.characters) == (1, 27)
    assert min(spent.lemmatising, spent.annotating, spent.annotating_again) > 0


@pytest.mark.parametrize("document", policy_costs.FIRST, ids=lambda one: one.language)
def test_what_is_read_first_holds_an_order_with_a_day(document):
    (passage,) = annotate(document, cut_and_read(document), load_tables())
    assert passage.language == document.language
    assert [one.due != "" for one in passage.instructions] == [True]
