import pytest

from index.language.forms import clean, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ёлка", "елка"),
        ("Е\u0308лка", "елка"),
        ("за\u0301мок", "замок"),
        ("QazTech’а", "qaztech'а"),
        ("Kазахстан", "казахстан"),  # the first letter is Latin
        ("премьер‑министр", "премьер-министр"),
        ("ци\u00adфра", "цифра"),
        ("ци\u200eф\u2063ра\ufe0f", "цифра"),
    ],
)
def test_one_spelling_for_all(written, folded):
    assert fold(written) == folded


def test_a_latin_word_with_a_russian_ending_keeps_its_letters():
    assert clean("QazTechа") == "QazTechа"
