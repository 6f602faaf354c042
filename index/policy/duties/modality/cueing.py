"""Where a sentence may bind: listed words, biddings, orders by their build, what will be done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from index.documents.document import Mention, Passage
from index.language.endings import KK_WILL_BE
from index.language.grammar import is_finite_passive, is_future, is_present
from index.policy.duties.addressees.bearers import entrusted
from index.policy.duties.builds.assigned import assigned
from index.policy.duties.builds.errand import errands
from index.policy.duties.builds.headed import headed
from index.policy.duties.builds.listed import listed as listed_orders
from index.policy.duties.builds.reporting import reported
from index.policy.duties.builds.scheduled import scheduled
from index.policy.duties.builds.vocative import spoken_to
from index.policy.duties.directives import Directives
from index.policy.duties.evidence import DIRECT, RETELLING
from index.policy.duties.lexicon import Him
from index.policy.duties.modality.denying import standing
from index.policy.duties.modality.unlisted import (
    able_to,
    addressed,
    biddings,
    futures,
    without_being,
)
from index.policy.scouting import Words
from index.policy.wordings import Cue

_BINDING = frozenset({"duties", "elided", "shifts"})  # beside them an errand tells no more
_BINDS = _BINDING | {"orders", "needs", "bids"}  # beside them the present tells how things are
_SAYS = _BINDS | {
    "expects",
    "aims",
    "proposes",
    "entrusts",
    "answers",
    "bans",
}  # what is to be done
_COLON = re.compile(r"[^:.!?]{0,80}:")
_ORDERED = frozenset({"new", "moved", "recurring"})
_NEXT = (1, 2)  # tokens behind «ще», "will"


def cues_of(
    passage: Passage,
    own: Words,
    named: Sequence[Mention],
    directives: Directives,
    able: Collection[str],
) -> list[Cue]:
    """The cues of a sentence, its words ``own``, in order; ``able`` are agencies that may act."""
    cues = directives.cues(own)
    listed = len(cues)
    wished = passage.speaker.role == "indirect" and directives.language == "kk" and named
    if passage.speaker.role == "president" or wished:
        cues += biddings(passage.text, named, own, directives)
        if directives.language == "en":
            cues += addressed(passage.text, named, own, directives.words.biddings)
    acting = [mention for mention in named if mention.agency in able]
    if acting:
        cues += entrusted(passage.text, acting, own, directives)
        cues += _assigned(passage, acting, own, cues, directives)
        if passage.speaker.role == "president":
            cues += list(spoken_to(passage.text, acting, own, cues, directives))
        will = list(futures(own, cues, directives))
        taken = {cue.first for cue in will} | _behind_will(cues)
        cues = [cue for cue in cues if cue.kind != "proposes" or cue.first not in taken] + will
        cues += _scheduled(passage, acting, own, cues, directives)
    if passage.speaker.role in RETELLING and own.might(directives.reporting_mark):
        binding = [cue for cue in cues if cue.kind in _BINDS]
        theirs = acting and any(cue.kind == "future" for cue in cues)  # «банк будет докладывать»
        cues += () if theirs else reported(passage.text, own, binding, directives.words.reporting)
    cues = cues if len(cues) == listed else sorted(cues, key=_first)
    if acting and any(cue.kind == "future" for cue in cues):
        cues = able_to(passage.text, own, cues, directives.words.asides)
        cues = without_being(passage.text, own, cues, directives)
    if cues:
        cues = standing(passage.text, own, cues, directives.language, directives.words.denied)
    if passage.speaker.role == "president" and not any(cue.kind in _SAYS for cue in cues):
        cues = [*listed_orders(passage.text, own, directives), *cues]
    return cues


def _behind_will(cues: Sequence[Cue]) -> set[int]:
    """The words right behind a plain future: "will propose", «ще предложи»."""
    will = [cue.last for cue in cues if cue.kind == "future"]
    return {last + step for last in will for step in _NEXT}


def _assigned(
    passage: Passage,
    acting: Sequence[Mention],
    own: Words,
    cues: Sequence[Cue],
    directives: Directives,
) -> Iterator[Cue]:
    """Orders by their build; a verb orders where the President speaks or is named beside it."""
    text, spoken = passage.text, passage.speaker.role in RETELLING
    him = directives.words.him.named
    named = spoken or bool(him.search(text.lower()))
    if not any(cue.kind in _BINDS for cue in cues):
        yield from headed(text, acting, own, directives)
    if named and not any(cue.kind in _BINDING for cue in cues):
        yield from errands(text, acting, own, directives)
    his = spoken or bool(named and him.search(text[own[0].start : own[-1].end].lower()))

    def may_order(form: str) -> bool:
        return his or (named and is_finite_passive(form))

    yield from assigned(text, acting, own, cues, directives, may_order)


def _scheduled(
    passage: Passage,
    acting: Sequence[Mention],
    own: Words,
    cues: Sequence[Cue],
    directives: Directives,
) -> Iterator[Cue]:
    """What bodies do by a day, told by him; in a list of his orders by nobody need be told."""
    low = passage.text[own[0].start : own[-1].end].lower()
    announced = directives.words.listed.announced.finditer(low) if ":" in low else ()
    if any(_COLON.match(low, one.end()) for one in announced):
        told = {cue.first for cue in cues if cue.kind != "future"}
        found = scheduled(passage.text, acting, own, directives, listed=True)
        yield from (cue for cue in found if cue.first not in told)
    elif passage.speaker.role in RETELLING and not any(cue.kind in _BINDS for cue in cues):
        yield from scheduled(passage.text, acting, own, directives, listed=False)


def ordered_by_him(passage: Passage, text: str, him: Him) -> tuple[str, ...]:
    """The words by which a passage tells of an order of the President's; none if it tells of none.

    ``text`` is that of the passage without other presidents.
    Who tells of his order retells his words, whatever verb it takes.
    """
    if DIRECT.match(passage.text):
        return ()
    for duty in passage.instructions:
        begin = _begin(passage, duty.start)
        his = him.named.search(text[begin : duty.end].lower()) or (
            him.named.search(text[:begin].lower()) and any(map(is_finite_passive, duty.words))
        )
        if duty.kind in _ORDERED and his and duty.words:
            return duty.words
    return ()


def behind_him(passage: Passage, text: str, him: Him) -> bool:
    """Whether a body is to do something by a day, told behind a sentence on the President.

    ``text`` is that of the passage without other presidents.
    «Президент провёл совещание. Минтранс к 1 мая откроет мост»: it is what he decided.
    """
    return any(
        duty.kind in _ORDERED
        and duty.agencies
        and (duty.due or duty.kind == "recurring")
        and him.surely.search(text[: _begin(passage, duty.start)].lower())
        for duty in passage.instructions
    )


def told_by_nobody(passage: Passage, him: Him, *, before: bool) -> bool:
    """Whether a body is charged by nobody told: «Нацбанку – неделя», «КИБ тиіс», "told to".

    What a body simply will do by a day is such an order only where his words stand ``before``.
    """
    return not DIRECT.match(passage.text) and any(
        duty.kind in _ORDERED
        and duty.agencies
        and (duty.due or duty.kind == "recurring")
        and (before or _is_binding(duty.words, him))
        for duty in passage.instructions
    )


def _is_binding(words: Sequence[str], him: Him) -> bool:
    """Whether any of the words tells more than what will be, or is done; so if none is known."""
    return not words or not all(_is_plain(word.lower(), him) for word in words)


def _is_plain(form: str, him: Him) -> bool:
    """Whether a word only tells what will be, or is done."""
    return form in him.will or is_future(form) or is_present(form) or form.endswith(KK_WILL_BE)


def _begin(passage: Passage, start: int) -> int:
    """Where the sentence begins that an offset is in."""
    return max(one.start for one in passage.sentences if one.start <= start)


def _first(cue: Cue) -> int:
    return cue.first
