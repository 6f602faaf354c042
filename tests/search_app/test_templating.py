import pytest

from search_app.templating import page_numbers


@pytest.mark.parametrize(
    ("page", "pages", "named"),
    [
        (1, 1, "1"),
        (1, 5, "1 2 3 … 5"),
        (4, 5, "1 2 3 4 5"),
        (10, 40, "1 … 8 9 10 11 12 … 40"),
        (40, 40, "1 … 38 39 40"),
        (99, 40, "1 … 40"),  # a page after the last one still leads back
    ],
)
def test_page_numbers_name_the_ends_and_the_neighbours(page, pages, named):
    assert " ".join(str(number or "…") for number in page_numbers(page, pages)) == named
