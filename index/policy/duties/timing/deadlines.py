"""By when something must be done: wordings of ``dates.toml`` and the day they come to."""

from __future__ import annotations

import datetime as dt
import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.language.letters import plain
from index.language.months import NAMES
from index.policy.duties.timing.due_dates import DUE
from index.policy.duties.timing.vocabulary import (
    UNITS,
    Beside,
    Vocabulary,
    read_adjectives,
    read_holidays,
)
from index.policy.openings import NEVER, REACH, Sought, by_letter, openings
from index.policy.reading import LANGUAGES, Table
from index.policy.remembering import Remembered
from index.policy.wordlists import before_end, read_words

# Rules that tell when a thing begins or how often it comes back, and give no day to be ready by.
UNDATED = frozenset({"recurring", "at-once", "open"})
_WORD_BETWEEN = r"\W(?:\w+\W)?"
_GAP = r"[^.;!?]{1,120}?(?<!\w)"  # between a word that something was moved and its day
_ONES = 9  # numbers that follow tens
_NEAR = 30  # characters before a date in which it is called a former one
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\s")
_AT_ONCE = 16  # clauses of a sentence that are read by more than one rule
_BEFORE, _BEHIND = r"(?<!\w)", r"(?!\w)"
_LISTS = (
    *("numbers", "tens", "prefixes", "ordinals"),
    *("seasons", "day_words", "weekdays"),
)


class Deadline(NamedTuple):
    """A wording, its place, the day it comes to where it can be known, and by which rule."""

    text: str
    start: int
    end: int
    due: dt.date | None
    rule: str
    former: bool = False  # told as what was planned before
    was: dt.date | None = None  # the day before it was moved


class Wording(NamedTuple):
    """One wording of a rule, and the letters it can begin with."""

    rule: str
    pattern: re.Pattern[str]
    openings: frozenset[str]

    @classmethod
    def of(cls, rule: str, wording: str, meant: Mapping[str, str], table: Table) -> Wording:
        """A wording made ready; TableError for a slip."""
        pattern = _wording(wording, meant, table)
        return cls(rule, pattern, openings(_filled(wording, meant)))


class Moves(NamedTuple):
    """How a language tells that a deadline was moved."""

    hints: re.Pattern[str]
    contrasts: tuple[Sought, ...]  # name both days, and need no other word
    shifts: tuple[Sought, ...]  # name both days
    formers: tuple[Sought, ...]  # the day before
    targets: tuple[Sought, ...]  # the day that holds now
    formerly: tuple[Sought, ...]  # in a sentence on the day before
    sooner: tuple[Sought, ...]  # behind it, in one on the day that holds now

    @classmethod
    def of(cls, book: Table, meant: Mapping[str, str]) -> Moves:
        """The wordings of one language; TableError for a slip."""
        words = {**meant, "gap": _GAP, "at": book.text("at"), "old": book.text("old", "") or NEVER}
        lists = (
            tuple(Sought(_wording(wording, words, book)) for wording in book.texts(key))
            for key in cls._fields[1:]
        )
        return cls(book.pattern("hints", book.text("hints")), *lists)

    def might(self, text: str) -> bool:
        """Whether a text may name both days without another word that one was moved."""
        return bool(self.hints.search(text))

    def calls_former(self, text: str) -> bool:
        """Whether a sentence tells what was due before."""
        low = plain(text)
        return any(one.search(low) for one in self.formerly)

    def calls_new(self, text: str) -> bool:
        """Whether a clause tells what is due now, or sooner than planned."""
        low = plain(text)
        return any(one.search(low) for one in self.sooner)


