"""«Urged the Agency to keep …», «banned governors from collecting», «is bound to report»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.policy.duties.builds.surroundings import Order, Place

_ARTICLES = frozenset({"the", "a", "an", "all", "both", "every"})
_TOLD = re.compile(r"[a-z]+(?:ed|s)|told|set|made|bade|bound|bid")
_LEAVES = re.compile(
    r"(?:help|allow|enabl|let\b|permit|support|thank|visit|join|lead|promis|convinc|assist|meet|met\b"
    r"|prais|congratulat|remind|inform|prepar|plan|use|need|want|seem|appear|expect|agree|decid"
    r"|continu|fail|refus|tend|like|has\b|is\b|was\b|does\b|includ|giv|gave|set\b)"
)
_GRANTED = frozenset(
    {"gave", "given", "give", "gives", "set", "allowed", "granted", "handed", "left"}
)
_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?|deadline)\b|\btime (?:un)?til\b")
_ANSWERABLE = frozenset({"answerable", "responsible", "accountable", "liable", "charge"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_PUTS = frozenset({"put", "puts", "placed", "places", "made", "makes", "named", "left"})
_TASKS = frozenset({"task", "job", "duty", "responsibility", "work", "assignment"})
_WENT = frozenset({"went", "goes", "fell", "falls", "passed", "passes", "moved"})
_LEFT = frozenset({"it", "up", "left", "leaves", "fell", "falls"})
_ORDERS = frozenset({"instruction", "instructions", "order", "orders", "directive", "request"})
_AWAITS = frozenset({"wants", "wanted", "expects", "expected", "awaits", "demands", "seeks"})
_BY = frozenset({"by", "within", "before", "until", "till"})
_DEMANDED = frozenset(
    {"asked", "demanded", "insisted", "ordered", "requested", "required", "proposed", "directed"}
)
_TOLD_SO = frozenset({"had", "would", "could", "might", "and", "of", "in", "to", "for", "did"})
_HAS_TIME = re.compile(
    r"(?:has|have) (?:[a-z]+ )?[a-z0-9]+ (?:working )?(?:days?|weeks?|months?|years?|hours?)"
    r" (?:in which |left )?to\b"
)
_EACH = frozenset({"each", "both", "also", "all", "now", "already", "only", "just", "therefore"})
_DENIED = re.compile(r"abl|likel|suppos|prepar|ready|willing|keen|said|report|believ")


def order(place: Place) -> Order | None:
    """The word that tells a body to act; none where nothing does."""
    forms = place.forms_behind()
    number = place.inside.start - 1
    while place.form(number) in _ARTICLES:
        number -= 1
    verb = place.form(number)
    if verb in _GRANTED and _TIME.search(place.written()):
        return Order(number)
    barred = forms[:1] == ["from"] and any(form.endswith("ing") for form in forms[1:2])
    if _TOLD.fullmatch(verb) and ("to" in forms or barred) and not _LEAVES.match(verb):
        return Order(number)
    if _is_entrusted(place, number, forms):
        return Order(number, verbless=True)
    if verb == "with" and (forms[:1] == ["to"] or not _ANSWERABLE.isdisjoint(forms[:2])):
        return Order(place.behind.start, verbless=True)
    if verb == "that" and place.form(number - 1) in _DEMANDED and _is_bare(forms[:1]):
        return Order(number - 1)
    return _of_subject(place, forms)


def _of_subject(place: Place, forms: Sequence[str]) -> Order | None:
    """«Is compelled to», «has been given until May», «has a month in which to»."""
    number = place.behind.start
    if _HAS_TIME.match(" ".join(forms)):
        return Order(number)
    if forms[:1] in (["has"], ["have"]) and forms[1:2] == ["been"]:
        forms, number = forms[1:], number + 1
    if forms[1:2] and forms[1] in _EACH:
        forms, number = [forms[0], *forms[2:]], number + 1
    be, done, to = [*forms[:3], "", "", ""][:3]
    if be in _BE and done.endswith("ed") and to == "to" and not _DENIED.match(done):
        return Order(number + 1)
    timed = done in _GRANTED and (to in {"until", "till"} or _TIME.search(place.written()))
    return Order(number + 1) if be in _BE and timed else None


def _is_bare(forms: Sequence[str]) -> bool:
    """«Asked that the Ministry publish …»: the verb says it is to be."""
    return any(
        not form.endswith(("s", "ed", "ing", "ly")) and form not in _TOLD_SO for form in forms
    )


def _is_entrusted(place: Place, number: int, forms: Sequence[str]) -> bool:
    """«Put the Ministry in charge of …», «the task of the Bank is to», «it is for the Bank to»."""
    verb, before = place.form(number), place.form(number - 1)
    if verb in _PUTS:
        return forms[:2] == ["in", "charge"] or forms[:1] == ["responsible"]
    if verb == "of":
        return before in _TASKS and "to" in forms
    if verb == "for":
        return before in _BE and forms[:1] == ["to"]
    if verb == "from":
        awaits = any(place.form(n) in _AWAITS for n in place.before)
        return awaits and not _BY.isdisjoint(forms[:1])
    return verb == "to" and _is_left_to(place, before, forms)


def _is_left_to(place: Place, before: str, forms: Sequence[str]) -> bool:
    """«Left it to the Ministry to …», «the task went to the Ministry», «the order to it is to»."""
    if before in _ORDERS:
        return forms[:2] in (["is", "to"], ["was", "to"])
    if before in _WENT and any(place.form(n) in _TASKS for n in place.before):
        return True
    return before in _LEFT and forms[:1] == ["to"]
