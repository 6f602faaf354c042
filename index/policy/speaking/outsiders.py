"""Who tells or demands without an office here: other countries' leaders, firms' heads, experts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.documents.document import Mention, Passage, Sentence
from index.language import Token, Tokens
from index.language.grammar import cases
from index.policy.naming.countries import Abroad
from index.policy.phrases import PhraseBook, after, telling
from index.policy.scouting import Look, within
from index.policy.speaking.quotes import Span
from index.policy.speaking.speech import Manner

_REACH = 4  # tokens around an office in which its country stands
_GOVERNMENT = "government"  # which every country has
_GAP = 9  # characters from an office to the body whose it is: «of the», «на»
_OPENING = 3  # tokens with which a sentence names whom it is about
_BREAKS = frozenset('.,;:!?()–—«»„“”"')


class Outsiders:
    """Tells the sentences in which somebody speaks who can instruct no agency of ours."""

    def __init__(
        self,
        manners: Mapping[str, Manner],
        abroad: Abroad,
        foreign: Iterable[str],
        world: Iterable[str],
    ) -> None:
        """Take how each language tells of speech, countries, further words on strangers.

        ``world`` are the ids of bodies of the world and of other countries.
        """
        self._manners, self._abroad, self._world = manners, abroad, frozenset(world)
        self._foreign = PhraseBook(map(telling, foreign))

    def told(self, passage: Passage, look: Look) -> list[Span]:
        """The sentences of a passage, which has its agencies, that an outsider tells or is in.

        What follows him goes on as his until the President or somebody else speaks.
        """
        spans: list[Span] = []
        theirs = False
        for sentence in passage.sentences:
            theirs = self._is_theirs(passage, look, sentence, before=theirs)
            if theirs:
                spans.append((sentence.start, sentence.end))
        return spans

    def without_others(self, passage: Passage, look: Look) -> str:
        """The text with blanks for each «президент» that is another country's or a firm's."""
        manner, text = self.manner(passage.language), passage.text
        if not manner.might_name(look):
            return text
        tokens = look.words
        for number in manner.may_be_presidents(tokens):
            if not self._is_him(passage.text, tokens, number, passage.agencies, manner):
                token = tokens[number]
                blank = " " * (token.end - token.start)
                text = text[: token.start] + blank + text[token.end :]
        return text

    def ours(self, passage: Passage, look: Look, named: list[Mention]) -> list[Mention]:
        """The mentions without those of a president who is another's: «президент FIDE»."""
        if not any(one.agency == "president" for one in named):
            return named
        return [one for one in named if not self._is_of_another(passage, look, one, named)]

    def without_own(self, passage: Passage, look: Look) -> Passage:
        """The passage without the government of another who speaks: «поручил своему …»."""
        if passage.speaker.role != "reporter" or all(
            one.agency != _GOVERNMENT for one in passage.agencies
        ):
            return passage
        abroad = [*self._of_leaders(passage, look), *self._within_others(passage, look)]
        kept = tuple(
            one
            for one in passage.agencies
            if one.agency != _GOVERNMENT
            or self._is_home(passage, look, one)
            or not (
                any(start <= one.start < end for start, end in abroad)
                or self._is_own(passage, look, one)
            )
        )
        return passage.having(agencies=kept)

    def _is_home(self, passage: Passage, look: Look, mention: Mention) -> bool:
        """«Правительство Казахстана», "the Kazakh government"."""
        presidency = self.manner(passage.language).presidency
        return any(map(presidency.is_his, look.within(mention.start, mention.end)))

    def _is_own(self, passage: Passage, look: Look, mention: Mention) -> bool:
        """«Своему правительству»; «наше» and “his” are another's where his leader is told of."""
        words, tokens = self.manner(passage.language).words, look.words
        number = tokens.places.get(mention.start, 0)
        beside = {tokens[max(number - 1, 0)].form}
        if not words.own_body.isdisjoint(beside):
            return True
        ours = words.our_body.isdisjoint(beside | {tokens[number].form})
        return not ours and (
            self._is_named_abroad(passage)
            or any(
                self._has_leader(passage, look.within(one.start, one.end))
                for one in passage.sentences
            )
        )

    def _within_others(self, passage: Passage, look: Look) -> Iterator[Span]:
        """The sentences that begin with another country: «В Узбекистане правительство …»."""
        words, text = self.manner(passage.language).words, passage.text
        for sentence in passage.sentences:
            own = look.within(sentence.start, sentence.end)
            led = bool(own) and own[0].form in words.inside
            if len(own) <= led or not (led or own[0].form.endswith(words.where)):
                continue
            span = (sentence.start, sentence.end)
            if self._is_foreign(text, own, led) and not self._names_ours(passage, look, span):
                yield span

    def _is_named_abroad(self, passage: Passage) -> bool:
        """Whether who speaks is a known leader of another country."""
        name = Tokens.of(passage.speaker.name, "ru")
        return any(self._foreign.at(name, place) for place in range(len(name)))

    def _of_leaders(self, passage: Passage, look: Look) -> list[Span]:
        """The sentences that a leader of another country is the subject of, or goes on in.

        None that names a body of ours beside the government, or the government as ours.
        """
        his = self._is_named_abroad(passage)
        spans: list[Span] = []
        before = 0  # where the sentence ends that was of one
        for start, end in self.told(passage, look):
            own = look.within(start, end)
            if not (his or (start - before <= 1 and before) or self._has_leader(passage, own)):
                continue
            before = end
            if not self._names_ours(passage, look, (start, end)):
                spans.append((start, end))
        return spans

    def _has_leader(self, passage: Passage, own: Sequence[Token]) -> bool:
        """«Премьер-министр Японии», «Владимир Путин»; of experts abroad it is not known."""
        manner, text = self.manner(passage.language), passage.text
        heads = [
            number for number in range(len(own)) if manner.subject(own, number, text) == "other"
        ]
        if any(own[number].form in manner.forms.private for number in heads):
            return False
        beside = (
            manner.name_beside(own, one.token, one.token, text) for one in manner.voices(own, text)
        )
        return (
            self._opens(text, own, passage.language)
            or any(place >= 0 and self._foreign.at(own, place) for place in beside)
            or any(self.is_abroad(text, own, number, passage.language) for number in heads)
        )

    def _names_ours(self, passage: Passage, look: Look, span: Span) -> bool:
        """Whether a sentence names a body of ours, or Kazakhstan."""
        if any(
            one.agency not in self._world and one.agency != _GOVERNMENT
            for one in passage.agencies
            if span[0] <= one.start < span[1]
        ):
            return True
        home = self.manner(passage.language).words.of_state
        return any(token.form.startswith(home) for token in look.within(*span))

    def _is_of_another(
        self, passage: Passage, look: Look, mention: Mention, named: Sequence[Mention]
    ) -> bool:
        if mention.agency != "president":
            return False
        manner, tokens = self.manner(passage.language), look.words
        known = manner.forms.presidents
        heads = [
            number
            for number in within(tokens, mention.start, mention.end)
            if tokens[number].form in known
        ]
        return bool(heads) and not any(
            self._is_him(passage.text, tokens, one, named, manner) for one in heads
        )

    def _is_him(
        self,
        text: str,
        tokens: Sequence[Token],
        number: int,
        named: Sequence[Mention],
        manner: Manner,
    ) -> bool:
        """Whether a form of «президент» is ours; a body of ours behind is no name of another."""
        if manner.is_his(tokens, number, text) or manner.presidency.is_owner(tokens, number):
            return True
        end = tokens[number].end + 1
        close = any(one.start == end and one.agency not in self._world for one in named)
        if not close or not manner.is_president(tokens, number):
            return False
        before = max(number - 1, 0)  # «Өзбекстан Президенті Үкіметке …»
        return not self._abroad.is_before(text, tokens, before, "kk")

    def manner(self, language: str) -> Manner:
        """How a language tells of speech."""
        return self._manners.get(language, self._manners["ru"])

    def _is_theirs(self, passage: Passage, look: Look, sentence: Sentence, *, before: bool) -> bool:
        manner, text = self.manner(sentence.language), passage.text
        own = look.within(sentence.start, sentence.end)
        if any(
            self._is_him(text, own, number, passage.agencies, manner)
            for number in manner.may_be_presidents(own)
        ):
            return False
        voices = manner.voices(own, text)
        who = {voice.who for voice in voices}
        if not who & {"other", "body"}:
            if not who and manner.has_verb(own) and self._opens(text, own, sentence.language):
                return True
            return before and "ordered" not in who
        goes_on = before and who == {"body"}  # «Министерство обязано …»: told by him too
        theirs = goes_on or any(self._tell(passage, own, sentence.language))
        return theirs or any(_is_bare(passage, own, voice.token, manner) for voice in voices)

    def _tell(self, passage: Passage, own: Sequence[Token], language: str) -> Iterator[bool]:
        """Of each subject that is no agency of ours, whether it is an outsider."""
        manner = self.manner(language)
        for number, token in enumerate(own):
            if any(one.start <= token.start < one.end for one in passage.agencies):
                continue
            if manner.subject(own, number, passage.text) not in {"other", "body"}:
                continue
            private = token.form in manner.forms.private
            yield (
                manner.is_president(own, number)
                or (private and passage.speaker.role == "reporter")
                or self._is_of_world(passage, own, number)
                or self.is_abroad(passage.text, own, number, language)
            )

    def _is_of_world(self, passage: Passage, own: Sequence[Token], number: int) -> bool:
        """«Председатель Еврокомиссии», «глава Всемирного банка»."""
        near = own[number].end + _GAP
        return any(
            one.agency in self._world and own[number].end <= one.start <= near
            for one in passage.agencies
        )

    def is_abroad(self, text: str, own: Sequence[Token], number: int, language: str) -> bool:
        """Whether a country or a stranger's name stands beside an office."""
        place, led = after(own, number), False
        while place < min(number + _REACH, len(own)) and not _is_cut(text, own, number, place):
            if self._is_foreign(text, own, place):
                return True
            led = led or own[place].form in self.manner(language).words.of_whom
            if not led and (language != "ru" or "gent" not in cases(own[place].form)):
                break
            place = after(own, place)
        begin = max(number - _REACH + 1, 0)
        return any(
            self._is_foreign(text, own, place) and not _is_cut(text, own, place, number)
            for place in range(begin, number)
            if language != "ru" or place == number - 1
        )

    def _is_foreign(self, text: str, own: Sequence[Token], place: int) -> bool:
        if self._abroad.is_behind(text, own, place, own[place].start):
            return True
        return bool(self._foreign.at(own, place))

    def _opens(self, text: str, own: Sequence[Token], language: str) -> bool:
        """«Владимир Путин поручил …»: a name without an office."""
        return any(
            text[own[place].start].isupper()
            and self._is_foreign(text, own, place)
            and (language != "ru" or "nomn" in cases(own[place].form))
            for place in range(min(_OPENING, len(own)))
        )


def _is_bare(passage: Passage, own: Sequence[Token], verb: int, manner: Manner) -> bool:
    """Whether a name without an office, and of no official known, stands beside a verb."""
    named = manner.name_beside(own, verb, verb, passage.text)
    if named < 0 or manner.nearest(own[: verb + 1], verb, verb, passage.text):
        return False
    place = own[named].start
    return not any(one.start <= place < one.end for one in passage.agencies)


def _is_cut(text: str, own: Sequence[Token], first: int, then: int) -> bool:
    """Whether a mark stands between two tokens."""
    return not _BREAKS.isdisjoint(text[own[first].end : own[then].start])
