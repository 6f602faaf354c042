"""Who is told to speak beside the words of a passage that are given as they were spoken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.documents.document import Passage, Sentence
from index.language import Token
from index.language.letters import UPPER
from index.policy.scouting import Look, within
from index.policy.speaking import tellers
from index.policy.speaking.names import full_name, ready
from index.policy.speaking.people import People
from index.policy.speaking.quotes import Span, led_off, led_on
from index.policy.speaking.speech import Manner
from index.policy.speaking.talks import Talk

Teller = tuple[str, str]
NOBODY: Teller = ("", "")
_FIRST = re.compile(rf"[{UPPER}][^\W\d_]{{3,}}")  # a surname, if any, with which a sentence opens
_BEGINS = 3  # tokens of a clause that begins with its subject
_SOON = 8  # tokens of a line in which it tells whose the words above are
_NEAR = 3  # tokens from «по словам» to a surname
_UNNAMED = frozenset({"he", "ordered"})


class Attributions:
    """Reads the clauses around direct words: who speaks, and the name if it is another."""

    def __init__(self, manners: Mapping[str, Manner]) -> None:
        self._manners = manners
        ready(manners["ru"].talk)  # the same in each language
        self._tellers = {
            language: tellers.Tellers(manner, language) for language, manner in manners.items()
        }

    def beside(
        self, passage: Passage, look: Look, spans: list[Span], talk: Talk, *, known: bool = False
    ) -> Teller:
        """Who says most of the spans by the clauses beside them, and the name if another."""
        said: list[Teller] = []
        for span in spans:
            said.append(self._of(passage, look, span, talk, known=known))
            if not said[-1][0] and len(said) > 1:
                said[-1] = said[-2]
        first = next((one for one in said if one[0]), NOBODY)
        weights: Counter[str] = Counter()
        for (start, end), one in zip(spans, said, strict=True):
            weights[one[0] or first[0]] += end - start
        if not weights:
            return NOBODY
        most = weights.most_common(1)[0][0]
        return most, next((name for who, name in said if who == most and name), "")

    def _of(self, passage: Passage, look: Look, span: Span, talk: Talk, *, known: bool) -> Teller:
        text, language = passage.text, passage.language or "ru"
        asked: list[tuple[Span, bool]] = []
        if behind := tellers.behind(text, span):
            asked.append((behind[0], known or not behind[1]))
        if before := tellers.before(text, span):
            asked.append((before, known or text[before[1]] == ","))
        bare = language == "bg"
        asked += [(clause, True) for clause in tellers.inside(text, span, bare=bare)]
        for (start, end), sought in asked:
            words = look.within(start, end)
            who = self._tellers[language].beside(words, text, known=sought)
            if who:
                if who != "he":
                    name = self._called(who, text[start:end], language, talk)
                    if not name and self._is_she(words, language):
                        name = self._called(who, text[: span[0]], language, talk)
                    return talk.resolved(who), name
                opened = _sentence(passage, span[1]) if known else span[0]
                return self._named_last(passage, look, opened, talk)
        return NOBODY

    def _is_she(self, words: Sequence[Token], language: str) -> bool:
        """Whether a clause tells who speaks by a pronoun of another: «сказала она»."""
        they = self._manners[language].forms.they
        return any(token.form in they for token in words[:_BEGINS])

    def _called(self, who: str, clause: str, language: str, talk: Talk) -> str:
        """The name of another in a clause; a surname alone is that of whom the text has named."""
        if who != "other":
            return ""
        name = self.name(clause, language)
        if name:
            return name if " " in name else talk.people.full(name) or name
        return talk.people.beside(clause, self._manners[language].forms.prepositions)

    def retold(self, passage: Passage, look: Look, talk: Talk) -> str:
        """The name of another whose words a passage retells; «he» is whom the one before names."""
        language, text = passage.language or "ru", passage.text
        if name := self.name(text, language):
            return name if " " in name else talk.people.full(name) or name
        words = look.words
        voices = self._manners[language].voices(words, text)
        if talk.other and {one.who for one in voices} == {"he"}:
            return talk.other
        others = (one.token for one in voices if one.who == "other")
        beside = (text[one.start : one.end] for n in others for one in _around(words, n))
        return next(filter(None, map(talk.people.full, filter(str.istitle, beside))), "")

    def _named_last(self, passage: Passage, look: Look, end: int, talk: Talk) -> Teller:
        """Who «he» is by the sentences of the passage before an offset; nobody if none names one.

        «По словам эксперта, схемы известны. „…“, – считает он»: the expert, not the President.
        """
        language, text = passage.language or "ru", passage.text
        for sentence in reversed([one for one in passage.sentences if one.start < end]):
            stop = min(sentence.end, end)
            if who := self._last_in(passage, look, sentence, stop, talk):
                return who, self._called(who, text[sentence.start : stop], language, talk)
        who = talk.resolved("he")
        return who, talk.other if who == "other" else ""

    def _last_in(
        self, passage: Passage, look: Look, sentence: Sentence, end: int, talk: Talk
    ) -> str:
        """Who is told of in a sentence before an offset: president, other or nobody."""
        manner, text = self._manners[passage.language or "ru"], passage.text
        words = look.within(sentence.start, end)
        told = [one.who for one in manner.voices(words, text) if one.who not in _UNNAMED]
        if told:
            return "president" if told[-1] == "president" else "other"
        if any(True for _ in manner.presidents(words, text)):
            return "president"
        subjects = (manner.subject(words, number, text) for number in range(len(words)))
        if "other" in subjects or self.opens(passage, look, sentence, talk.people):
            return "other"
        return "president" if manner.of_him(words, text) else ""

    def is_reply(self, passage: Passage, look: Look, talk: Talk) -> bool:
        """Whether one sentence tells few words of his: «Президент ответил: «Проверим»».

        Or they stand before: “Never,” the President replied.
        """
        text, language = passage.text, passage.language or "ru"
        begins = [one.start for one in passage.sentences[1:]]
        if (led := led_on(text)) and not any(start < led for start in begins):
            manner, before = self._manners[language], look.within(0, led)
            told = manner.voices(before, text)
            says = any(token.form.startswith(manner.words.replies) for token in before)
            return says and bool(told) and talk.resolved(told[-1].who) == "president"
        begin = led_off(text)
        if any(start > begin for start in begins):
            return False
        behind = look.within(begin, len(text)) if begin else ()
        who = self._tellers[language].beside(behind, text, known=True)
        return bool(who) and talk.resolved(who) == "president"

    def around(self, passage: Passage, look: Look, spans: list[Span], talk: Talk) -> Teller:
        """Who is told to speak anywhere in the passage outside the spans."""
        manner = self._manners[passage.language or "ru"]
        if not manner.might_tell(look, pronouns=talk.named):
            return NOBODY
        inside = (number for span in spans for number in within(look.words, *span))
        voices = manner.told(look.words.without(inside), passage.text)
        resolved = [talk.resolved(voice.who) for voice in voices if voice.who != "ordered"]
        who = "president" if "president" in resolved else "".join(resolved[:1])
        outer = " ".join(_outer(passage.text, spans))
        return who, self._called(who, outer, passage.language or "ru", talk)

    def asides(self, passage: Passage, look: Look, spans: list[Span]) -> str:
        """Who is told to speak in a clause set off by dashes inside the words."""
        text, language = passage.text, passage.language or "ru"
        manner = self._manners[language]
        for span in spans:
            for start, end in tellers.inside(text, (span[0], len(text)), bare=language == "bg"):
                words = look.within(start, end)
                if who := self._tellers[language].beside(words, text, known=True):
                    return who
                if any(number < _BEGINS for number in manner.presidents(words, text)):
                    return "president"  # «– Где она? – Токаев повернулся к министру»
        return ""

    def below(self, passage: Passage, look: Look) -> str:
        """Whose words above the passage says they are: «Этими словами Президент …»."""
        manner = self._manners[passage.language or "ru"]
        first = passage.sentences[0]
        words = look.within(first.start, first.end)
        if not words or words[0].form not in manner.forms.looks_back:
            return ""
        if any(True for _ in manner.presidents(words[:_SOON], passage.text)):
            return "president"
        who = [one.who for one in manner.voices(words[:_SOON], passage.text)]
        return "other" if who[:1] == ["other"] else ""

    def leading(self, passage: Passage, look: Look, talk: Talk) -> Teller:
        """Whom a line introduces whose words follow: «Токаев обратился к народу:»."""
        language, text = passage.language or "ru", passage.text
        who = self._tellers[language].beside(look.words, text, known=False)
        return talk.resolved(who), self._called(who, text, language, talk)

    def opens(
        self, passage: Passage, look: Look, sentence: Sentence, people: People | None = None
    ) -> bool:
        """Whether a sentence opens with somebody else, whatever it tells of him.

        "Brown promised to come" does where the text has named a John Brown.
        """
        teller, text = self._tellers[passage.language or "ru"], passage.text
        if teller.opens(look, text, sentence.start, sentence.end):
            return True
        first = _FIRST.match(text, sentence.start, sentence.end) if people else None
        return first is not None and people is not None and bool(people.beside(first[0], ()))

    def name(self, text: str, language: str) -> str:
        """The name of somebody in a text who is not the President, or nothing."""
        manner = self._manners[language]
        return full_name(text, manner.presidency.own, language, manner.talk)


def _around(words: Sequence[Token], number: int) -> Sequence[Token]:
    """A word of saying with that before it and those behind: «по словам Мадиева»."""
    return words[max(number - 1, 0) : number + _NEAR]


def _sentence(passage: Passage, end: int) -> int:
    """Where the sentence begins in which words without marks end."""
    return max((one.start for one in passage.sentences if one.start < end), default=0)


def _outer(text: str, spans: Sequence[Span]) -> list[str]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