class DateGrammar:
    """The wordings of one language, compiled once."""

    def __init__(self, book: Table, language: str) -> None:
        self.beside = read_words(Beside, book.table("beside"))
        term, being = self.beside.term.pattern, self.beside.being.pattern
        self.term = Sought(re.compile(rf"{term}\s*(?:[–—:-]|{being})\s*([^.!?;]{{1,40}})"))
        self._former = before_end(self.beside.former, _WORD_BETWEEN)
        words = {key: book.text(key) for key in (*UNITS, "this", "next")}
        words |= {key: book.text(key, "") for key in ("year_word", "of_year", "to", "till")}
        lists = {key: book.texts(key) for key in _LISTS}
        lists["months"] = NAMES[language]
        self._words = Vocabulary(
            months=tuple(map(re.compile, NAMES[language])),
            **{key: book.patterns(key) for key in _LISTS},
            holidays=dict(read_holidays(book)),
            adjectives=read_adjectives(book.table("adjectives")),
            units={unit: book.pattern(unit, words[unit]) for unit in UNITS},
            next=book.pattern("next", _any((words["next"], *book.texts("next_year")))),
        )
        named = self._words.holidays.values()
        meant = _meant(words, lists, (name.pattern for name in named))
        meant["adjective"] = _any(self._words.adjectives)
        hints = "|".join((*string.digits, *lists["months"], book.text("hints")))
        self._hints = re.compile(by_letter(hints))
        self._rules = [
            Wording.of(rule.text("name"), wording, meant, rule)
            for rule in book.tables("rule")
            for wording in rule.texts("wordings")
        ]
        self._by_opening: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        for number, one in enumerate(self._rules):
            for opening in one.openings:
                self._by_opening.setdefault(opening, []).append((number, one.pattern))
        self._begins = frozenset(opening[:2] for opening in self._by_opening)
        self._by_letters = Remembered(self._beginning)
        self._of_text = Remembered(self._read, _AT_ONCE)
        self._might = Remembered(self._has_hint, _AT_ONCE)
        self._alone = book.text("alone")
        meant = {**meant, "date": _filled(book.text("date"), meant)}
        self._given, self._span = book.text("given"), _wording(book.text("span"), meant, book)
        self._date = _wording(meant["date"], meant, book)
        self.moves = Moves.of(book.table("moves"), meant)
        for one in self._rules:
            if one.rule not in DUE and one.rule not in UNDATED:
                book.fail("rule", f"«{one.rule}» is no rule: {', '.join((*DUE, *UNDATED))}")

    def might(self, text: str) -> bool:
        """Whether a text has any word of dates at all."""
        return self._might[text]

    def _has_hint(self, text: str) -> bool:
        return self._hints.search(plain(text)) is not None

    def find(self, text: str, spoken: PartialDate | None) -> Sequence[Deadline]:
        """The deadlines of a text in order; ``spoken`` is when it was said."""
        return self._of_text[text, spoken]

    def _read(self, told: tuple[str, PartialDate | None]) -> Sequence[Deadline]:
        text, spoken = told
        low = plain(text)
        taken: list[Deadline] = []
        for rule, match in sorted(self._matches(low), key=_first_rule):
            start, end = match.span()
            if not any(start < other.end and other.start < end for other in taken):
                due = self._due(self._rules[rule].rule, match, spoken)
                former = bool(self._former.search(low, max(start - _NEAR, 0), start))
                name = self._rules[rule].rule
                taken.append(Deadline(text[start:end], start, end, due, name, former))
        return sorted(taken, key=lambda deadline: deadline.start)

    def day(self, date: str, spoken: PartialDate | None) -> Deadline | None:
        """The deadline that a date by itself is: «1 декабря», «конец 2026 года»."""
        found = self.find(self._alone.format(date), spoken) if date else []
        return next((one for one in found if one.due), None)

    def given(self, text: str, spoken: PartialDate | None) -> Deadline | None:
        """The end of the first stretch of time in a text that gives it: «шестьдесят дней»."""
        for match in self._span.finditer(plain(text)):
            found = next((one for one in self.find(self._given.format(match[0]), spoken)), None)
            if found is not None and found.due:
                start, end = match.span()
                return found._replace(text=text[start:end], start=start, end=end)
        return None

    def named(self, text: str, spoken: PartialDate | None) -> Deadline | None:
        """The first date in a text, whatever stands before it: «Срок – 1 декабря»."""
        for match in self._date.finditer(plain(text)):
            start, end = match.span()
            dated = [one for one in self.find(text[start:end], spoken) if one.due]
            found = dated[0] if dated else self.day(match[0], spoken)
            if found is not None:
                return found._replace(text=text[start:end], start=start, end=end)
        return next((one for one in self.find(text, spoken) if one.due), None)

    def _matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """What wordings match, each with its number; only those are tried that may begin so."""
        known = self._by_letters
        for word in _WORD.finditer(text):
            place = word.start()
            for number, wording in known[text[place : place + REACH]]:
                match = wording.match(text, place)
                if match:
                    yield number, match

    def _beginning(self, letters: str) -> Sequence[tuple[int, re.Pattern[str]]]:
        """The wordings that may begin with these letters, with their numbers."""
        pair = letters[:2]
        if pair[1:].isalnum() and pair not in self._begins and pair[0] not in self._begins:
            return ()
        begun = _BLANK.sub(" ", letters)
        if "  " in begun:
            return [(number, one.pattern) for number, one in enumerate(self._rules)]
        return [
            wording
            for length in range(len(begun) + 1)
            for wording in self._by_opening.get(begun[:length], ())
        ]

    def _due(self, rule: str, match: re.Match[str], spoken: PartialDate | None) -> dt.date | None:
        if rule in UNDATED:
            return None
        try:
            return DUE[rule](match.groupdict(), self._words, spoken)
        except (ValueError, OverflowError):  # 31 июня, 99999 дней
            return None


