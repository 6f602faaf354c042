"""Names of people as they stand in a text, without offices, countries and bodies beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import takewhile

from index.language.declension import in_nominative
from index.language.endings import KK_OF_WHOM, may_be_surname
from index.language.grammar import cases, is_first_name, is_person
from index.language.known_words import is_known
from index.language.letters import UPPER
from index.language.russian import lemmas
from index.policy.openings import Sought
from index.policy.speaking.lexicon import Talk
from index.policy.wordlists import before_end

_WORD = rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)?\s?)*[{UPPER}][\w’'-]+"
_LATIN = re.compile(r"[A-Za-z]")
_PAIR = 2
_LONG = 6  # letters of «ТОКАЕВ»
_KEPT = 3  # words of a name: with a patronymic


@cache
def _runs(particles: frozenset[str]) -> re.Pattern[str]:
    """Words with capitals one after another, and particles between them: «Урсула фон дер Ляйен»."""
    between = "|".join(particles)
    behind = rf"(?:(?:[ \u00a0](?:{between}))*[ \u00a0]{_WORD})"
    return re.compile(rf"(?<![«„“\"\w])\b{_WORD}{behind}*(?![»”“\"])")


def ready(talk: Talk) -> None:
    """Make the patterns, so that no text waits for them."""
    _runs(talk.particles), _led(talk), _whose(talk)


def full_name(text: str, own: Collection[str], language: str, talk: Talk) -> str:
    """The first name of somebody who is not one of ``own`` (beginnings of words), or nothing.

    One word is a name only behind an office: «министр Мадиев».
    """
    led, genitive = _led(talk), _whose(talk)
    for run in _runs(talk.particles).finditer(text):
        for words, titled in _parts(text, run, talk):
            if len(words) < _PAIR and not titled:
                continue
            name = _trimmed(words, language, talk, led=bool(led.search(text, 0, run.start())))
            of_whom = language == "ru" and bool(genitive.search(text.lower(), 0, run.start()))
            if of_whom:
                bare = len(words) == _PAIR and not titled  # no country stands before the name
                name = in_nominative(words if bare else name)
            if len(name) == 1 and not (_LATIN.match(name[0]) or may_be_surname(words[-1].lower())):
                continue  # «аким Шымкента должен»
            enough = len(name) > 1 or (name and titled)
            if enough and not any(word.lower().startswith(tuple(own)) for word in name):
                return " ".join(name[-_KEPT - sum(word in talk.particles for word in name) :])
    return ""


def _led(talk: Talk) -> Sought:
    return before_end(talk.led, r"\s")


def _whose(talk: Talk) -> Sought:
    return before_end(talk.genitive, r"\s[^.,;:!?«»]*")


def _parts(text: str, run: re.Match[str], talk: Talk) -> Iterator[tuple[list[str], bool]]:
    """The words between the offices of a run, and whether an office stands before them."""
    lead = text[: run.start()].split()
    before = lead[-1].lower() if lead else ""
    titled = before not in talk.no_offices and bool(talk.titles.fullmatch(before))
    words: list[str] = []
    for word in run[0].split():
        if talk.titles.fullmatch(word.lower()):
            yield words, titled
            words, titled = [], word.lower() not in talk.no_offices
        else:
            words.append(word)
    yield words, titled


def _trimmed(words: list[str], language: str, talk: Talk, *, led: bool) -> list[str]:
    """Without what is no name at its beginning: «Узбекистана Шавкат Мирзиёев»."""
    bodies = [number for number, word in enumerate(words) if talk.bodies.fullmatch(word.lower())]
    if language == "kk" and bodies and bodies[0] >= _PAIR:
        words = words[: bodies[0]]  # «Шавкат Мирзиёев Үкіметке тапсырды»
    elif bodies:
        return []
    if led and len(words) > _PAIR:
        words = words[1:]  # «на България Румен Радев»
    cyrillic = [word for word in words if not _LATIN.match(word)]
    words = cyrillic if len(cyrillic) > 1 else words  # «Nvidia Дженсен Хуанг»
    while len(words) > 1 and words[0].isupper() and not (words[1].isupper() or "." in words[0]):
        words = words[1:]  # «глава МВФ Кристалина Георгиева», «министр ИИ Мадиев»
    if language == "kk" and words and words[-1].endswith(KK_OF_WHOM):
        words = [*words[:-1], words[-1][: -len(KK_OF_WHOM[0])]]  # «Болат Сәрсеновтің айтуынша»
    if len(words) == 1 and words[0].isupper() and len(words[0]) < _LONG:
        return []  # «администрация президента США»
    if language == "ru":
        words = words[sum(1 for _ in takewhile(_is_noun, words[:-_PAIR])) :]  # «Фермер Иван Шмидт»
    least = max(min(_PAIR, len(words) - 1), 0)  # «Италии Джорджа Мелони»
    while language == "ru" and len(words) > least and not _may_name(words[0], talk):
        words = words[1:]
    if language == "ru" and words and not _may_name(words[-1], talk, "nomn", "gent"):
        return []  # «ответил министру Ж. Мадиеву»
    return words


def _is_noun(word: str) -> bool:
    """Whether a word at the beginning of a sentence is one of the dictionary, and no first name."""
    low = word.lower()
    return is_known(low) and not is_first_name(low)


def _may_name(word: str, talk: Talk, *wanted: str) -> bool:
    if "." in word or _LATIN.match(word):
        return True
    whose = word.endswith(talk.whose)  # «Германии Фридрих Мерц»
    low = word.lower()
    if not wanted and any(map(is_person, lemmas(low))):
        return True  # «Илон» is a case of «Илона» alone
    return not whose and not cases(low).isdisjoint(wanted or ("nomn",))
