"""Kazakh words: suffixes taken off from the end, as far as sounds and known roots allow.

The order of suffixes is that of any grammar: stem, voice, negation, tense or participle,
plural, possessor, case, person. Harmony (back а о ұ ы, front е ө ү і ә) and the assimilation
of the first consonant say where a suffix can stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.language.forms import words_of
from index.tables import read_table

_VOWELS = "аәеиоөуұүыіэюя"
_BACK, _FRONT = frozenset("аоұыя"), frozenset("әеөүіэ")
_V = f"(?<=[{_VOWELS}])"
_SOFT = f"(?<=[{_VOWELS}лмнңрйзжвў])"  # vowels and voiced consonants
_HARD = "(?<=[бвгдпткқсшщчцфхһ])"
_NASAL = f"(?<=[{_VOWELS}мнңзж])"
_D = f"(?:{_SOFT}д|{_HARD}т)"
_G = f"(?:{_SOFT}[ғг]|{_HARD}[қк])"
_M = "(?:м|б|п)"
_PERSON = f"(?:{_M}[ыі]н|с[ыі]ң|с[ыі]з(?:дер)?|{_M}[ыі]з)"

_CASE = re.compile(
    f"(?:(?:{_NASAL}н|{_D})[ыі]ң|(?:{_V}н|{_D})[ыі]|{_G}[ае]|{_D}[ае]|{_D}[ае][ғг][ыі]"
    f"|(?:{_NASAL}н|{_D})[ае]н|{_M}ен(?:ен)?|{_D}[ае]й)$"
)
_CASE_OF_OWNED = re.compile(
    r"(?:(?<=[ыі])(?:н[ыі]ң|н[ае]н|нд[ае][ғг][ыі]|нд[ае]|н[ае]|мен|н)"
    r"|(?<=[мңз])(?:[ае]|н[ыі]ң|[дн][ыі]|д[ае]|[дн][ае]н|[бм]ен|д[ае][ғг][ыі]))$"
)
_OWNER = re.compile(
    f"(?:{_V}с[ыі]|(?<=[^аәеоөұүыіэя])[ыі]|{_V}(?:м|ң)(?:[ыі]з)?|[ыі](?:м|ң)(?:[ыі]з)?)$"
)
_HIS = re.compile(f"(?:{_V}с[ыі]|(?<=[^аәеоөұүыіэя])[ыі]|(?:[ыі])?м[ыі]з)$")
_PLURAL = re.compile(f"(?:(?<=[{_VOWELS}рй])л|(?<=[лмнңзж])д|{_HARD}т)[ае]р$")
_COPULA = re.compile(f"{_PERSON}$")
_PARTICIPLE = re.compile(f"(?:{_G}[ае]н|[уаеи]?(?<!^)т[ыі]н|[ую]|[ую]ш[ыі]|{_M}[ае][қк])$")
_FINITE = re.compile(
    f"(?:{_D}[ыі](?:м|қ|к|(?:ң(?:[ыі]з)?(?:д[ае]р)?)?)|(?:[аейи])(?:д[ыі]|{_PERSON}|м)?"
    f"|[ыі]?п(?:т[ыі]{_PERSON}?)?|[ае]?р{_PERSON}?|с{_PERSON}?|с[ае](?:м|ң|ң[ыі]з|қ|к)?|с[ыі]н"
    f"|[ыі]?ң[ыі]з|[ае]?й[ыі](?:н|қ|к)|{_G}[ае]л[ыі]|{_G}[ыі](?:з|м))$"
)
_NEGATION = re.compile(f"{_M}[ае]$")
_VOICE = re.compile(rf"(?:[ыі]?[лнс]|т|{_D}[ыі]р|{_G}[ыі]з)$")
# Forms of a verb that no noun looks like: they are taken off even an unknown stem.
_VERBAL = re.compile(
    f"(?:{_G}[ае]н|[аей]т[ыі]н|[аей]д[ыі]|[ыі]п|(?<=[ае])п|(?<=л[ае])у|{_M}[ае]й(?:д[ыі])?)$"
)
_SPLIT_YU = re.compile(f"(?<=[{_VOWELS}])ю")  # «қою» is «қой|у»
_LOAN = frozenset("вфцчщъьёэ")  # «Тоқаевтың»: no harmony with a loan
_VOICED = str.maketrans("ғгб", "қкп")
_SHORTEST = 2
_BEGINNING = 3  # letters
_SHORTEST_UNKNOWN = 3


def lemmas(word: str) -> tuple[str, ...]:
    """Give the stem of a clean word, lower case."""
    return (_stem(word.lower()),)


@cache
def _roots() -> dict[str, frozenset[str]]:
    table = read_table("kazakh_roots.toml", Path(__file__).parent)
    return {"verb": words_of(table.text("verbs")), "noun": words_of(table.text("nouns"))}


def _stem(form: str) -> str:
    """The longest known root that suffixes may follow; else the shortest stem of a noun."""
    roots = _roots()
    if form in roots["noun"] or form in roots["verb"]:
        return form
    form = _SPLIT_YU.sub("йу", form)
    known = [
        root for stem, kind in _analyses(form) for root in _spellings(stem) if root in roots[kind]
    ]
    if known:
        return max(known, key=len)
    nouns = [*_nominals(form, _HIS)]
    verbs = [verb for noun in nouns for verb in _without(_VERBAL, noun)]
    # «семейде» is no form of a verb «се»
    likely = _long_enough(verbs) or _long_enough(nouns)
    return _devoiced(min(likely, key=len, default=form))


def _long_enough(stems: list[str]) -> list[str]:
    return [stem for stem in stems if len(stem) >= _SHORTEST_UNKNOWN]


def _analyses(form: str) -> Iterator[tuple[str, str]]:
    """Every stem that is left when suffixes are taken off, and whether as a noun or a verb."""
    for finished in (form, *_without(_COPULA, form)):
        for nominal in _nominals(finished, _OWNER):
            yield nominal, "noun"
            for verb in _without(_PARTICIPLE, nominal):
                yield from ((stem, "verb") for stem in _verbs(verb))
    for verb in (form, *_without(_FINITE, form)):
        yield from ((stem, "verb") for stem in _verbs(verb))


def _nominals(form: str, owner: re.Pattern[str]) -> Iterator[str]:
    bare = [form, *_without(_CASE, form)]
    owned = [*bare, *_without(_CASE_OF_OWNED, form)]
    for stem in [*bare, *(left for case in owned for left in _without(owner, case))]:
        yield stem
        yield from _without(_PLURAL, stem)


def _verbs(form: str) -> Iterator[str]:
    for positive in (form, *_without(_NEGATION, form)):
        yield positive
        for once in _without(_VOICE, positive):
            yield once
            yield from _without(_VOICE, once)


def _without(suffix: re.Pattern[str], form: str) -> Iterator[str]:
    """What stands before each match of the suffix that agrees in harmony."""
    for start in range(_SHORTEST, len(form)):
        found = suffix.match(form, start)
        if found and _harmony(form[:start], found[0]):
            yield form[:start]


def _harmony(stem: str, suffix: str) -> bool:
    """и and у go with either kind, as in «саммитке»; «мен» goes with every stem."""
    if suffix.startswith(("мен", "бен", "пен")) or not _LOAN.isdisjoint(stem):
        return True
    before = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    after = next((letter for letter in suffix if letter in _VOWELS), "")
    return not ((before in _BACK and after in _FRONT) or (before in _FRONT and after in _BACK))


def _spellings(stem: str) -> Iterator[str]:
    """The stem as a root would be spelt: «кітаб» «кітап», «халқ» «халық», «оқ» «оқы»."""
    yield stem
    yield _devoiced(stem)
    yield from (stem + vowel for vowel in "ыі")
    if len(stem) > _SHORTEST and stem[-2] not in _VOWELS:
        yield from (f"{stem[:-1]}{vowel}{_devoiced(stem[-1])}" for vowel in "ыі")


def _devoiced(stem: str) -> str:
    return stem[:-1] + stem[-1:].translate(_VOICED)


def is_known(form: str) -> bool:
    """Whether a known root is left of the lower-case form, or the form is one."""
    if _beginnings().isdisjoint(_possible_beginnings(form)):
        return False
    stem = _stem(form)
    return any(stem in roots for roots in _roots().values())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(root[:_BEGINNING] for roots in _roots().values() for root in roots)


def _possible_beginnings(form: str) -> tuple[str, ...]:
    """How a root of the form may begin: suffixes leave two letters, spellings change the last."""
    form = _SPLIT_YU.sub("йу", form)
    two, three = form[:2], form[:3]
    vowels = (two + "ы", two + "і", form[:1] + "ы", form[:1] + "і")
    return (form[:1], two, three, _devoiced(form[:1]), _devoiced(two), _devoiced(three), *vowels)
