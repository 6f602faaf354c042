"""Orders that somebody else gives: «Бектенов поручил вице-премьеру», "the minister told his"."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.document import Mention
from index.language.endings import BG_PASSIVE, KK_FROM_WHOM, KK_NO_SUBJECT, KK_PASSIVE, KK_TO_WHOM
from index.language.grammar import cases
from index.language.known_words import is_known
from index.policy.duties.evidence import Evidence
from index.policy.scouting import within

_ORDERING = frozenset({"orders", "proposes"})
_OTHERS = frozenset({"receives", "shifts", "gives"})  # of these the body is whom it is told
_BOUND = frozenset({"duties", "bids", "needs"})
_KK_OBLIQUE = (*KK_TO_WHOM, *KK_NO_SUBJECT, *KK_FROM_WHOM)
_QUOTES = frozenset('«„“"')


def chiefs(clause: Evidence, lead: Sequence[Mention]) -> list[Mention]:
    """The bodies that order in a clause, where the President is not named as doing so.

    They stand as the subject before the word that orders; of Russian names none of those that the
    clause charges, ``lead``: «Нацбанк обязали».
    """
    if clause.kinds.isdisjoint(_ORDERING) or clause.kinds & _OTHERS or clause.is_his():
        return []
    cues = [cue.first for cue in clause.clause.cues if cue.kind in _ORDERING]
    told = cues[0] - clause.clause.first if cues else -1
    if not 0 < told < len(clause.forms) or _is_bound(clause, told) or _is_passive(clause, told):
        return []
    able = clause.mentions
    if clause.directives.language == "ru" and not _is_surname(clause, told):
        able = [one for one in able if one not in lead]
    names = [(one, within(clause.tokens, one.start, one.end)) for one in able]
    return [one for one, name in names if name.start < told and _is_subject(clause, one, name)]


def _is_bound(clause: Evidence, told: int) -> bool:
    """«Министерство должно предложить»: it is itself charged with what it will order or offer."""
    before = clause.clause.first + told
    return any(cue.first < before for cue in clause.clause.cues if cue.kind in _BOUND)


def _is_surname(clause: Evidence, told: int) -> bool:
    """«Бектенов до мая поручил»: of a surname the dictionary knows no case."""
    did = clause.forms[told].endswith(clause.words.whom.he_did)
    return did and not is_known(clause.forms[0])


def _is_passive(clause: Evidence, told: int) -> bool:
    """«Министерството е задължено», «разполага с месец», "the Ministry was told to"."""
    language, form = clause.directives.language, clause.forms[told]
    if language == "en":
        return not clause.words.build.be.isdisjoint(clause.forms[:told][-2:])
    if language == "kk":
        return any(form.endswith(KK_PASSIVE) for form in clause.forms[told : told + 2])
    return language == "bg" and (form.endswith(BG_PASSIVE) or form in clause.words.build.has)


def _is_subject(clause: Evidence, one: Mention, name: range) -> bool:
    """Whether a name may be the subject of its clause, by its case or what stands beside it."""
    directives, forms, words = clause.directives, clause.forms, clause.words
    if directives.language == "kk":
        joined = forms[name.stop : name.stop + 1]
        oblique = forms[name.stop - 1].endswith(_KK_OBLIQUE)
        return not oblique and words.whom.joining.isdisjoint(joined)
    if directives.language == "ru" and "nomn" not in cases(forms[name.start]):
        return False
    if clause.passage.text[one.start - 1 : one.start] in _QUOTES:
        return False
    ahead = [form for form in forms[: name.start] if form not in words.bearers.articles]
    return (directives.prepositions | words.whom.beside).isdisjoint(ahead[-1:])
