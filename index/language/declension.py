"""Names in their Russian cases: every form of a name, and every name a form may be of."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SURNAME = re.compile(r".{2,}(?:[оеё]в|[иы]н)")
_ADJECTIVE = re.compile(r"(.+[сц]к)(?:ий|ая)")

# Endings after what stays: of Токаев, Скляр, Дадебай and Игорь, Акорда, Алия.
_SURNAME_ENDINGS = ("", "а", "у", "ым", "е", "ой", "ою", "ы", "ых", "ыми")
_ADJECTIVE_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ие", "их", "ими")
_HARD_ENDINGS = ("", "а", "у", "ом", "ем", "е")
_SOFT_ENDINGS = ("я", "ю", "ем", "е", "и")
_A_ENDINGS = ("а", "ы", "и", "е", "у", "ой", "ей", "ою")
_YA_ENDINGS = ("я", "и", "е", "ю", "ей", "ёй")

# The other way: an ending of a form, and what stands in its place in the nominative.
_BACK: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(.{2,}(?:[оеё]в|[иы]н))(?:а|у|ым|е|ой|ою|ы|ых|ыми)?"), ("",)),
    (re.compile(r"(.{2,}[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ие|их|ими)"), ("ий",)),
    (re.compile(r"(.{2,}[бвгджзклмнпрстфхцчшщ])(?:а|у|е|ы|и)"), ("", "а")),
    (re.compile(r"(.{2,}[бвгджзклмнпрстфхцчшщ])(?:ом|ем)"), ("",)),
    (re.compile(r"(.{2,}[бвгджзклмнпрстфхцчшщ])(?:ой|ою|ей)"), ("а",)),
    (re.compile(r"(.{2,}[бвгджзклмнпрстфхцчшщ])(?:я|ю|ем|и|е|ью)"), ("ь",)),
    (re.compile(r"(.+[аеёиоуыэюя])(?:я|ю|ем|е|и)"), ("й", "я")),
    (re.compile(r"(.+[иеаьн])ей"), ("я",)),
)
# An ending of the genitive and that of the nominative, of surnames of men and of women.
_OF_MEN = (
    (re.compile(r"(?<=[оеё]в)а\Z|(?<=[иы]н)а\Z"), ""),
    (re.compile(r"(?<=[сц]к)ого\Z"), "ий"),
    (re.compile(r"(?<=[аеёиоуыэ])я\Z"), "й"),
    (re.compile(r"(?<=[лнрт])я\Z"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])а\Z"), ""),
    (re.compile(r"(?<=[гкх])и\Z|(?<=[бвдзлмнпрст])ы\Z"), "а"),
)
_OF_WOMEN = (
    (re.compile(r"(?<=[оеё]в)ой\Z|(?<=[иы]н)ой\Z"), "а"),
    (re.compile(r"(?<=[сц]к)ой\Z"), "ая"),
    (re.compile(r"(?<=и)и\Z"), "я"),
    (re.compile(r"(?<=[гкх])и\Z|(?<=[бвдзлмнпрст])ы\Z"), "а"),
    (re.compile(r"(?<=[лнр])и\Z"), "ь"),
)
_WITH_WHOM = re.compile(r"(.{2,}[бвгджзклмнпрстфхцчшщ])(?:ом|ем|ым)", re.IGNORECASE)
_OF_A_WOMAN = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)ой\Z")


def forms(name: str) -> frozenset[str]:
    """All forms of a name given in the nominative, lower case, ё folded; the name among them."""
    name = name.lower().replace("ё", "е")
    stem, endings = _paradigm(name)
    return frozenset({name, *((stem + ending).replace("ё", "е") for ending in endings)})


def names(form: str) -> tuple[str, ...]:
    """Names that the form may be of, lower case, the form itself first: «жомарту» «жомарт»."""
    form = form.lower().replace("ё", "е")
    found = [form]
    for pattern, endings in _BACK:
        matched = pattern.fullmatch(form)
        if matched:
            found += [matched[1] + ending for ending in endings]
            if pattern is _BACK[0][0] or pattern is _BACK[1][0]:
                return tuple(dict.fromkeys(found[1:]))
    return tuple(dict.fromkeys(found))


def in_nominative(words: Sequence[str]) -> list[str]:
    """The words of a name that stands in the genitive; what is not declined stays as it is.

    Of «Мади Такиева» it is the surname that shows a man: of a woman it would be «Такиевой».
    """
    woman = any(map(_OF_A_WOMAN.search, words[-1:]))
    return [_turned(word, _OF_WOMEN if woman else _OF_MEN) for word in words]


def of_instrumental(first: str, surname: str) -> tuple[str, str] | None:
    """The two words of a man's name that stands so: «Дональдом Трампом»; else nothing."""
    man, whose = _WITH_WHOM.fullmatch(first), _WITH_WHOM.fullmatch(surname)
    return (man[1], whose[1]) if man and whose else None


def _paradigm(name: str) -> tuple[str, tuple[str, ...]]:
    adjective = _ADJECTIVE.fullmatch(name)
    if adjective:
        return adjective[1], _ADJECTIVE_ENDINGS
    masculine = name[:-1] if name.endswith(("ова", "ева", "ина")) else name
    if _SURNAME.fullmatch(masculine):
        return masculine, _SURNAME_ENDINGS
    if name[-1] in "йь":
        return name[:-1], _SOFT_ENDINGS
    if name[-1] in "ая":
        return name[:-1], _A_ENDINGS if name[-1] == "а" else _YA_ENDINGS
    return name, _HARD_ENDINGS if name[-1] in "бвгджзклмнпрстфхцчшщ" else ()


def _turned(word: str, endings: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for ending, instead in endings:
        if ending.search(word):
            return ending.sub(instead, word)
    return word
