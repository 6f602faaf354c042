"""The words by which speech is told, as staff list them in ``speech.toml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from index.language import Token
from index.language.grammar import (
    FIRST_PERSON,
    is_finite_passive,
    is_first_person,
    may_be_verb,
)
from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import Look, Scout, Words, where
from index.policy.speaking.actors import acting
from index.policy.speaking.lexicon import Talk, read_talk
from index.policy.speaking.stances import Stances
from index.policy.speaking.subjects import Subjects
from index.policy.wordings import Cue, Wordings

_SOON = 12  # tokens from the President to «что»


class Voice(NamedTuple):
    """Who is told to speak: president, another, or he who was named last."""

    who: str  # president, other, body, he or ordered
    token: int  # where it is told


class Manner(Subjects):
    """How one language tells of speech."""

    def __init__(self, book: Table, language: str, talk: Talk, scout: Scout) -> None:
        super().__init__(book, language)
        self.talk = talk  # the same in each language
        self._stances = Stances(book, language, self.words, scout)
        self._verbs = Wordings(book, ("deeds", "said", "by", "his", "orders"), language, scout)
        self._led, self._his = (self._verbs.told((key,), scout) for key in ("by", "his"))
        self._ordered = self._verbs.told(("orders",), scout)
        self._marks = self._marked(scout, book)

    def _marked(self, scout: Scout, book: Table) -> dict[str, int]:
        """The marks that the scout puts on the words of each kind."""
        forms = self.forms
        watched = {
            "president": forms.president,
            "ordered": forms.ordered,
            "tells": forms.tells,
            "pronouns": forms.he | forms.they,
            "others": forms.others | forms.bodies,
            "named": forms.named,
            "presidents": forms.presidents,
            "possessive": frozenset(book.texts("possessive")),
        }
        marks = {key: scout.mark() for key in (*watched, "goes_on")}
        for key, known in watched.items():
            scout.watch(marks[key], forms=known)
        if self._language == "ru":
            scout.watch(marks["tells"], endings=FIRST_PERSON, test=_is_told_of_self)
        scout.watch(marks["goes_on"], lemmas=forms.goes_on)
        return marks

    def voices(self, tokens: Sequence[Token], text: str) -> Sequence[Voice]:
        """Everyone who is told to speak in a sentence of the text, in order."""
        if not isinstance(tokens, Words):
            return self._voices(tokens, text)
        found: Sequence[Voice] | None = tokens.found.get(self)
        if found is None:
            found = tokens.found[self] = self._voices(tokens, text)
        return found

    def _voices(self, tokens: Sequence[Token], text: str) -> Sequence[Voice]:
        voices: dict[int, Voice] = {}
        reached = -1
        deeds: set[int] = set()
        for find in self._verbs.find(tokens):
            if find.first <= reached:  # «по его словам» holds no other wording
                continue
            reached = find.last
            if find.kind == "deeds":  # «заседание назначено на октябрь»
                deeds.update(range(find.first, find.last + 1))
            if self._is_no_speech(find, tokens):
                continue
            if who := self._of(find, tokens, text):
                voices.setdefault(find.first, Voice(who, find.first))
        for number in self._where("ordered", self.forms.ordered, tokens):
            if number in deeds:
                continue
            if not self._is_done(tokens, number) and number and number not in voices:
                continue  # «the staff never asked them»
            who = "president" if self.is_by_him(tokens, number, text) else "ordered"
            voices.setdefault(number, Voice(who, number))
        if not voices and (told := self._told_that(tokens, text)) >= 0:
            return [Voice("president", told)]
        return [voices[number] for number in sorted(voices)]

    def _is_no_speech(self, find: Cue, tokens: Sequence[Token]) -> bool:
        form = tokens[find.first].form
        if find.first and tokens[find.first - 1].form == "to":
            return True  # «ordered the Ministry to set up …»
        then = tokens[find.last + 1].form if find.last + 1 < len(tokens) else ""
        if then in self.words.by_whom and self.words.asking.match(form):
            return True  # “Asked by a journalist, he …”
        if form in self.forms.asides or form in self.forms.owes or find.kind == "deeds":
            return True  # «напомним»; «Министерство обязано»; «возложил цветы»
        if form in self.forms.ordered and self._is_done(tokens, find.first):
            return True  # «the Ministry was instructed to …»
        # «отвечает за …», «за это отвечало …»
        return form.startswith(self.words.answering) and self._is_about(tokens, find.first)

    def _is_about(self, tokens: Sequence[Token], number: int) -> bool:
        known = self.words.answered_for
        return any(token.form in known for token in tokens[max(number - 3, 0) : number + 2])

    def told(self, tokens: Sequence[Token], text: str) -> Sequence[Voice]:
        """The voices of a sentence, and the President's where it tells what he thinks or wants."""
        voices = self.voices(tokens, text)
        if any(voice.who == "president" for voice in voices):
            return voices
        others = any(voice.who in {"other", "body"} for voice in voices)
        if (number := self.stance(tokens, text, others=others)) >= 0:
            return [*voices, Voice("president", number)]
        if not voices and (number := self._stances.own(tokens, text, self.forms.he)) >= 0:
            return [Voice("he", number)]
        return voices

    def stance(self, tokens: Sequence[Token], text: str, *, others: bool = False) -> int:
        """Where a sentence tells what the President thinks or wants without saying so, or -1."""
        if not (named := self.of_him(tokens, text)):
            return -1
        subjects = frozenset(self.presidents(tokens, text))
        return self._stances.find(tokens, text, named, subjects, others=others)

    def of_him(self, tokens: Sequence[Token], text: str) -> list[int]:
        """Where a sentence names the President, in any case."""
        return [
            number
            for number in self._where("named", self.forms.named, tokens)
            if self.is_his(tokens, number, text) or self.presidency.is_owner(tokens, number)
        ]

    def _is_done(self, tokens: Sequence[Token], number: int) -> bool:
        """«Was also instructed»: what is done to somebody; elsewhere the form itself says so."""
        being = any(token.form in self.words.being for token in tokens[max(number - 2, 0) : number])
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
        owner = self.forms.owner
        found = (number for number, token in enumerate(tokens) if token.form in owner)
        return next((number for number in found if self.is_his(tokens, number, text)), -1)

    def other(self, tokens: Sequence[Token], text: str) -> int:
        """Where a title first names somebody else by an office, in whatever case; or -1."""
        for number, token in enumerate(tokens):
            if token.form in self.forms.owner:
                if not self.is_his(tokens, number, text):
                    return number
            elif not self.forms.persons.isdisjoint((token.form, *token.lemmas)):
                return number
        return -1

    def might_tell(self, look: Look, *, pronouns: bool = True) -> bool:
        """Whether a passage may tell of a voice, or name the President.

        Without ``pronouns``, who is named only by one is of no matter.
        """
        marks = self._marks
        sure, subjects = marks["named"] | marks["ordered"], self._led
        if pronouns:
            sure |= marks["possessive"] | self._ordered
            subjects |= self._his | marks["pronouns"]
        if look.might(sure):
            return True
        return look.might(subjects | marks["others"]) and self.might_say(look)

    def might_say(self, look: Look) -> bool:
        """Whether a passage may have a verb of saying."""
        return self._verbs.might(look)

    def might_say_he(self, look: Look) -> bool:
        """Whether a passage may tell of somebody as «he»."""
        return look.might(self._his | self._marks["pronouns"] | self._marks["possessive"])

    def may_be_presidents(self, tokens: Sequence[Token]) -> list[int]:
        """Where a president is named in any case, ours or another."""
        return self._where("presidents", self.forms.presidents, tokens)

    def might_name(self, look: Look) -> bool:
        """Whether a passage may name the President in any way."""
        return look.might(self._marks["named"])

    def names_him(self, look: Look, text: str) -> bool:
        """Whether a passage names the President in any case."""
        if not self.might_name(look):
            return False
        tokens = look.words
        return any(
            tokens[number].form not in self.words.heads or self.is_his(tokens, number, text)
            for number in self._where("named", self.forms.named, tokens)
        )

    def has_person(self, tokens: Sequence[Token]) -> bool:
        """Whether somebody acts whom only a Russian noun shows to be one: «встал слесарь»."""
        if self._language != "ru":
            return False
        return acting(tokens, self.forms.named, self.words.many)

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
            if self.is_his(tokens, number, text) and not self.is_led(tokens, number):
                yield number

    def goes_on(self, look: Look) -> bool:
        """Whether a passage reads on as what was said: tasks, priorities, what must be."""
        return look.might(self._marks["goes_on"])

    def performs(self, look: Look) -> bool:
        """Whether somebody orders or asks in a passage by saying so: «поручаю», «прошу»."""
        if not look.might(self._marks["tells"]):
            return False
        return any(token.form in self.forms.performs for token in look.words)

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
        if find.kind == "orders":
            return "ordered"
        if find.kind == "by":
            return self.whose(tokens, find, text)
        who = self.nearest(tokens, find.first, find.last, text)
        if who in {"other", "body"}:
            return who
        named = self.name_beside(tokens, find.first, find.last, text)
        passive = self._language == "ru" and (named >= 0 or (not who and find.last > find.first))
        if passive and is_finite_passive(tokens[find.first].form):
            return who or ("ordered" if find.last > find.first else "")  # «поставлена задача»
        return "other" if named >= 0 and (not who or named < find.first) else who

    def has_verb(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of saying stands in a clause."""
        return any(find.kind == "said" for find in self._verbs.find(tokens))


def _is_told_of_self(form: str, lemmas: Iterable[str]) -> bool:
    return may_be_verb(lemmas) and is_first_person(form)


def read_manners(book: Table, scout: Scout) -> dict[str, Manner]:
    """The manners by language; TableError for a slip."""
    books = {language: book.table(language) for language in LANGUAGES}
    talk = read_talk(books.values())
    return {language: Manner(books[language], language, talk, scout) for language in LANGUAGES}
