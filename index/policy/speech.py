"""The words by which speech is told, as staff list them in ``speech.toml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from index.language import Token
from index.policy.grammar import FIRST_PERSON, is_first_person, may_be_verb
from index.policy.phrases import after, slots
from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import Look, Scout, where
from index.policy.wordings import Wordings

_SOON = 12  # tokens from the President to «что»
_NEAR = 4  # tokens between «по словам» and whose they are
_FORMS = ("he", "they", "president", "whose", "others", "bodies", "ordered", "prepositions")
_HEADS = frozenset({"глава", "главы", "head"})
_BEING = frozenset({"was", "were", "been", "is", "are", "being", "be", "беше", "бе", "бяха"})
_LABELS = ("asks", "answers", "tells", "speeches", "that")


class Voice(NamedTuple):
    """Who is told to speak: president, another, or he who was named last."""

    who: str  # president, other, body, he or ordered
    token: int  # where it is told


class Manner:
    """How one language tells of speech."""

    def __init__(self, book: Table, language: str, scout: Scout) -> None:
        self._language = language
        self._verbs = Wordings(book, ("said", "by", "his"), language, scout)
        self._led, self._his = (self._verbs.told((key,), scout) for key in ("by", "his"))
        forms = {key: frozenset(book.texts(key)) for key in (*_FORMS, *_LABELS)}
        self._he, self._president, self._whose = forms["he"], forms["president"], forms["whose"]
        self._others = forms["others"] | forms["bodies"] | forms["they"]
        self._bodies, self._ordered = forms["bodies"], forms["ordered"]
        self._prepositions = forms["prepositions"]
        self.asks, self.answers, self.tells = forms["asks"], forms["answers"], forms["tells"]
        self.speeches, self._that = forms["speeches"], forms["that"]
        self._reach = int(book.number("reach"))
        self._goes_on = frozenset(
            lemma
            for wording in book.texts("goes_on")
            for slot in slots(wording, language)
            for lemma in slot
        )
        self._marks = {key: scout.mark() for key in ("president", "ordered", "tells", "goes_on")}
        for key in ("president", "ordered", "tells"):
            scout.watch(self._marks[key], forms=forms[key])
        if language == "ru":
            scout.watch(self._marks["tells"], endings=FIRST_PERSON, test=_is_told_of_self)
        scout.watch(self._marks["goes_on"], lemmas=self._goes_on)
        self._subjects = self._he | self._president | self._others
        own = {
            "pronouns": forms["he"] | forms["they"],
            "others": self._others - forms["they"],
            "named": self._president | self._whose,
        }
        for key, known in own.items():
            self._marks[key] = scout.mark()
            scout.watch(self._marks[key], forms=known)

    def voices(self, tokens: Sequence[Token]) -> list[Voice]:
        """Everyone who is told to speak in a sentence, in order."""
        voices: dict[int, Voice] = {}
        reached = -1
        for find in self._verbs.find(tokens):
            if find.first <= reached:  # «по его словам» holds no other wording
                continue
            reached = find.last
            if find.first and tokens[find.first - 1].form == "to":
                continue  # «ordered the Ministry to set up …»
            if tokens[find.first].form in self._ordered and self._is_done(tokens, find.first):
                continue  # «the Ministry was instructed to …»
            if tokens[find.first].form.startswith("отвеча") and _is_about(tokens, find.first):
                continue  # «отвечает за …», «за это отвечало …»: no speech
            who = self._of(find.kind, tokens, find.first, find.last)
            if who:
                voices.setdefault(find.first, Voice(who, find.first))
        for number in self._where("ordered", self._ordered, tokens):
            voices.setdefault(number, Voice("ordered", number))
        if not voices and (told := self._told_that(tokens)) >= 0:
            return [Voice("president", told)]
        return [voices[number] for number in sorted(voices)]

    def _is_done(self, tokens: Sequence[Token], number: int) -> bool:
        """«Was also instructed»: what is done to somebody; elsewhere the form itself says so."""
        being = any(token.form in _BEING for token in tokens[max(number - 2, 0) : number])
        return being or self._language != "en"

    def _told_that(self, tokens: Sequence[Token]) -> int:
        """«Президент согласился, что …», whatever the verb; -1 where nothing is told so."""
        if not self.has_president(tokens):
            return -1
        subject = self._where("president", self._president, tokens)[0]
        behind = range(subject + 1, min(subject + _SOON, len(tokens)))
        said = next((n for n in behind if tokens[n].form in self._that), -1)
        return said if said > subject + 1 else -1

    def is_named(self, tokens: Sequence[Token]) -> bool:
        """Whether a title names the President, as a subject or as whose the words are."""
        if self.has_president(tokens):
            return True
        whose = [number for number, token in enumerate(tokens) if token.form in self._whose]
        return any(self._is_his(tokens, number) for number in whose)

    def is_president(self, words: Collection[str]) -> bool:
        """Whether the label of a line names the President."""
        return not self._president.isdisjoint(words)

    def might_tell(self, look: Look, *, pronouns: bool = True) -> bool:
        """Whether a passage may tell of a voice, or have the President as a subject.

        Without ``pronouns``, who is named only by one is of no matter.
        """
        marks = self._marks
        if look.might(marks["president"] | marks["ordered"]):
            return True
        subjects = self._led | marks["others"]
        if pronouns:
            subjects |= self._his | marks["pronouns"]
        return look.might(subjects) and self._verbs.might(look)

    def might_name(self, look: Look) -> bool:
        """Whether a passage may name the President in any way."""
        return look.might(self._marks["named"])

    def has_president(self, read: Look | Sequence[Token]) -> bool:
        """Whether the President stands as a subject in a text."""
        if isinstance(read, Look) and not read.might(self._marks["president"]):
            return False
        tokens = read.words if isinstance(read, Look) else read
        named = self._where("president", self._president, tokens)
        return any(
            self._is_his(tokens, number)
            and not (number and tokens[number - 1].form in self._prepositions)
            for number in named
        )

    def goes_on(self, look: Look) -> bool:
        """Whether a passage reads on as what was said: tasks, priorities, what must be."""
        return look.might(self._marks["goes_on"])

    def is_telling(self, look: Look) -> bool:
        """Whether a passage has words of a speaker of his own."""
        return look.might(self._marks["tells"])

    def _where(self, key: str, forms: Collection[str], tokens: Sequence[Token]) -> list[int]:
        return [
            number for number in where(tokens, self._marks[key]) if tokens[number].form in forms
        ]

    def _of(self, kind: str, tokens: Sequence[Token], first: int, last: int) -> str:
        if kind == "his":
            return "he"
        if kind == "by":
            return self._whose_words(tokens, last)
        return self._subject(tokens, first, last)

    def _whose_words(self, tokens: Sequence[Token], last: int) -> str:
        behind = [token.form for token in tokens[after(tokens, last) :][:_NEAR]]
        before = [token.form for token in tokens[max(last - _NEAR, 0) : last]]
        if not self._whose.isdisjoint(behind):
            return "president"
        if not self._whose.isdisjoint(before):
            return "president"
        return "" if self._others.isdisjoint(behind) else "other"

    def _other(self, form: str) -> str:
        return "body" if form in self._bodies else "other"

    def _subject(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """The nearest subject to a verb, behind it or before."""
        around = sorted(
            range(max(first - self._reach, 0), min(last + self._reach, len(tokens))),
            key=lambda number: first - number if number < first else number - last,
        )
        charged = ""
        for number in around:
            form = tokens[number].form
            if form not in self._subjects or first <= number <= last:
                continue
            if number and tokens[number - 1].form in self._prepositions:
                continue
            if form in self._he:
                return "he"
            if form in self._president and self._is_his(tokens, number):
                return "president"
            if number == last + 1 and form.endswith("о"):
                charged = "body"  # «обязал Правительство»: no subject if one stands before
                continue
            return self._other(form)
        return charged

    def _is_his(self, tokens: Sequence[Token], number: int) -> bool:
        """«Глава» and «head» are the President only as head of the state."""
        if tokens[number].form not in _HEADS:
            return True
        near = [token.form for token in tokens[number + 1 : number + 3]]
        if tokens[number].form == "head":
            return near == ["of", "state"]
        before = tokens[number - 1].form if number else ""
        return before.startswith("държав") or " ".join(near).startswith("государств")


def _is_about(tokens: Sequence[Token], number: int) -> bool:
    return any(token.form == "за" for token in tokens[max(number - 3, 0) : number + 2])


def _is_told_of_self(form: str, lemmas: Iterable[str]) -> bool:
    return may_be_verb(lemmas) and is_first_person(form)


def read_manners(book: Table, scout: Scout) -> dict[str, Manner]:
    """The manners by language; TableError for a slip."""
    return {language: Manner(book.table(language), language, scout) for language in LANGUAGES}
