import flask
import pytest

from index.documents.dates import PartialDate
from index.documents.document import Document, Passage
from search_app.presenters.dating import doubts

FORUM = "Он выступил на открытии форума «Silk Code 2023» в столице."


def told(date, published, *texts):
    document = Document(
        "a", "", (), date and PartialDate.parse(date), published and PartialDate.parse(published)
    )
    passages = [Passage("a", n, n, text, 0, 0) for n, text in enumerate(texts, 1)]
    with flask.Flask(__name__).test_request_context():
        return doubts(document, passages)


@pytest.mark.parametrize(
    ("date", "published", "texts", "says"),
    [
        ("2025-07", None, [FORUM], "событии 2023 года"),
        ("2025-07-03", "2025-07-01", [], "раньше, чем выступление"),
        ("2025-07-03", "2025-07", [], None),  # the month reaches the day
        ("2023-10-12", "2025-07", [FORUM], None),
        (None, "2025-07", [FORUM], None),
    ],
)
def test_contradictions_are_told(date, published, texts, says):
    found = told(date, published, *texts)
    assert [says in each for each in found] == ([True] if says else [])
