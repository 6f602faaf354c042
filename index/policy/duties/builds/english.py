"""«Urged the Agency to keep …», «banned governors from collecting», «is bound to report»."""

from __future__ import annotations

import re

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
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
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
    if verb == "with" and forms[:1] == ["to"]:
        return Order(place.behind.start, verbless=True)
    be, done, to = [*forms[:3], "", "", ""][:3]
    if be in _BE and done.endswith("ed") and to == "to" and not _DENIED.match(done):
        return Order(place.behind.start + 1)
    return None
