"""The words by which speech is told, as staff list them in ``speech.toml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from index.language import Token
from index.policy.grammar import FIRST_PERSON, is_first_person, is_person, may_be_verb
from index.policy.phrases import after
from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import Look, Scout, where
from index.policy.speaking.forms import HEADS, Forms
from index.policy.speaking.presidency import Presidency
from index.policy.wordings import Cue, Wordings

_SOON = 12  # tokens from the President to «что»
_NEAR = 4  # tokens between «по словам» and whose they are
_BEING = frozenset({"was", "were", "been", "is", "are", "being", "be", "беше", "бе", "бяха"})


class Voice(NamedTuple):
    """Who is told to speak: president, another, or he who was named last."""

    who: str  # president, other, body, he or ordered
    token: int  # where it is told


class Manner:
    """How one language tells of speech."""

    def __init__(self, book: Table, language: str, scout: Scout) -> None:
        self._language = language
        self.forms = Forms.read(book, language)
        self.presidency = Presidency(book, language)
        self._reach = int(book.number("reach"))
        self._verbs = Wordings(book, ("said", "by", "his"), language, scout)
        self._led, self._his = (self._verbs.told((key,), scout) for key in ("by", "his"))
        self._marks = self._marked(scout)

    def _marked(self, scout: Scout) -> dict[str, int]:
        """The marks that the scout puts on the words of each kind."""
        forms = self.forms
        watched = {
            "president": forms.president,
            "ordered": forms.ordered,
            "tells": forms.tells,
            "pronouns": forms.he | forms.they,
            "others": forms.others | forms.bodies,
            "named": forms.president | forms.whose,
        }
        marks = {key: scout.mark() for key in (*watched, "goes_on")}
        for key, known in watched.items():
            scout.watch(marks[key], forms=known)
        if self._language == "ru":
            scout.watch(marks["tells"], endings=FIRST_PERSON, test=_is_told_of_self)
        scout.watch(marks["goes_on"], lemmas=forms.goes_on)
        return marks

    def voices(self, tokens: Sequence[Token], text: str) -> list[Voice]:
        """Everyone who is told to speak in a sentence of the text, in order."""
        voices: dict[int, Voice] = {}
        reached = -1
        for find in self._verbs.find(tokens):
            if find.first <= reached:  # «по его словам» holds no other wording
                continue
            reached = find.last
            if find.first and tokens[find.first - 1].form == "to":
                continue  # «ordered the Ministry to set up …»
            if tokens[find.first].form in self.forms.ordered and self._is_done(tokens, find.first):
                continue  # «the Ministry was instructed to …»
            if tokens[find.first].form.startswith("отвеча") and _is_about(tokens, find.first):
                continue  # «отвечает за …», «за это отвечало …»: no speech
            who = self._of(find, tokens, text)
            if who:
                voices.setdefault(find.first, Voice(who, find.first))
        for number in self._where("ordered", self.forms.ordered, tokens):
            voices.setdefault(number, Voice("ordered", number))
        if not voices and (told := self._told_that(tokens, text)) >= 0:
            return [Voice("president", told)]
        return [voices[number] for number in sorted(voices)]

    def _is_done(self, tokens: Sequence[Token], number: int) -> bool:
        """«Was also instructed»: what is done to somebody; elsewhere the form itself says so."""
        being = any(token.form in _BEING for token in tokens[max(number - 2, 0) : number])
        return being or self._language != "en"

    def _told_that(self, tokens: Sequence[Token], text: str) -> int:
        """«Президент согласился, что …», whatever the verb; -1 where nothing is told so."""
        subject = next(self.presidents(tokens, text), -1)
        if subject < 0:
            return -1
        behind = range(subject + 1, min(subject + _SOON, len(tokens)))
        said = next((n for n in behind if tokens[n].form in self.forms.that), -1)
        return said if said > subject + 1 else -1

    def named(self, tokens: Sequence[Token], text: str) -> int:
        """Where a title first names the President, as a subject or as whose it is; or -1."""
        known = self.forms.president | self.forms.whose
        found = (number for number, token in enumerate(tokens) if token.form in known)
        return next((number for number in found if self._is_his(tokens, number, text)), -1)

    def other(self, tokens: Sequence[Token], text: str) -> int:
        """Where a title first names somebody else by an office, in whatever case; or -1."""
        for number, token in enumerate(tokens):
            if token.form in self.forms.president | self.forms.whose:
                if not self._is_his(tokens, number, text):
                    return number
            elif not self.forms.persons.isdisjoint((token.form, *token.lemmas)):
                return number
        return -1

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

    def might_say_he(self, look: Look) -> bool:
        """Whether a passage may tell of somebody as «he»."""
        return look.might(self._his | self._marks["pronouns"])

    def might_name(self, look: Look) -> bool:
        """Whether a passage may name the President in any way."""
        return look.might(self._marks["named"])

    def has_president(self, read: Look | Sequence[Token], text: str) -> bool:
        """Whether the President stands as a subject in a text."""
        if isinstance(read, Look) and not read.might(self._marks["president"]):
            return False
        return any(
            True for _ in self.presidents(read.words if isinstance(read, Look) else read, text)
        )

    def is_only_he(self, tokens: Sequence[Token]) -> bool:
        """Whether a label that names him is of no aide of his: «Председатель К. Токаев»."""
        last = tokens[-1]
        known = last.form in self.forms.president or self.presidency.is_his(last)
        return known or len(last.form) == 1

    def presidents(self, tokens: Sequence[Token], text: str) -> Iterator[int]:
        """Where the President stands as a subject."""
        for number in self._where("president", self.forms.president, tokens):
            if self._is_his(tokens, number, text) and not self.is_led(tokens, number):
                yield number

    def goes_on(self, look: Look) -> bool:
        """Whether a passage reads on as what was said: tasks, priorities, what must be."""
        return look.might(self._marks["goes_on"])

    def is_telling(self, look: Look, text: str) -> str:
        """Whether a passage has words of a speaker of his own: "I", "we" or nothing."""
        if not look.might(self._marks["tells"]):
            return ""
        tokens = look.words
        told = [tokens[number] for number in where(tokens, self._marks["tells"])]
        if self._language == "en":  # «exports to the US»
            told = [
                one for one in told if not text[one.start : one.end].isupper() or one.form == "i"
            ]
        if any(one.form not in self.forms.ours for one in told):
            return "I"
        return "we" if told else ""

    def _where(self, key: str, forms: Collection[str], tokens: Sequence[Token]) -> list[int]:
        return [
            number for number in where(tokens, self._marks[key]) if tokens[number].form in forms
        ]

    def _of(self, find: Cue, tokens: Sequence[Token], text: str) -> str:
        if find.kind == "his":
            return "he"
        if find.kind == "by":
            return self._whose_words(tokens, find, text)
        return self._subject(tokens, find.first, find.last, text)

    def _whose_words(self, tokens: Sequence[Token], find: Cue, text: str) -> str:
        if self._language == "kk":  # «Тоқаевтың айтуынша»: the word before is whose
            number = find.first - 1
            if number < 0 or tokens[number].form not in self.forms.whose:
                return "" if number < 0 else "other"
            return "president" if self._is_his(tokens, number, text) else "other"
        begin = after(tokens, find.last)
        for number in range(begin, min(begin + _NEAR, len(tokens))):
            form = tokens[number].form
            if form in self.forms.whose:
                return "president" if self._is_his(tokens, number, text) else "other"
            if self._is_person(tokens[number]):
                return "other"
        before = range(max(find.first - 1, 0), find.first)  # «in Tokayev's view»
        his = any(
            self._is_his(tokens, n, text) for n in before if tokens[n].form in self.forms.whose
        )
        return "president" if his else ""

    def _is_person(self, token: Token) -> bool:
        """Whether somebody is listed so, or is a person by a Russian noun: «по словам инженера»."""
        if not self.forms.persons.isdisjoint((token.form, *token.lemmas)):
            return True
        return self._language == "ru" and any(map(is_person, token.lemmas))

    def has_verb(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of saying stands in a clause."""
        return any(find.kind == "said" for find in self._verbs.find(tokens))

    def may_be_subject(self, form: str) -> bool:
        """Whether a form is listed as that of a subject."""
        return form in self.forms.subjects

    def subject(self, tokens: Sequence[Token], number: int, text: str) -> str:
        """Who a token is as a subject: president, other, body, he or nobody."""
        form = tokens[number].form
        if form not in self.forms.subjects or self.is_led(tokens, number):
            return ""
        if form in self.forms.he:
            return "he"
        if form in self.forms.president and self._is_president(tokens, number):
            return "president" if self._is_his(tokens, number, text) else "other"
        return "body" if form in self.forms.bodies else "other"

    def _subject(self, tokens: Sequence[Token], first: int, last: int, text: str) -> str:
        """The nearest subject to a verb, behind it or before."""
        charged = ""
        for _, number in self._near(tokens, first, last, text):
            who = self.subject(tokens, number, text)
            if who == "body" and number == last + 1 and tokens[number].form.endswith("о"):
                charged = "body"  # «обязал Правительство»: no subject if one stands before
            elif who:
                return who
        return charged

    def _near(
        self, tokens: Sequence[Token], first: int, last: int, text: str
    ) -> list[tuple[int, int]]:
        """How far the listed subjects are, and which; behind «что» or a comma are others'."""
        known, ends = self.forms.subjects, self._language != "kk"
        begin = max(first - self._reach, 0)
        near = [(first - n, n) for n in range(begin, first) if tokens[n].form in known]
        comma = text.find(",", tokens[last].end) if ends and first else -1
        for number in range(last + 1, min(last + self._reach, len(tokens))):
            form = tokens[number].form
            if ends and (form in self.forms.that or 0 <= comma < tokens[number].start):
                break
            if form in known:
                near.append((number - last, number))
        near.sort()
        return near

    def is_led(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a name stands behind a preposition: «на президента», «with the President»."""
        before = number - 1
        if self._language == "en" and before > 0 and tokens[before].form == "the":
            before -= 1
        return before >= 0 and tokens[before].form in self.forms.prepositions

    def _is_his(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        return self._is_president(tokens, number) and self.presidency.is_ours(tokens, number, text)

    def _is_president(self, tokens: Sequence[Token], number: int) -> bool:
        """«Глава» and «head» are a president only as head of a state."""
        if tokens[number].form not in HEADS:
            return True
        near = [token.form for token in tokens[number + 1 : number + 3]]
        if tokens[number].form == "head":
            return near == ["of", "state"]
        before = tokens[number - 1].form if number else ""
        ours = any(form.startswith(("государств", "казахстан")) for form in near)
        return before.startswith("държав") or ours


def _is_about(tokens: Sequence[Token], number: int) -> bool:
    return any(token.form == "за" for token in tokens[max(number - 3, 0) : number + 2])


def _is_told_of_self(form: str, lemmas: Iterable[str]) -> bool:
    return may_be_verb(lemmas) and is_first_person(form)


def read_manners(book: Table, scout: Scout) -> dict[str, Manner]:
    """The manners by language; TableError for a slip."""
    return {language: Manner(book.table(language), language, scout) for language in LANGUAGES}
