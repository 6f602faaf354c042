"""By which words a passage shows whose words it holds: the evidence beside a speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.documents.document import Passage, Speaker
from index.language import Token
from index.policy.scouting import Look, within
from index.policy.speaking import turns
from index.policy.speaking.quotes import Span, spoken
from index.policy.speaking.speech import Manner, Voice

_NEAR = 4  # tokens between the President and what he does
_LED = 2  # behind «по», «according»: «словам Токаева»
_HIS = frozenset({"president", "he", "ordered"})

Read = tuple[Passage, Look]


def explained(
    passages: Sequence[Read], speakers: Sequence[Speaker], manners: Mapping[str, Manner]
) -> list[Speaker]:
    """The speakers of the passages of one document with how and by which words each is told."""
    direct = spoken([passage.text for passage, _ in passages])
    return [
        _explained(passage, look, speaker, spans, manners, quoted=any(direct))
        for (passage, look), speaker, spans in zip(passages, speakers, direct, strict=True)
    ]


def _explained(
    passage: Passage,
    look: Look,
    speaker: Speaker,
    spans: list[Span],
    manners: Mapping[str, Manner],
    *,
    quoted: bool,
) -> Speaker:
    manner = manners[passage.language or "ru"]
    if turns.might_label(passage.text):
        label = turns.label(passage.text, look.words, manner)
        if label is not None:
            return replace(speaker, how="label", words=(passage.text.partition(":")[0].strip(),))
    if speaker.role == "reporter":
        return speaker
    words = _words(passage, look, spans, manner) if manner.might_tell(look) else ()
    if speaker.role == "indirect":
        return Speaker(speaker.role, speaker.name, "retold" if words else "between", words)
    how = "told" if words else "carried" if quoted else "transcript"
    return Speaker(speaker.role, speaker.name, how, words)


def _words(passage: Passage, look: Look, spans: list[Span], manner: Manner) -> tuple[str, ...]:
    """The first words outside the spans, else in them, that tell of the President."""
    text, words = passage.text, look.words
    inside = {number for span in spans for number in within(words, *span)}
    sentences = (look.within(one.start, one.end) for one in passage.sentences)
    for tokens in (words.without(inside), words) if inside else sentences:
        voice = next((one for one in manner.voices(tokens, text) if one.who in _HIS), None)
        if voice is not None:
            return _told(text, tokens, voice, manner)
    return ()


def _told(text: str, tokens: Sequence[Token], voice: Voice, manner: Manner) -> tuple[str, ...]:
    first = last = voice.token
    named = list(manner.presidents(tokens, text))
    if voice.who == "he":
        first = max(first - 1, 0)
    elif named:
        nearest = min(named, key=lambda number: abs(number - voice.token))
        if abs(nearest - voice.token) > _NEAR:
            both = sorted((nearest, voice.token))
            return tuple(text[tokens[one].start : tokens[one].end] for one in both)
        first, last = min(first, nearest), max(last, nearest)
    elif voice.who == "president":
        last = min(last + _LED, len(tokens) - 1)
    while last + 1 < len(tokens) and tokens[last + 1].form.startswith(manner.words.behind_head):
        last += 1
    return (text[tokens[first].start : tokens[last].end],)
