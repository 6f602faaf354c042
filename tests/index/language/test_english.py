from concurrent.futures import ThreadPoolExecutor

import pytest

from index.language import english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministries", "ministry"),
        ("Kazakhstan's", "Kazakhstan"),
        ("investing", "invested"),
        ("children", "child's"),
        ("taught", "teaching"),
        ("criteria", "criterion"),
        ("Programme", "programs"),
        ("digitalised", "digitize"),
    ],
)
def test_forms_of_a_word_meet(one, other):
    assert english.lemmas(one) == english.lemmas(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("university", "universe"),
        ("organization", "organ"),
        ("important", "imports"),
        ("experience", "experts"),
        ("policy", "police"),
        ("news", "new"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one, other):
    assert english.lemmas(one) != english.lemmas(other)


def test_threads_do_not_share_a_stemmer():
    forms = ["digitalisation", "strategies", "investments", "agencies"] * 200
    alone = [english.lemmas(form) for form in forms]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(english.lemmas, forms)) == alone
