"""Russian and Kazakh typed in Latin letters: «tsifrovizatsiya» is «цифровизация»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'’]+")
_VOWEL = "aeiouyаеёиоуыэюя"

# Longest first; a rule may look around itself, at Latin letters not yet rewritten.
_Rules = Sequence[tuple[str, str]]
_RUSSIAN: _Rules = (
    ("shch", "щ"), ("sch", "щ"), ("yo", "ё"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"),
    ("ch", "ч"), ("sh", "ш"), ("(?<=[иiy])ye", "е"), ("ye", "е"), ("yu", "ю"), ("iu(?!m)", "ю"),
    ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("iy$", "ий"), ("ii$", "ий"), ("yy$", "ый"),
    ("yi$", "ый"), ("ij$", "ий"),
    (f"(?<=[{_VOWEL}])[yj]", "й"), ("y", "ы"), ("j", "ж"), ("x", "кс"), ("['’]", "ь"),
    ("ph", "ф"), ("w", "в"), ("h", "х"), ("q", "к"), ("c", "к"),
)  # fmt: skip
_SOFT: _Rules = (
    ("(?<=[bcdfghklmnpqrstvwxz])yu", "ью"),
    ("(?<=[dlnrst])y(?=[ae])", "ь"),
    ("l(?=s[tk])", "ль"),
)
_SOFT_END: _Rules = (("(?<=[lnrt])$", "ь"),)  # «bezopasnost», «kontrol»
_HARD_END: _Rules = (("(?:iy|ij|yi)$", "ый"),)  # «iskusstvenniy»
_C_IS_TS: _Rules = (("c(?!h)", "ц"),)
_INITIAL_E: _Rules = (("^e", "э"),)
_KAZAKH: _Rules = (
    ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("gh", "ғ"), ("ng$", "ң"), ("ya", "я"),
    ("yu", "ю"), ("ä|á|a'", "ә"), ("ö|ó|o'", "ө"), ("ü|ú|u'", "ү"), ("ū|ұ", "ұ"), ("ğ|ǵ|g'", "ғ"),
    ("ñ|ń|n'|ŋ", "ң"), ("ş|s'", "ш"), ("c'", "ч"), ("ý", "у"), ("ı(?=[aeiouyäöü])", "й"),
    ("ı", "і"), ("q", "қ"), ("j", "ж"), ("w", "у"), ("y", "ы"), ("h", "х"), ("x", "х"),
    ("c", "ц"), ("i", "і"),
)  # fmt: skip
# Beside back vowels «k» and «g» are қ and ғ: «cifrlyk» is «цифрлық».
_BACK: _Rules = (
    ("k(?=[aouy])|(?<=[aouy])k(?!h)", "қ"),
    ("g(?=[aouy])|(?<=[aouy])g(?!h)", "ғ"),
)
_LETTERS = str.maketrans("abvgdezijklmnoprstuf", "абвгдезийклмнопрстуф")


def cyrillic(text: str) -> list[str]:
    """The text in Cyrillic letters, by Russian and by Kazakh habits, likely readings first.

    Empty when nothing in it is Latin. Case is not kept.
    """
    tables: tuple[_Rules, ...] = (
        _RUSSIAN,
        (*_SOFT, *_RUSSIAN),
        (*_HARD_END, *_SOFT, *_RUSSIAN),
        (*_C_IS_TS, *_SOFT, *_RUSSIAN),
        (*_INITIAL_E, *_SOFT, *_RUSSIAN),
        (*_SOFT_END, *_SOFT, *_RUSSIAN),
        (*_SOFT_END, *_C_IS_TS, *_SOFT, *_RUSSIAN),
        _KAZAKH,
        (("i", "и"), *_KAZAKH),  # a loan: «интеллект»
        (*_BACK, *_KAZAKH),
        (("i", "и"), *_BACK, *_KAZAKH),
    )
    lower = text.lower()
    if not _LATIN.search(lower):
        return []
    readings = (_LATIN.sub(partial(_written, rules), lower) for rules in tables)
    return list(dict.fromkeys(readings))


def _written(rules: _Rules, found: re.Match[str]) -> str:
    word = found[0]
    for latin, letters in rules:
        word = re.sub(latin, letters, word)
    return word.translate(_LETTERS)
