import flask
import pytest

from index.documents.dates import PartialDate
from index.documents.document import Document
from search_app.presenters.dating import doubts


def told(date, published, year):
    document = Document(
        "a", "", (), date and PartialDate.parse(date), published and PartialDate.parse(published)
    )
    with flask.Flask(__name__).test_request_context():
        return doubts(document, year)


@pytest.mark.parametrize(
    ("date", "published", "year", "says"),
    [
        ("2025-07", None, 2023, ["событии 2023 года"]),
        ("2025-07-03", "2025-07-01", None, ["раньше, чем выступление"]),
        ("2025-07-03", "2025-07-01", 2023, ["раньше, чем выступление", "событии 2023 года"]),
        ("2025-07-03", "2025-07", None, []),  # the month reaches the day
        (None, "2025-07", None, []),
    ],
)
def test_contradictions_are_told(date, published, year, says):
    found = told(date, published, year)
    assert len(found) == len(says)
    assert all(part in line for part, line in zip(says, found, strict=True))
