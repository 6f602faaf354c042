"""Who stands as a subject beside a verb of saying, and whose the words behind «по словам» are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language import Token
from index.language.endings import may_be_surname
from index.language.grammar import cases, is_person
from index.language.russian import is_known
from index.policy.phrases import after
from index.policy.reading import Table
from index.policy.speaking.forms import Forms
from index.policy.speaking.lexicon import read_beside
from index.policy.speaking.presidency import Presidency, is_capital
from index.policy.wordings import Cue

_LATIN = re.compile(r"[A-Za-z]")
_NEAR = 4  # tokens between «по словам» and whose they are
_ASIDE = 2  # tokens that a subject before a comma is farther than one behind


class Subjects:
    """How one language shows who acts: the President, another, a body or «he»."""

    def __init__(self, book: Table, language: str) -> None:
        self._language = language
        self.words = read_beside(book)
        self.forms = Forms.read(book, language, self.words)
        self.presidency = Presidency(book, language, self.words)
        self._reach = int(book.number("reach"))

    def may_be_subject(self, form: str) -> bool:
        """Whether a form is listed as that of a subject."""
        return form in self.forms.subjects

    def subject(self, tokens: Sequence[Token], number: int, text: str) -> str:
        """Who a token is as a subject: president, other, body, he or nobody."""
        form = tokens[number].form
        if form not in self.forms.subjects or self.is_led(tokens, number):
            return ""
        if text[tokens[number].end : tokens[number].end + 1] == "-":
            return ""  # «премьер» of «Премьер-министра»
        if form in self.forms.he:
            return "he"
        if form in self.forms.president and self.is_president(tokens, number):
            if self.is_his(tokens, number, text):
                return "president"
            return "" if self.presidency.is_own_name(tokens[number]) else "other"
        return "body" if form in self.forms.bodies else "other"

    def nearest(self, tokens: Sequence[Token], first: int, last: int, text: str) -> str:
        """The nearest subject to a verb, behind it or before."""
        charged = ""
        if first and tokens[first - 1].form in self.words.and_words:
            begins = (self.subject(tokens, n, text) for n in range(first))
            if "president" in begins:  # «Tokayev met ministers and demanded results»
                return "president"
        many = tokens[first].form.endswith(self.words.many)
        for _, number in self._near(tokens, first, last, text):
            who = self.subject(tokens, number, text)
            if (
                who == "body"
                and number == last + 1
                and tokens[number].form.endswith(self.words.neuter)
            ):
                charged = "body"  # «обязал Правительство»: no subject if one stands before
            elif who and not (many and who in {"president", "he"}):
                return who
        return charged

    def _near(
        self, tokens: Sequence[Token], first: int, last: int, text: str
    ) -> list[tuple[int, int]]:
        """How far the listed subjects are, and which; behind «что» or a comma are others'."""
        known, ends = self.forms.subjects, self._language != "kk"
        begin = max(first - self._reach, 0)
        aside = ends and first > 0 and "," in text[tokens[first - 1].end : tokens[first].start]
        farther = _ASIDE if aside else 0  # «Учитель, сказал Токаев, устал»
        near = [(first - n + farther, n) for n in range(begin, first) if tokens[n].form in known]
        comma = text.find(",", tokens[last].end) if ends and first else -1
        for number in range(last + 1, min(last + self._reach, len(tokens))):
            form = tokens[number].form
            if ends and (form in self.forms.that or 0 <= comma < tokens[number].start):
                break
            his = aside and form in self.forms.president
            late = self._reach if self._language == "en" and not his else 0
            if form in known and not (late and form in self.forms.he):
                # «The minister told reporters»; «Bektenov said he would» is not he
                near.append((number - last + late, number))
        near.sort()
        return near

    def is_led(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a name stands behind a preposition: «на президента», «with the President».

        An office and the first names may stand between: "told President Kassym-Jomart Tokayev".
        """
        before = number - 1
        while before > 0 and self._is_of_him(tokens[before]):
            before -= 1
        if self._language == "en" and before > 0 and tokens[before].form == "the":
            before -= 1
        if before > 0 and tokens[before].form.endswith(self.words.adjectives):
            before -= 1  # «на правосъдния министър»
        return before >= 0 and tokens[before].form in self.forms.prepositions

    def _is_of_him(self, token: Token) -> bool:
        return token.form in self.forms.president or self.presidency.is_own_name(token)

    def whose(self, tokens: Sequence[Token], find: Cue, text: str) -> str:
        """Whose words «по словам» and the like lead on to: president, other or nobody."""
        if self._language == "kk":  # «Тоқаевтың айтуынша»: the word before is whose
            number = find.first - 1
            if number < 0 or tokens[number].form not in self.forms.whose:
                return "" if number < 0 else "other"
            return "president" if self.is_his(tokens, number, text) else "other"
        begin = after(tokens, find.last)
        for number in range(begin, min(begin + _NEAR, len(tokens))):
            form = tokens[number].form
            if form in self.forms.whose:
                return "president" if self.is_his(tokens, number, text) else "other"
            if self.is_person_named(tokens[number]):
                return "other"
        before = range(max(find.first - 1, 0), find.first)  # «in Tokayev's view»
        his = any(
            self.is_his(tokens, n, text) for n in before if tokens[n].form in self.forms.whose
        )
        return "president" if his else ""

    def is_named(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """Whether a word with a capital may be of the name of somebody else who acts."""
        token = tokens[number]
        if not is_capital(token, text) or self.presidency.is_his(token):
            return False
        if self.subject(tokens, number, text):
            return False
        if self._language != "ru" or _LATIN.match(token.form):
            return True
        return "nomn" in cases(token.form)

    def may_be_name(self, form: str) -> bool:
        """In Russian a name is unknown to the dictionary or of a person; «Проект» is neither."""
        if self._language != "ru":
            return True
        return not _LATIN.match(form) and (not is_known(form) or is_person(form))

    def name_beside(self, tokens: Sequence[Token], first: int, last: int, text: str) -> int:
        """Where a bare name stands right beside a verb: «Гани Бейсембаев добавил»; or -1."""
        for number, then in ((first - 1, first), (last + 1, last + 1)):
            if not 0 < then < len(tokens) or not is_capital(tokens[number], text):
                continue
            cut = _is_cut(text, tokens[then - 1], tokens[then])
            if not cut and self._is_whole_name(tokens, number, text):
                return number
        return -1

    def _is_whole_name(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """Whether a word is the last of a name; a lone one must be of a person, in Russian."""
        last = tokens[number]
        if not self.is_named(tokens, number, text) or text[last.start : last.end].isupper():
            return False  # «МИИЦР предложил»
        first = number
        while first and is_capital(tokens[first - 1], text):
            if _is_cut(text, tokens[first - 1], tokens[first]):
                break
            first -= 1
        if self.is_led(tokens, first):
            return False  # “the Ministry of Digital Development said”
        if first == number:
            form = last.form
            person = is_person(form) or (may_be_surname(form) and not is_known(form))
            return self._language == "ru" and bool(person)
        return any(self.may_be_name(one.form) for one in tokens[first : number + 1])

    def is_person_named(self, token: Token) -> bool:
        """Whether somebody is listed so, or is a person by a Russian noun: «по словам инженера»."""
        if not self.forms.persons.isdisjoint((token.form, *token.lemmas)):
            return True
        return self._language == "ru" and any(map(is_person, token.lemmas))

    def is_by_him(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """«Президентом поручено», "ordered by the President"."""
        near = range(max(number - _NEAR, 0), min(number + _NEAR, len(tokens)))
        agents = self.forms.agents
        if self._language in {"en", "bg"}:
            led = (n for n in near if n and tokens[n].form in self.forms.whose)
            return any(
                tokens[n - 1 - (tokens[n - 1].form == "the")].form in self.words.by_whom
                and self.is_his(tokens, n, text)
                for n in led
            )
        return any(tokens[n].form in agents and self.is_his(tokens, n, text) for n in near)

    def is_his(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """Whether a form that may name the President, in whatever case, does so here."""
        return self.is_president(tokens, number) and self.presidency.is_ours(tokens, number, text)

    def is_president(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a form that may name a president does: «глава» and «head» as head of a state."""
        if tokens[number].form not in self.forms.presidents:
            return False
        if tokens[number].form not in self.words.heads:
            return True
        near = [token.form for token in tokens[number + 1 : number + 3]]
        form = tokens[number].form
        if form == "head":
            return near == ["of", "state"]
        before, words = tokens[number - 1].form if number else "", self.words
        if form.startswith(words.face):
            first = before.startswith(words.face_before)
            return first and not words.face_behind.isdisjoint(near[:1])
        if before.startswith(words.state_before):
            return True
        # «глава Республики Алтай»: of the two words only the first is the state's
        late = any(one.startswith(words.republic) for one in near)
        return any(one.startswith(words.of_state) for one in near[: 1 if late else 2])


def _is_cut(text: str, first: Token, then: Token) -> bool:
    return text[first.end : then.start] != " "
