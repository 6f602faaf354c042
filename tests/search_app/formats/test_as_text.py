import pytest

from search_app.formats import as_text


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 passages"), (1, "1 passage"), (21, "21 passages")]
)
def test_one_thing_is_not_many(number, said):
    assert as_text.counted(number, "passage") == said
