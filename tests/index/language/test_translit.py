import pytest

from index.language import translit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tsifrovizatsiya", "цифровизация"),
        ("iskusstvennyy intellekt", "искусственный интеллект"),
        ("iskusstvennyi", "искусственный"),
        ("tsifrovii", "цифровий"),
        ("pravitelstvo", "правительство"),
        ("cifrovoy kodeks", "цифровой кодекс"),
        ("razvitiye ekonomiki", "развитие экономики"),
        ("kompyuter", "компьютер"),
        ("Qazaqstan", "қазақстан"),
        ("jasandy intellekt", "жасанды интеллект"),
        ("ükimet", "үкімет"),
        ("cifrlyk", "цифрлық"),
        ("bezopasnost", "безопасность"),
        ("kontrol", "контроль"),
        ("Tokayev", "токаев"),
    ],
)
def test_latin_letters_are_read(typed, meant):
    assert meant in translit.cyrillic(typed)


def test_cyrillic_needs_no_reading():
    assert translit.cyrillic("уже кириллица 2025") == []


def test_endings_of_adjectives_are_written_in_many_ways():
    assert "искусственный" in translit.cyrillic("iskusstvenniy")
    assert "личный" in translit.cyrillic("lichnij")
