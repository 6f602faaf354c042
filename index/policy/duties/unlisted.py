"""Cues that no list holds: verbs that bid or tell what will be, and orders without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language import Token
from index.policy.duties.directives import Directives
from index.policy.grammar import cases, is_future, is_infinitive, is_verb
from index.policy.scouting import where, within
from index.policy.wordings import Cue

_WISHED = ("сын", "сін")  # kk: «әзірлесін», said of a third
_CLOSING = tuple('.,!;»”"')
_TASK = frozenset({"задача", "обязанность", "ответственность"})  # «задача Правительства – …»
_SAID = frozenset({"orders", "proposes", "duties", "needs", "bids"})
_STATES = frozenset({"можно", "нельзя", "удалось", "легко", "трудно", "пора", "проще", "важно"})
_REACH = 14  # tokens in which «Минфину» is told what to do


def biddings(
    text: str, named: Sequence[Mention], tokens: Sequence[Token], directives: Directives
) -> Iterator[Cue]:
    """Verbs that bid those addressed do something, where the language shows it by their form."""
    for number in where(tokens, directives.bidding_mark):
        token = tokens[number]
        if not directives.bids(token.form):
            continue
        if token.form == "возьмите" and "под" not in {one.form for one in tokens[number:][:7]}:
            continue  # «возьмите, к примеру, …»
        if directives.language == "kk":
            ends = number == len(tokens) - 1 or text[token.end : token.end + 1] in _CLOSING
            if not ends or (token.form.endswith(_WISHED) and not named):
                continue
        yield Cue("bids", number, number)


def elided(
    text: str,
    mentions: Sequence[Mention],
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    directives: Directives,
) -> Iterator[Cue]:
    """«Минфину – до 1 октября найти деньги»: whom and what to do, and no verb that orders."""
    if directives.language != "ru" or not mentions:
        return
    named = within(tokens, mentions[0].start, mentions[0].end).start
    if named >= len(tokens):
        return
    tasked = named > 0 and tokens[named - 1].form in _TASK
    if not tasked and "datv" not in cases(tokens[named].form):
        return
    behind = range(named + 1, min(named + _REACH, len(tokens)))
    number = next((n for n in behind if is_infinitive(tokens[n].form)), None)
    if number is None or any(
        cue.kind in _SAID and not _is_behind_speech(text, tokens, cue.first, number) for cue in cues
    ):
        return
    before = [token.form for token in tokens[:number]]
    if not any(is_verb(form) or form in _STATES for form in before):
        yield Cue("elided", number, number)


def _is_behind_speech(text: str, tokens: Sequence[Token], cue: int, number: int) -> bool:
    """«Акимам … убрать …, – потребовал он»: the cue is the reporter's."""
    before = text[tokens[cue - 1].end : tokens[cue].start] if cue > number else ""
    return any(sign in before for sign in "–—―»”“")


def futures(tokens: Sequence[Token], cues: Sequence[Cue], directives: Directives) -> Iterator[Cue]:
    """Verbs that say what will be done, where the language shows it by their form."""
    taken = {cue.first for cue in cues}
    for number, token in enumerate(tokens):
        if number in taken:
            continue
        if (directives.language == "ru" and is_future(token.form)) or (
            directives.language == "kk" and _is_kazakh_future(token)
        ):
            yield Cue("future", number, number)


def _is_kazakh_future(token: Token) -> bool:
    """«Көшіреді», «қабылдайды», but not «қабылдады», the past of a verb that ends in a vowel."""
    return token.form.endswith(("йды", "йді")) or any(
        token.form in {lemma + "ады", lemma + "еді"} for lemma in token.lemmas
    )
