"""«Фонду запрещено оплачивать», «отмерил акиму шестьдесят дней», «Минфину – предложения»."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.language.grammar import cases, is_future, is_infinitive
from index.policy.duties.builds.lexicon import Build
from index.policy.duties.builds.surroundings import Order, Place, is_predicate

_QUOTES = frozenset({"«", "„", "“", '"'})
_DASH = re.compile(r"[»”\"]?,?\s[–—-]\s[«„]?")


def order(place: Place, words: Build) -> Order | None:
    """The word that tells a body named in the dative to act; none where nothing does."""
    preposition, case = _told_by(place, words)
    infinitive = next((n for n in place.behind if is_infinitive(place.form(n))), -1)
    if infinitive >= 0 and (
        preposition in words.tasks or ("nomn" in case and _is_put_beside(place, infinitive))
    ):
        return Order(infinitive, verbless=True)  # «задача Правительства – найти»
    if "datv" not in case or preposition in words.never or _will(place, case, infinitive):
        return None
    if preposition in words.towards:
        asking = next((n for n in place.behind if place.form(n) in words.asking), -1)
        return Order(asking) if 0 < asking < infinitive else None
    return _of_whom(place, infinitive, words, free="nomn" in case)


def _of_whom(place: Place, infinitive: int, words: Build, *, free: bool) -> Order | None:
    """``free`` where the name may be a subject: «МИД ускоряет …, МВД снимает …» gives no order."""
    dash = next((n for n in place.behind if _DASH.fullmatch(place.gap(n))), -1)
    told = place.text[place.tokens[dash].start :] if dash >= 0 else ""
    if words.age.match(told):
        return None
    if words.given_time.match(told):
        return Order(dash, verbless=True)
    if dash == place.behind.start and _opens(place, words):
        until = infinitive if infinitive >= 0 else dash + 1
        doing = any(is_predicate(one) for one in place.tokens[dash:until])
        return None if doing else _verbless(infinitive, dash, opens=True)
    until = next((n for n in (infinitive, dash) if n >= 0), place.behind.stop)
    ahead = [*reversed(place.before), *(n for n in place.behind if n < until)]
    if any(place.form(n) in words.states for n in ahead):
        return None
    verb = next((n for n in ahead if is_predicate(place.tokens[n])), -1)
    if verb >= 0:
        parted = free and any("," in place.gap(n) for n in range(verb + 1, place.inside.start + 1))
        return None if parted else _by_verb(place, verb, infinitive, words)
    return _verbless(
        infinitive, dash, opens=all(_is_heading(place, n, words) for n in place.before)
    )


def _by_verb(place: Place, verb: int, infinitive: int, words: Build) -> Order | None:
    form, timed = place.form(verb), words.time.search(place.written())
    if words.granted.fullmatch(form):
        return Order(verb) if timed else None
    bound = infinitive >= 0 or (timed and verb in place.before)
    return Order(verb) if bound and not words.leaves.match(form) else None


def _told_by(place: Place, words: Build) -> tuple[str, Collection[str]]:
    """The word before a name and its cases: of «НАО „Казпочта“» those of what it is said to be."""
    first = place.inside.start
    before = place.form(first - 1)
    if not before or place.gap(first).strip(" ") not in _QUOTES:
        return before, cases(place.form(first))
    return place.form(first - 2), {"nomn", "datv"} if before in words.firms else cases(before)


def _opens(place: Place, words: Build) -> bool:
    """Whether a name begins a piece of its own: «…, акимам – разъяснить»."""
    first = place.inside.start
    return not place.before or "," in place.gap(first) or place.form(first - 1) in words.also


def _is_heading(place: Place, number: int, words: Build) -> bool:
    """«Второе: Минфину – …», «Мадиеву, министру, – …»."""
    named = place.text[place.tokens[number].start].isupper() and "," in place.gap(number + 1)
    return named or bool(words.item.fullmatch(place.form(number)))


def _verbless(infinitive: int, dash: int, *, opens: bool) -> Order | None:
    """«Минфину – предложения», «акиматам к маю оснастить бригады»: the verb is left out."""
    if infinitive >= 0:
        return Order(infinitive, verbless=True)
    return Order(dash, verbless=True) if dash >= 0 and opens else None


def _is_put_beside(place: Place, infinitive: int) -> bool:
    """«Министерство – проверить»: nothing but a dash tells who does what."""
    told = range(place.behind.start, infinitive)
    dashed = _DASH.fullmatch(place.gap(infinitive)) is not None
    return dashed and not any(is_predicate(place.tokens[n]) for n in (*place.before, *told))


def _will(place: Place, case: Collection[str], infinitive: int) -> bool:
    """«Раз в год МЦРИАП станет докладывать»: the infinitive is of its own plain future."""
    between = range(place.behind.start, infinitive)
    return "nomn" in case and any(is_future(place.form(n)) for n in between)
