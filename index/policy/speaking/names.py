"""Names of people as they stand in a text, without offices, countries and bodies beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from index.language.grammar import cases, is_person
from index.language.russian import lemmas

_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
_OF = frozenset({"фон", "ван", "де", "дер", "von", "van", "de", "der"})
_WORD = rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)?\s?)*[{_UPPER}][\w’'-]+"
# «Урсула фон дер Ляйен»
_NEXT = rf"(?:(?:[ \u00a0](?:фон|ван|де|дер|von|van|de|der))*[ \u00a0]{_WORD})"
_RUN = re.compile(rf"(?<![«„“\"\w])\b{_WORD}{_NEXT}*(?![»”“\"])")
_LATIN = re.compile(r"[A-Za-z]")
_LED = re.compile(r"\b(?:на|от|в|във|of|for|at)\s$")
_PAIR = 2
_LONG = 6  # letters of «ТОКАЕВ»
_KEPT = 3  # words of a name: with a patronymic
# Words with a capital that are no part of a name.
_TITLES = re.compile(
    r"(?:the|mr|mrs|ms|dr|mister|madam|by|energy|trade|foreign|finance|prime|vice|deputy|head|"
    r"president|prezident|minist\w+|governor|akim|chair\w*|professor|expert|adviser|ambassador|"
    r"senator|secretary|director|spokes\w+|premier|leader|founder|rector|journalist|analyst|"
    r"[\w-]*(?:президент|министр|министър|премьер|премиер)\w*|аким\w*|әкім\w*|"
    r"депутат\w*|председател\w*|төраға\w*|эксперт\w*|сарапшы\w*|директор\w*|академик\w*|"
    r"профессор\w*|професор\w*|посол\w*|сенатор\w*|ректор\w*|политолог\w*|[ие]кономист\w*|спикер\w*|"
    r"канцлер\w*|госсекретар\w*|експерт\w*|анализатор\w*|economist|lawyer|banker|"
    r"глава|помощник|советник|руководитель|аналитик|журналист|пресс-секретарь)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:\w*['’]s|ministry|bank|agency|administration|government|university|republic|council|"
    r"committee|house|office|министерств\w*|министрліг\w*|правительств\w*|үкімет\w*|банк\w*|"
    r"комитет\w*|агентств\w*|университет\w*|республик\w*|hub|ai)$",
    re.IGNORECASE,
)


def full_name(text: str, own: Collection[str], language: str) -> str:
    """The first name of somebody who is not one of ``own`` (beginnings of words), or nothing.

    One word is a name only behind an office: «министр Мадиев».
    """
    for run in _RUN.finditer(text):
        for words, titled in _parts(text, run):
            name = _trimmed(words, language, led=bool(_LED.search(text, 0, run.start())))
            enough = len(name) > 1 or (name and titled)
            if enough and not any(word.lower().startswith(tuple(own)) for word in name):
                return " ".join(name[-_KEPT - sum(word in _OF for word in name) :])
    return ""


def _parts(text: str, run: re.Match[str]) -> Iterator[tuple[list[str], bool]]:
    """The words between the offices of a run, and whether an office stands before them."""
    lead = text[: run.start()].split()
    titled = bool(lead) and bool(_TITLES.match(lead[-1]))
    words: list[str] = []
    for word in run[0].split():
        if _TITLES.match(word):
            yield words, titled
            words, titled = [], word.lower() not in {"the", "by"}
        else:
            words.append(word)
    yield words, titled


def _trimmed(words: list[str], language: str, *, led: bool) -> list[str]:
    """Without what is no name at its beginning: «Узбекистана Шавкат Мирзиёев»."""
    bodies = [number for number, word in enumerate(words) if _BODY.match(word)]
    if language == "kk" and bodies and bodies[0] >= _PAIR:
        words = words[: bodies[0]]  # «Шавкат Мирзиёев Үкіметке тапсырды»
    elif bodies:
        return []
    if led and len(words) > _PAIR:
        words = words[1:]  # «на България Румен Радев»
    cyrillic = [word for word in words if not _LATIN.match(word)]
    words = cyrillic if len(cyrillic) > 1 else words  # «Nvidia Дженсен Хуанг»
    while len(words) > _PAIR and words[0].isupper() and "." not in words[0]:
        words = words[1:]  # «глава МВФ Кристалина Георгиева»
    if len(words) == 1 and words[0].isupper() and len(words[0]) < _LONG:
        return []  # «администрация президента США»
    least = max(min(_PAIR, len(words) - 1), 0)  # «Италии Джорджа Мелони»
    while language == "ru" and len(words) > least and not _may_name(words[0]):
        words = words[1:]
    if language == "ru" and words and not _may_name(words[-1], "nomn", "gent"):
        return []  # «ответил министру Ж. Мадиеву»
    return words


def _may_name(word: str, *wanted: str) -> bool:
    if "." in word or _LATIN.match(word):
        return True
    whose = word.endswith("ии")  # «Германии Фридрих Мерц»
    low = word.lower()
    if not wanted and any(map(is_person, lemmas(low))):
        return True  # «Илон» is a case of «Илона» alone
    return not whose and not cases(low).isdisjoint(wanted or ("nomn",))
