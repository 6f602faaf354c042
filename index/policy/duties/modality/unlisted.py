"""Cues that no list holds: verbs that bid, or that tell what will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language import Token
from index.language.endings import KK_WISHED, kk_will_be
from index.language.grammar import (
    is_finite_passive,
    is_future,
    is_infinitive,
    is_of_you,
    may_be_verb,
)
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Asides, Biddings
from index.policy.openings import Sought
from index.policy.scouting import Words, where, within
from index.policy.wordings import Cue

_REACH = 7  # tokens
_CLOSING = tuple('.,!;»”"')
# «поставит датчики», «предложит, чему учить»: said of a body it is what it will do
_WILL_DO = frozenset({"gives", "proposes", "closes"})


def biddings(
    text: str, named: Sequence[Mention], tokens: Sequence[Token], directives: Directives
) -> Iterator[Cue]:
    """Verbs that bid those addressed do something, where the language shows it by their form."""
    words = directives.words.biddings
    for number in where(tokens, directives.bidding_mark):
        token = tokens[number]
        if not directives.bids(token.form):
            continue
        if (
            directives.language == "ru"
            and is_of_you(token.form)
            and _of_you(tokens[:number], words)
        ):
            continue
        behind = [one.form for one in tokens[number:][:_REACH]]
        if token.form in words.takes and words.takes_with.isdisjoint(behind):
            continue  # «возьмите, к примеру, …»
        if directives.language == "kk":
            ends = number == len(tokens) - 1 or text[token.end : token.end + 1] in _CLOSING
            if not ends or (token.form.endswith(KK_WISHED) and not named):
                continue
        yield Cue("bids", number, number)


def _of_you(before: Sequence[Token], words: Biddings) -> bool:
    """«Вы экономите, а платите потом»: what they do is told."""
    return any(token.form in words.you for token in before)


def addressed(
    text: str, mentions: Sequence[Mention], tokens: Sequence[Token], words: Biddings
) -> Iterator[Cue]:
    """«Prime Minister, go there and look»: a name, a comma and a verb without a subject."""
    if not mentions:
        return
    inside = within(tokens, mentions[0].start, mentions[0].end)
    if inside.start or inside.stop >= len(tokens):
        return
    verb = tokens[inside.stop]
    if text[mentions[0].end : verb.start].strip() == "," and not (
        verb.form in words.no_verbs or verb.form.endswith(words.no_ends)
    ):
        yield Cue("bids", inside.stop, inside.stop)


def futures(tokens: Sequence[Token], cues: Sequence[Cue], directives: Directives) -> Iterator[Cue]:
    """Verbs that say what will be done, where the language shows it by their form."""
    asks = _WILL_DO if directives.language == "ru" else {"gives", "closes"}
    taken = {cue.first for cue in cues if cue.kind not in asks}
    for number, token in enumerate(tokens):
        if number in taken:
            continue
        if (
            directives.language == "ru" and may_be_verb(token.lemmas) and is_future(token.form)
        ) or (directives.language == "kk" and kk_will_be(token.form, token.lemmas)):
            yield Cue("future", number, number)


def able_to(text: str, tokens: Words, cues: Sequence[Cue], words: Asides) -> list[Cue]:
    """The cues but for those of what a body will be able to do: «палата сможет смотреть»."""
    return _without_future(tokens, cues, _spans(text, tokens, words.able))


def without_being(
    text: str, tokens: Words, cues: Sequence[Cue], directives: Directives
) -> list[Cue]:
    """The cues but for those of what will be, not be done: «будет им опорой»."""
    spans = _spans(text, tokens, directives.words.asides.being)
    if not spans or (directives.language == "ru" and any(_is_work(one.form) for one in tokens)):
        return [*cues]
    return _without_future(tokens, cues, spans)


def _spans(text: str, tokens: Words, told: Sought) -> list[tuple[int, int]]:
    begin, end = tokens[0].start, tokens[-1].end
    found = told.finditer(text[begin:end].lower())
    return [(begin + one.start(), begin + one.end()) for one in found]


def _without_future(
    tokens: Words, cues: Sequence[Cue], spans: Sequence[tuple[int, int]]
) -> list[Cue]:
    return [
        cue
        for cue in cues
        if cue.kind != "future"
        or not any(start <= tokens[cue.first].start < end for start, end in spans)
    ]


def _is_work(form: str) -> bool:
    return is_infinitive(form) or is_finite_passive(form)
