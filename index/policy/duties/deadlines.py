"""By when something must be done: wordings of ``dates.toml`` and the day they come to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.policy.duties.due_dates import DUE, Vocabulary
from index.policy.reading import LANGUAGES, Table

UNITS = ("days", "weeks", "month_units", "quarters", "years")
# Rules that tell when a thing begins or how often it comes back, and give no day to be ready by.
UNDATED = frozenset({"recurring", "at-once", "open"})
# «намеченный на 2026 год, перенесён на конец 2027 года»
_FORMER = re.compile(
    r"\b(?:вместо|ранее|прежн|намеч|планировал|первоначальн|instead|originally|вместо|по-рано"
    r"|первоначално|бұрын|орнына)\w*\W(?:\w+\W)?$"
)
_NEAR = 30  # characters before a date in which it is called a former one
_BEFORE, _BEHIND = r"(?<!\w)", r"(?!\w)"
_LISTS = ("months", "numbers", "prefixes", "ordinals", "seasons", "day_words")


class Deadline(NamedTuple):
    """A wording, its place, the day it comes to where it can be known, and by which rule."""

    text: str
    start: int
    end: int
    due: dt.date | None
    rule: str
    former: bool = False  # told as what was planned before
    was: dt.date | None = None  # the day before it was moved


class DateGrammar:
    """The wordings of one language, compiled once."""

    def __init__(self, book: Table) -> None:
        words = {key: book.text(key) for key in (*UNITS, "this", "next")}
        words["year_word"] = book.text("year_word", "")
        lists = {key: book.texts(key) for key in _LISTS}
        self._words = Vocabulary(
            **{key: tuple(map(_whole, texts)) for key, texts in lists.items()},
            units={unit: _whole(words[unit]) for unit in UNITS},
            next=re.compile(words["next"] + "|догодина|келесі жыл"),
        )
        meant = _meant(words, lists)
        self._hints = re.compile(book.text("hints"))
        self._rules = [
            (rule.text("name"), _wording(wording, meant, rule))
            for rule in book.tables("rule")
            for wording in rule.texts("wordings")
        ]
        self._alone = book.text("alone")
        meant = {**meant, "date": _filled(book.text("date"), meant)}
        self._date = _wording(meant["date"], meant, book)
        self._shifts = [_wording(wording, meant, book) for wording in book.texts("shifts")]
        inside = "|".join(_unnamed(rule.pattern) for _, rule in self._rules)
        self._any = re.compile(f"{_BEFORE}(?:{inside}){_BEHIND}")
        for name, _ in self._rules:
            if name not in DUE and name not in UNDATED:
                book.fail("rule", f"«{name}» is no rule: {', '.join((*DUE, *UNDATED))}")

    def might(self, text: str) -> bool:
        """Whether a text has any word of dates at all."""
        return bool(self._hints.search(text.lower().replace("ё", "е")))

    def find(self, text: str, spoken: PartialDate | None) -> list[Deadline]:
        """The deadlines of a text in order; ``spoken`` is when it was said."""
        low = text.lower().replace("ё", "е")
        if not self._hints.search(low):
            return []
        begins = list(self._begins(low))
        taken: list[Deadline] = []
        for rule, wording in self._rules if begins else ():
            for match in _matches(wording, low, begins):
                start, end = match.span()
                if not any(start < other.end and other.start < end for other in taken):
                    due = self._due(rule, match, spoken)
                    former = bool(_FORMER.search(low, max(start - _NEAR, 0), start))
                    taken.append(Deadline(text[start:end], start, end, due, rule, former))
        return sorted(taken, key=lambda deadline: deadline.start)

    def shift(self, text: str, spoken: PartialDate | None) -> Deadline | None:
        """The day to which a deadline was moved, and from which: «с 1 октября на 1 марта»."""
        low = text.lower().replace("ё", "е")
        for wording in self._shifts:
            for match in wording.finditer(low):
                told = match.groupdict()
                now = self.day(told["now"], spoken)
                begin = max(match.start() - _NEAR, 0)
                if now is None or _FORMER.search(low, begin, match.start()):
                    continue
                was = self.day(told.get("was") or "", spoken)
                start, end = match.span()
                day = was.due if was else None
                return now._replace(text=text[start:end], start=start, end=end, was=day)
        return None

    def day(self, date: str, spoken: PartialDate | None) -> Deadline | None:
        """The deadline that a date by itself is: «1 декабря», «конец 2026 года»."""
        found = self.find(self._alone.format(date), spoken) if date else []
        return next((one for one in found if one.due), None)

    def named(self, text: str, spoken: PartialDate | None) -> Deadline | None:
        """The first date in a text, whatever stands before it: «Срок – 1 декабря»."""
        for match in self._date.finditer(text.lower().replace("ё", "е")):
            start, end = match.span()
            dated = [one for one in self.find(text[start:end], spoken) if one.due]
            found = dated[0] if dated else self.day(match[0], spoken)
            if found is not None:
                return found._replace(text=text[start:end], start=start, end=end)
        return next((one for one in self.find(text, spoken) if one.due), None)

    def _begins(self, text: str) -> Iterator[int]:
        """Where a wording begins, those inside others too."""
        match = self._any.search(text)
        while match:
            yield match.start()
            match = self._any.search(text, match.start() + 1)

    def _due(self, rule: str, match: re.Match[str], spoken: PartialDate | None) -> dt.date | None:
        if rule in UNDATED:
            return None
        try:
            return DUE[rule](match.groupdict(), self._words, spoken)
        except (ValueError, OverflowError):  # 31 июня, 99999 дней
            return None


def _matches(wording: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` gives, tried at these places alone."""
    reached = 0
    for place in places:
        match = wording.match(text, place) if place >= reached else None
        if match:
            yield match
            reached = match.end()


def read_grammars(book: Table) -> dict[str, DateGrammar]:
    """The grammars by language; TableError for a slip."""
    return {language: DateGrammar(book.table(language)) for language in LANGUAGES}


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


def _meant(words: Mapping[str, str], lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What the braces of a wording stand for."""
    return {
        "month": _any(lists["months"]),
        "number": _any((r"\d+", *lists["numbers"])),
        "prefix": _any(sorted(lists["prefixes"], key=len, reverse=True)),
        "ordinal": _any(lists["ordinals"]),
        "season": _any(lists["seasons"]),
        "unit": _any(words[unit] for unit in UNITS),
        "day_word": _any(sorted(lists["day_words"], key=len, reverse=True)),
        "year": rf"20\d\d{words['year_word']}?" if words["year_word"] else r"20\d\d",
        "this": words["this"],
        "next": words["next"],
    }


def _any(patterns: Iterable[str]) -> str:
    return "(?:" + ("|".join(patterns) or "(?!)") + ")"


def _unnamed(pattern: str) -> str:
    """The wording without its names and without the bounds that all share, which come dear."""
    return re.sub(r"\?P<\w+>", "?:", pattern.removeprefix(_BEFORE).removesuffix(_BEHIND))


def _wording(wording: str, meant: Mapping[str, str], rule: Table) -> re.Pattern[str]:
    try:
        return re.compile(
            f"{_BEFORE}(?:{_filled(wording, meant)}){_BEHIND}".replace(" ", r"\s+").replace(
                r"\s+?", r"\s*"
            )
        )
    except re.error as broken:
        rule.fail("wordings", f"«{wording}»: {broken}")


def _filled(wording: str, meant: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w*[a-z]\w*)\}", lambda name: meant.get(name[1], name[0]), wording)
