from index.language.months import month_of


def test_months_are_known_in_four_languages():
    words = ["августа", "тамызға", "august", "август", "слово"]
    assert list(map(month_of, words)) == [8, 8, 8, 8, 0]
