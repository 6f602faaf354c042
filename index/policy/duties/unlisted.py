"""Cues that no list holds: verbs that bid or tell what will be, and orders without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language import Token
from index.language.grammar import cases, is_future, is_infinitive, is_verb, may_be_verb
from index.policy.duties.directives import Directives
from index.policy.scouting import where, within
from index.policy.wordings import Cue

_WISHED = ("сын", "сін")  # kk: «әзірлесін», said of a third
_CLOSING = tuple('.,!;»”"')
_TASK = frozenset({"задача", "обязанность", "ответственность"})  # «задача Правительства – …»
_SAID = frozenset({"orders", "proposes", "duties", "needs", "bids"})
_STATES = frozenset(
    {"можно", "нельзя", "удалось", "легко", "трудно", "пора", "проще", "важно", "незачем", "нечего"}
)
_AIMED = 3  # tokens from «чтобы» to its infinitive
_BY = frozenset({"до", "към", "през"})  # bg: before a day
# en: what stands behind a name and a comma and bids nobody
_NO_VERBS = frozenset(
    {"the", "a", "an", "i", "we", "you", "he", "she", "it", "they", "this", "that", "which", "who"}
) | frozenset({"with", "together", "along", "jointly", "as", "and", "or", "for", "in", "at", "by"})
_NO_ENDINGS = ("ed", "ing", "ly")
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
    if directives.language == "bg":
        yield from _wished(mentions, tokens, cues)
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
    before = tokens[:number]
    # «Минфину дан месяц на то, чтобы найти деньги»
    aimed = any(token.form == "чтобы" for token in before[-_AIMED:])
    if not aimed and not any(_is_predicate(token) for token in before):
        yield Cue("elided", number, number)


def _is_predicate(token: Token) -> bool:
    return token.form in _STATES or (may_be_verb(token.lemmas) and is_verb(token.form))


def _wished(
    mentions: Sequence[Mention], tokens: Sequence[Token], cues: Sequence[Cue]
) -> Iterator[Cue]:
    """«До 1 май здравното министерство да махне …»: nothing before but a day."""
    for mention in mentions:
        inside = within(tokens, mention.start, mention.end)
        if inside.stop >= len(tokens) or tokens[inside.stop].form != "да":
            continue
        dated = any(token.form in _BY for token in tokens[: inside.start])
        told = any(cue.kind in _SAID and cue.first < inside.stop for cue in cues)
        if (dated or not inside.start) and not told:
            yield Cue("elided", inside.stop, inside.stop)
        return


def addressed(text: str, mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[Cue]:
    """«Prime Minister, go there and look»: a name, a comma and a verb without a subject."""
    if not mentions:
        return
    inside = within(tokens, mentions[0].start, mentions[0].end)
    if inside.start or inside.stop >= len(tokens):
        return
    verb = tokens[inside.stop]
    if text[mentions[0].end : verb.start].strip() == "," and not (
        verb.form in _NO_VERBS or verb.form.endswith(_NO_ENDINGS)
    ):
        yield Cue("bids", inside.stop, inside.stop)


def _is_behind_speech(text: str, tokens: Sequence[Token], cue: int, number: int) -> bool:
    """«Акимам … убрать …, – потребовал он»: the cue is the reporter's."""
    before = text[tokens[cue - 1].end : tokens[cue].start] if cue > number else ""
    return any(sign in before for sign in "–—―»”“")


def futures(tokens: Sequence[Token], cues: Sequence[Cue], directives: Directives) -> Iterator[Cue]:
    """Verbs that say what will be done, where the language shows it by their form."""
    taken = {cue.first for cue in cues if cue.kind != "gives"}  # «поставит датчики»
    for number, token in enumerate(tokens):
        if number in taken:
            continue
        if (
            directives.language == "ru" and may_be_verb(token.lemmas) and is_future(token.form)
        ) or (directives.language == "kk" and _is_kazakh_future(token)):
            yield Cue("future", number, number)


def _is_kazakh_future(token: Token) -> bool:
    """«Көшіреді», «қабылдайды», but not «қабылдады», the past of a verb that ends in a vowel."""
    return token.form.endswith(("йды", "йді")) or any(
        token.form in {lemma + "ады", lemma + "еді"} for lemma in token.lemmas
    )
