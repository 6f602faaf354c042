from concurrent.futures import ThreadPoolExecutor

import pytest

from index.language import english


@pytest.mark.parametrize(
    ("one", "other"),
    [("ministries", "ministry"), ("Kazakhstan's", "Kazakhstan"), ("investing", "invested")],
)
def test_forms_of_a_word_meet(one, other):
    assert english.lemmas(one) == english.lemmas(other)


def test_threads_do_not_share_a_stemmer():
    forms = ["digitalisation", "strategies", "investments", "agencies"] * 200
    alone = [english.lemmas(form) for form in forms]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(english.lemmas, forms)) == alone