def _first_rule(found: tuple[int, re.Match[str]]) -> tuple[int, int]:
    number, match = found
    return number, match.start()


def read_grammars(book: Table) -> dict[str, DateGrammar]:
    """The grammars by language; TableError for a slip."""
    return {language: DateGrammar(book.table(language), language) for language in LANGUAGES}


def _meant(
    words: Mapping[str, str], lists: Mapping[str, tuple[str, ...]], holidays: Iterable[str]
) -> dict[str, str]:
    """What the braces of a wording stand for."""
    meant = {
        "month": _any(lists["months"]),
        "number": _any((r"\d+", *_tens(lists, "numbers"), *lists["numbers"])),
        "prefix": _any(sorted(_tens(lists, "prefixes") + lists["prefixes"], key=_longest)),
        "ordinal": _any(lists["ordinals"]),
        "season": _any(lists["seasons"]),
        "unit": _any(words[unit] for unit in UNITS),
        "day_word": _any(sorted(lists["day_words"], key=_longest)),
        "weekday": _any(lists["weekdays"]),
        "holiday": _any(holidays),
        "year": rf"20\d\d{words['year_word']}?" if words["year_word"] else r"20\d\d",
        "any_year": rf"(?:20\d\d{words['year_word']}?|\d{{4}}{words['year_word']})",
        "this": words["this"],
        "next": words["next"],
    }
    # «В мае – июне»: of several months the last one counts.
    months = f"(?:{meant['month']}{words['to']})?(?P<month>{meant['month']})"
    return {
        **meant,
        "of_year": _filled(words["of_year"], meant),
        "months": months,
        "till": words["till"],
    }


def _tens(lists: Mapping[str, tuple[str, ...]], key: str) -> tuple[str, ...]:
    """«Сорок пять», «сорокапяти», «forty-five», «четиридесет и пет», and the tens themselves."""
    tens, ones = _any(lists["tens"]), _any(lists[key][:_ONES])
    return (rf"{tens}(?:[ -]| \w )?{ones}", tens) if lists[key] else ()


def _longest(pattern: str) -> int:
    return -len(pattern)


def _any(patterns: Iterable[str]) -> str:
    return "(?:" + ("|".join(patterns) or NEVER) + ")"


def _wording(wording: str, meant: Mapping[str, str], rule: Table) -> re.Pattern[str]:
    written = f"{_BEFORE}(?:{_filled(wording, meant)}){_BEHIND}"
    blank = written.replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    return rule.pattern("wordings", blank, wording)


def _filled(wording: str, meant: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w*[a-z]\w*)\}", lambda name: meant.get(name[1], name[0]), wording)
