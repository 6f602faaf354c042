import pytest

from index.language import derivation, words


@pytest.mark.parametrize(
    ("lemma", "other"),
    [("внедрить", "внедрение"), ("внедрение", "внедрять"), ("цифровой", "цифровизация")],
)
def test_words_of_a_family_are_found(lemma, other):
    assert other in derivation.relatives([lemma])


def test_a_word_without_family_has_none():
    assert derivation.relatives(["ии"]) == ()


def test_every_word_of_the_table_is_a_lemma_of_the_index():
    strays = [lemma for lemma in derivation._families() if lemma not in words.lemmas(lemma, "ru")]
    assert strays == []
