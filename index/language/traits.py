"""What a text can be known again by, in its own language or another: names, numbers, things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from index.language.figures import figure
from index.language.months import month_of
from index.language.numerals import begins, numeral
from index.language.sounds import consonants, spelt
from index.language.subjects import COUNTRY, NOTHING, subjects
from index.language.times import month_named, times

_STEM, _SHORTEST = 5, 4  # letters of a word that count; shorter words say little
_NAME, _SCARCE = 4, 3  # consonants of a name that count, and the fewest
_KIN, _FEWEST = 5, 4  # of a word that may have kin in another language
_YEARS = range(1950, 2101)
_HUNDREDS, _LARGE = 100, 100_000
_TELLING = 10  # smaller numbers tell little
_ROUND = 1.5  # digits: so much tell hundreds and thousands
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,!?…»”\"\n%]")
_SCALES = (
    (re.compile("тыс|хиляд|мың|thousand"), 3),
    (re.compile("млн|миллион|милион|million"), 6),
    (re.compile("млрд|миллиард|милиард|billion"), 9),
    (re.compile("трлн|триллион|трилион|trillion"), 12),
)
_PERCENT = re.compile("%|проц|percent|per |пайыз|на сто")
_ENDS = frozenset(".!?…\n")
_CASE = re.compile(r"(?<=[^aeiouyаеиоуыэюя]{2})(?:ом|ым|ем|ами|ах|ого|ому|ой)$")
_KAZAKH_CASE = re.compile(
    r"(?<=\w{4})(?:(?:нда|нде)(?:ғы|гі)?|[дт][ае](?:н|ғы|гі)?|[ғқ]а|[гк]е|[нтд][ыі](?:ң)?|[бпм]ен)$"
)
_DAY, _STRETCH, _MONTH = 0.9, 0.6, 0.3
_COUNTRY = 1.2
_WEIGHTS = {"^": 1.2, "~": 0.9, "@": 0.3, "%": 0.7}


@lru_cache(maxsize=100_000)
def weight(trait: str) -> float:
    """How much a trait tells by its kind; of numbers those of many digits tell most."""
    if trait[0] == "&":
        return _DAY if "-" in trait else _STRETCH if "+" in trait else _MONTH
    if trait.startswith(COUNTRY):
        return _COUNTRY
    if trait[0] != "#":
        return _WEIGHTS.get(trait[0], 1.0)
    number = trait[1:].rstrip("%")
    hundreds = float(number) >= _HUNDREDS
    digits = max(len(re.sub(r"e.*|[.]", "", number).strip("0")), _ROUND * hundreds)
    plain = digits + (number != trait[1:] or "." in number or float(number) >= _LARGE) / 2
    return 0.5 + 0.4 * min(plain, 3)


@dataclass(frozen=True)
class Traits:
    """The traits of a text: those that survive translation, and those of its own language.

    #number, ^name, ~thing, ~~country, @town, &8 a month, &8-1 its day, &+2m a stretch of time;
    %kin, comparable between languages that share words; words of the language itself bare.
    """

    told: frozenset[str]
    words: frozenset[str]
    kin: frozenset[str]
    maybe: frozenset[str] = frozenset()
    """Words that begin sentences, as if they were names: nobody knows from their capital."""

    @cached_property
    def all_told(self) -> frozenset[str]:
        """What survives translation, and what may be names where sentences begin."""
        return self.told | self.maybe

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries alone."""
        return frozenset(trait for trait in self.told if trait.startswith(COUNTRY))

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers alone."""
        return frozenset(trait for trait in self.told if trait[0] == "#")

    def __or__(self, other: Traits) -> Traits:
        """All traits of two texts."""
        return Traits(
            self.told | other.told,
            self.words | other.words,
            self.kin | other.kin,
            self.maybe | other.maybe,
        )


def traits(text: str, language: str) -> Traits:
    """The traits of a text."""
    tokens = _tokens(text)
    told, words, kin = set[str](), set[str](), set[str]()
    read = 0  # behind the last number in words
    for place, token in enumerate(tokens):
        if token[0].isdecimal():
            before = tokens[place - 1] if place else ""
            told.update(_number(token, before, tokens[place + 1 : place + 3], language))
        elif place >= read and begins(token):
            number, length = numeral(tokens, place)
            read = place + length
            told.update(_worded(number, tokens[read : read + 2]))
    maybe = set[str]()
    for token, is_name in _words(tokens):
        for found in _word(token, is_name, language):
            (told if found[0] in "^~@" else kin if found[0] == "%" else words).add(found)
        if not is_name and token[0].isupper():
            maybe.update(name for name in _word(token, True, language) if name[0] == "^")  # noqa: FBT003
    told.update(times(tokens))
    return Traits(frozenset(told), frozenset(words), frozenset(kin), frozenset(maybe))


def written(text: str, language: str, names: Collection[str]) -> list[str]:
    """How a text writes some of its names (^ traits) first, in its order."""
    found: dict[str, str] = {}
    for token, is_name in _words(_tokens(text)) if names else ():
        if is_name:
            for name in _word(token, is_name, language):
                found.setdefault(name, token)
    return [token for name, token in found.items() if name in names]


def _tokens(text: str) -> list[str]:
    """Words, numbers and marks, without who reports it."""
    return _TOKEN.findall(subjects().attribution.sub(" ", text))


def _words(tokens: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Every word, and whether it is written as a name: with a capital within a sentence."""
    begins = True
    for token in tokens:
        if token[0].isalpha():
            yield token, not begins and token[0].isupper()
        begins = token in _ENDS or (begins and not token[0].isalnum())


