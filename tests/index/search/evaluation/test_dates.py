import pytest
from corpora import build, document

from index.documents.dates import PartialDate
from index.search.evaluation.dates import counts, stretches
from index.search.evaluation.kernels import everything
from index.store.reader import open_index

DATES = (
    "2023",
    "2024",
    "2024-12",
    "2024-12-31",
    "2025",
    "2025-01",
    "2025-01-01",
    "2025-02-14",
    None,
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("dated")
    build(path, [document(f"d{date}", "дом", date=date) for date in DATES])
    return open_index(path)


@pytest.mark.parametrize(
    ("since", "until", "overlapping"),
    [
        ("2025", "2025", "2025 2025-01 2025-01-01 2025-02-14"),
        ("2025-01", "2025-01", "2025 2025-01 2025-01-01"),
        ("2025-02", None, "2025 2025-02-14"),  # a passage of 2025 may be of February
        ("2024-12-31", "2024-12-31", "2024 2024-12 2024-12-31"),
        (None, "2024-11", "2023 2024"),
        (None, "2024-12-30", "2023 2024 2024-12"),
        ("2026", None, ""),
        (None, "2022", ""),
    ],
)
def test_a_range_keeps_what_overlaps_it(ix, since, until, overlapping):
    (segment,) = ix.segments
    since, until = (date and PartialDate.parse(date) for date in (since, until))
    spans = stretches(segment, since, until)
    kept = [segment.header(n).date for low, high in spans for n in range(low, high)]
    assert " ".join(map(str, kept)) == overlapping


def test_passages_of_a_year_count_in_each_of_its_named_months(ix):
    (segment,) = ix.segments
    found = counts(segment, everything(segment.count))
    assert ix.calendar.facet(found) == {
        "2023": 1,
        "2024": 3,
        "2024-12": 3,
        "2025": 4,
        "2025-01": 3,
        "2025-02": 2,
    }
