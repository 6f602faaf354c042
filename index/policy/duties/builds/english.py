"""«Urged the Agency to keep …», «banned governors from collecting», «is bound to report»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.policy.duties.builds.lexicon import Build
from index.policy.duties.builds.surroundings import Order, Place

_DASH = re.compile(r"[”\"]?\s[–—-]\s")


def order(place: Place, words: Build) -> Order | None:
    """The word that tells a body to act; none where nothing does."""
    forms = place.forms_behind()
    number = place.inside.start - 1
    while place.form(number) in words.articles:
        number -= 1
    verb = place.form(number)
    if words.granted.fullmatch(verb) and words.time.search(place.written()):
        return Order(number)
    barred = forms[:1] == ["from"] and any(form.endswith("ing") for form in forms[1:2])
    if words.told.fullmatch(verb) and ("to" in forms or barred) and not words.leaves.match(verb):
        return Order(number)
    if _is_entrusted(place, number, forms, words):
        return Order(number, verbless=True)
    if verb == "with" and (forms[:1] == ["to"] or not words.answerable.isdisjoint(forms[:2])):
        return Order(place.behind.start, verbless=True)
    if verb == "that" and place.form(number - 1) in words.demanded and _is_bare(forms[:1], words):
        return Order(number - 1)
    return _of_subject(place, forms, words) or _listed(place, words)


def _listed(place: Place, words: Build) -> Order | None:
    """«The Ministry of Energy and the akimats – to draw up a plan»: nothing else is told there."""
    if any(place.form(n) not in words.articles for n in place.before):
        return None
    to = next((n for n in place.behind if place.form(n) == "to"), -1)
    if to < 0:
        return None
    first = place.before.start if place.before else place.inside.start
    semicolon = place.text[: place.tokens[first].start].rstrip().endswith(";")
    dashed = _DASH.fullmatch(place.gap(to)) is not None
    comma = semicolon and to == place.behind.start and place.gap(to) == ", "
    joined = place.form(place.behind.start) in (words.also | {"to"})
    return Order(to, verbless=True) if comma or (dashed and joined) else None


def _of_subject(place: Place, forms: Sequence[str], words: Build) -> Order | None:
    """«Is compelled to», «has been given until May», «has a month in which to»."""
    number = place.behind.start
    if words.has_time.match(" ".join(forms)):
        return Order(number)
    if forms[:1] in (["has"], ["have"]) and forms[1:2] == ["been"]:
        forms, number = forms[1:], number + 1
    if forms[1:2] and forms[1] in words.each:
        forms, number = [forms[0], *forms[2:]], number + 1
    be, done, to = [*forms[:3], "", "", ""][:3]
    if be in words.be and done.endswith("ed") and to == "to" and not done.startswith(words.opinion):
        return Order(number + 1)
    timed = words.granted.fullmatch(done) and (
        to in words.until or words.time.search(place.written())
    )
    return Order(number + 1) if be in words.be and timed else None


def _is_bare(forms: Sequence[str], words: Build) -> bool:
    """«Asked that the Ministry publish …»: the verb says it is to be."""
    return any(
        not form.endswith(("s", "ed", "ing", "ly")) and form not in words.no_verbs for form in forms
    )


def _is_entrusted(place: Place, number: int, forms: Sequence[str], words: Build) -> bool:
    """«Put the Ministry in charge of …», «the task of the Bank is to», «it is for the Bank to»."""
    verb, before = place.form(number), place.form(number - 1)
    if verb in words.puts:
        return forms[:2] == ["in", "charge"] or forms[:1] == ["responsible"]
    if verb == "of":
        return before in words.tasks and "to" in forms
    if verb == "for":
        return before in words.be and forms[:1] == ["to"]
    if verb == "from":
        awaits = any(place.form(n) in words.awaits for n in place.before)
        return awaits and not words.by.isdisjoint(forms[:1])
    return verb == "to" and _is_left_to(place, before, forms, words)


def _is_left_to(place: Place, before: str, forms: Sequence[str], words: Build) -> bool:
    """«Left it to the Ministry to …», «the task went to the Ministry», «the order to it is to»."""
    if before in words.orders:
        return forms[:2] in (["is", "to"], ["was", "to"])
    if before in words.went and any(place.form(n) in words.tasks for n in place.before):
        return True
    return before in words.left and forms[:1] == ["to"]