def _number(token: str, before: str, after: list[str], language: str) -> Iterator[str]:
    follows = " ".join(after).lower()
    plain = re.sub(r"[\u00a0\u202f ]", "", token)
    if language == "en":
        plain = re.sub(r",(?=\d{3}\b)", "", plain)
    value = plain.replace(",", ".").rstrip(".")
    if value.isdecimal() and (month_of(after[0].lower() if after else "") or month_named(before)):
        return
    if value.count(".") > 1:
        return
    scale = _scale(after[0].lower()) if after else 0
    share = "%" if _PERCENT.match(follows) else ""
    number = float(value) * 10**scale
    lone = value.isdecimal() and (len(value) == 1 or figure(value) in _YEARS)
    if scale or share or not lone:
        yield f"#{number:.12g}{share}"


def _worded(number: int, after: list[str]) -> Iterator[str]:
    """A number in words: «три миллиона», «сорок»."""
    scale = _scale(after[0].lower()) if after else 0
    share = "%" if _PERCENT.match(" ".join(after).lower()) else ""
    if number and (scale or share or number >= _TELLING):
        yield f"#{number * 10**scale:.12g}{share}"


@lru_cache(maxsize=20_000)
def _scale(word: str) -> int:
    """The power of ten that a word tells."""
    return next((power for words, power in _SCALES if words.match(word)), 0)


@lru_cache(maxsize=100_000)
def _word(token: str, is_name: bool, language: str) -> tuple[str, ...]:  # noqa: FBT001
    """What one word adds to the traits."""
    word = token.lower()
    known = subjects().told(word)
    if known == NOTHING or len(word) < _SHORTEST or month_named(token):
        return ()
    own = word[:_STEM]
    bones = skeleton(word, language)
    if known is not None and known[0] == "@":
        return (known,)
    if known is not None:
        # «Digital Bridge» in a Russian text is a name, whatever the words mean.
        return (
            (known, own, f"^{bones[:_NAME]}")
            if is_name and _foreign(token, language)
            else (known, own)
        )
    if is_name:
        return (f"^{bones[:_NAME] if len(bones) >= _SCARCE else _sounds(word)}", own)
    if "-" in word:
        return tuple(chain.from_iterable(_word(part, False, language) for part in word.split("-")))  # noqa: FBT003
    return (f"%{bones[:_KIN]}", own) if len(bones) >= _FEWEST else (own,)


def _sounds(word: str) -> str:
    """The beginning of a name of few consonants: «Токио» and «Tokyo» are one."""
    return re.sub("i+", "i", re.sub("[^a-zJ]", "", spelt(word)).replace("y", "i"))[:_NAME]


def _foreign(token: str, language: str) -> bool:
    return language != "en" and token.isascii()


def skeleton(word: str, language: str) -> str:
    """The consonants of a word in Latin, its ending cut off: «Стуббом» and «Stubb» are one."""
    ends = _KAZAKH_CASE if language == "kk" else _CASE
    return consonants(ends.sub("", word.lower()))
