"""Orders of other countries' leaders, told by surname or office, are to bodies of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from index.documents.document import Mention, Passage, Sentence, Speaker
from index.language import Token
from index.language.grammar import cases
from index.policy.reading import LANGUAGES
from index.policy.scouting import Look, Scout
from index.policy.speaking.outsiders import Outsiders
from index.policy.speaking.quotes import Span
from index.policy.speaking.speech import Manner

_OPENING = 3  # tokens with which a sentence names an office of another country
_BESIDE = 6  # tokens from a leader to his verb: «Путин вчера вечером поручил»
_BREAKS = frozenset(".,;:!?–—«»„“”()")
_TELLERS = frozenset({"reporter", "indirect"})  # whose words are those of the text


class Leaders:
    """Tells the sentences in which a leader of another country, not ours, charges somebody."""

    def __init__(self, outsiders: Outsiders, shared: Collection[str], scout: Scout) -> None:
        """Take who tells an outsider, and the ids of bodies that other countries have as well."""
        self._outsiders, self._shared = outsiders, frozenset(shared)
        self._commands = {language: scout.mark() for language in LANGUAGES}
        for language, mark in self._commands.items():
            scout.watch(mark, beginnings=outsiders.manner(language).words.commands)

    def orders(self, passage: Passage, look: Look) -> list[Span]:
        """What a leader of another country orders, where nobody of ours stands beside him."""
        if passage.speaker.role not in _TELLERS or not self._might(passage, look):
            return []
        return list(self._orders(passage, look))

    def without_theirs(self, passage: Passage, look: Look) -> Passage:
        """The passage without bodies charged by a leader of another country: they are his."""
        if not any(one.agency in self._shared for one in passage.agencies):
            return passage
        spans = self.orders(passage, look)
        if not spans:
            return passage
        kept = tuple(one for one in passage.agencies if not self._is_theirs(one, spans))
        alone = len(spans) == len(passage.sentences)  # nobody else tells anything
        speaker = Speaker() if alone and passage.speaker.role == "indirect" else passage.speaker
        return passage.having(agencies=kept, speaker=speaker)

    def _is_theirs(self, mention: Mention, spans: Sequence[Span]) -> bool:
        return mention.agency in self._shared and any(
            start <= mention.start < end for start, end in spans
        )

    def _might(self, passage: Passage, look: Look) -> bool:
        return look.might(self._commands.get(passage.language, self._commands["ru"]))

    def _orders(self, passage: Passage, look: Look) -> Iterator[Span]:
        for sentence in passage.sentences:
            own = look.within(sentence.start, sentence.end)
            manner, text = self._outsiders.manner(sentence.language), passage.text
            home = manner.words.of_state
            if any(token.form.startswith(home) for token in own) or manner.of_him(own, text):
                continue
            if any(map(manner.presidency.is_his, own)):  # "of Kazakhstan", "Kazakh"
                continue
            subject = self._subject(text, own, sentence)
            verb = _command(text, own, subject, manner, sentence.language) if subject >= 0 else -1
            if verb >= 0 and (end := _end(text, own, verb, manner)) > 0:
                yield sentence.start, min(end, sentence.end)

    def _subject(self, text: str, own: Sequence[Token], sentence: Sentence) -> int:
        """The last token of the leader with whom a sentence begins, or -1."""
        manner = self._outsiders.manner(sentence.language)
        for number in range(min(_OPENING, len(own))):
            if manner.subject(own, number, text) != "other" or _has_name(own, number, manner):
                continue
            if self._outsiders.is_abroad(text, own, number, sentence.language):
                nominative = sentence.language != "ru" or "nomn" in cases(own[number].form)
                return number if nominative else -1
        number = int(bool(own) and own[0].form in manner.forms.presidents)
        known, last = manner.words.leaders | manner.words.leaders_called, -1
        while number < len(own) and own[number].form in known:
            last = number if own[number].form in manner.words.leaders else last
            number += 1
        return last


def _has_name(own: Sequence[Token], number: int, manner: Manner) -> bool:
    """Whether an office has but a surname behind it, ours may have it: «министр Жапаров»."""
    if own[number].form in manner.forms.presidents or number + 1 >= len(own):
        return False
    return own[number + 1].form in manner.words.leaders


def _command(text: str, own: Sequence[Token], subject: int, manner: Manner, language: str) -> int:
    """The verb by which a subject charges somebody, or -1; the Kazakh one stands last."""
    for number in range(subject + 1, len(own)):
        if own[number].form in manner.words.and_words or _is_cut(text, own, number - 1):
            return -1
        if own[number].form.startswith(manner.words.commands):
            return number
        if number - subject > _BESIDE and language != "kk":
            return -1
    return -1


def _end(text: str, own: Sequence[Token], verb: int, manner: Manner) -> int:
    """Where an order ends: before who tells of it; 0 where somebody else orders behind."""
    for number in range(verb, len(own) - 1):
        if not _is_cut(text, own, number):
            continue
        rest = own[number + 1 :]
        if any(token.form.startswith(manner.words.commands) for token in rest):
            return 0
        aside = ";" in text[own[number].end : rest[0].start]
        if aside or manner.has_verb(rest):
            return own[number].end
    return len(text)


def _is_cut(text: str, own: Sequence[Token], number: int) -> bool:
    """Whether a mark stands behind a token."""
    return not _BREAKS.isdisjoint(text[own[number].end : own[number + 1].start])
