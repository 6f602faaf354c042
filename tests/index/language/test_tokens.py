import pytest

from index.language.tokens import surfaces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ИИ-стартапов, 4,8 трлн.", "[ИИ-стартапов] [4,8] [трлн]"),
        ("д’Артаньян и QazTech-а", "[д’Артаньян] [и] [QazTech-а]"),
        ("до 2025, 100 лет", "[до] [2025] [100] [лет]"),
        ("10 000 000 и 7 %", "[10 000 000] [и] [7] [%]"),
        ("слово— слово", "[слово] [слово]"),
        ("zakon.kz/24", "[zakon] [kz] [24]"),
        ("24/7", "[24/7]"),
        ("4,8трлн", "[4,8] [трлн]"),
        ("36млн, 2025г.", "[36] [млн] [2025] [г]"),
        ("15 000тенге", "[15 000] [тенге]"),
        ("7mln", "[7] [mln]"),
        ("5G, COVID19 и 3D-печать", "[5G] [COVID19] [и] [3D-печать]"),
        ("20-летие", "[20-летие]"),
    ],
)
def test_surfaces_of_a_text(text, shown):
    assert " ".join(f"[{match[0]}]" for match in surfaces(text)) == shown
