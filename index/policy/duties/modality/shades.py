"""What kind of duty a clause holds: a goal of the country, a requirement to a thing, an order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from index.language import Token
from index.language.endings import KK_DOING, KK_DONE, KK_TO_DO
from index.language.grammar import cases, is_acting, is_finite_passive, is_infinitive, is_quality
from index.policy.duties.clauses import Clause
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Lexicon, Shades
from index.policy.duties.timing.deadlines import Deadline

_SOON = 3  # words behind «быть» in which it is told how a thing must be
_REACH = 12  # tokens from an English order to its «to»
_FIGURE = re.compile(r"\b(?!20\d\d)\d")  # no year
_NO_LETTERS = " \t\n«»„“”\"'(–—-"


def is_how(forms: Sequence[str], language: str, low: str, words: Shades) -> bool:
    """Whether a clause says how a thing must be: «должен быть понятным», no work to be done."""
    if language == "kk":
        return bool(words.be_so.search(low)) and not words.be_place.search(low)
    be = next((number for number, form in enumerate(forms) if form in words.be), -1)
    if be < 0:
        return False
    behind = forms[be + 1 :][:_SOON]
    if language == "en":
        return bool(behind) and not any(words.made.fullmatch(form) for form in behind[:2])
    if any(is_finite_passive(form) for form in behind):
        return False
    return any(is_quality(form) for form in behind)


def is_place_to_be(low: str, words: Shades) -> bool:
    """Whether a Kazakh clause says what a city or the country must be."""
    return bool(words.be_place.search(low)) and bool(words.be_so.search(low))


def is_denied(
    forms: Sequence[str], language: str, low: str, duties: Iterable[int], words: Lexicon
) -> bool:
    """«Учитель не обязан …», «must not …»: a duty that is denied; ``duties`` are its tokens."""
    if language == "kk":
        return bool(words.shades.denied.search(low))
    if language == "en":
        return any(forms[number + 1 : number + 2] == ["not"] for number in duties)
    return any(
        not words.denied.denials.isdisjoint(forms[max(number - 2, 0) : number]) for number in duties
    )


def is_thing_needed(
    forms: Sequence[str], language: str, numbers: Collection[int], words: Lexicon
) -> bool:
    """«Заводу нужны заказы»: a thing is wanted, and nothing told that somebody do.

    ``numbers`` are the tokens that tell of a need or a duty.
    """
    if not numbers:
        return False
    if language == "kk":
        return not any(number and forms[number - 1].endswith(KK_DOING) for number in numbers)
    if not all(forms[number] in words.shades.wanted for number in numbers):
        return False
    if any(form in words.shades.to_do or is_infinitive(form) for form in forms):
        return False
    # «Нужны центры и связи» is an order after all; «заводам нужны …», «нужны не …, а …» is none.
    return any(
        not words.denied.denials.isdisjoint(forms[number + 1 : number + 2]) for number in numbers
    ) or any("datv" in cases(form) for number in numbers for form in forms[:number][-2:])


def is_work(kinds: Collection[str], forms: Iterable[str], language: str) -> bool:
    """«Надо открыть портал»: a thing is what somebody must work at, not what must be so."""
    return language == "ru" and "duties" not in kinds and any(map(is_infinitive, forms))


def is_thing_wanted(forms: Sequence[str], needs: Iterable[int], words: Shades) -> bool:
    """«Data centres need cheap power», but not «the Ministry needs to …»."""
    wanted = [number for number in needs if forms[number] in words.needing]
    return bool(wanted) and not any("to" in forms[n + 1 : n + 1 + _SOON] for n in wanted)


def is_complaint(forms: Collection[str], words: Lexicon) -> bool:
    """«Такого больше быть не должно»: what happened is bad, and nobody is charged."""
    return not (
        words.shades.never_again.isdisjoint(forms) or words.denied.denials.isdisjoint(forms)
    )


def is_announced(forms: Sequence[str], language: str, words: Lexicon) -> bool:
    """«Президент дал ряд поручений»: several, and not yet which."""
    several = not words.shades.announced.isdisjoint(forms)
    return several and not _tells_work(forms, language, words)


def _tells_work(forms: Sequence[str], language: str, words: Lexicon) -> bool:
    if language == "ru":
        return any(map(is_infinitive, forms))
    if language == "kk":
        return any(form.endswith(KK_TO_DO) for form in forms)
    if language == "bg":
        return not words.shades.to_do.isdisjoint(forms)
    return any(one == "to" and then not in words.build.articles for one, then in pairwise(forms))


def is_ours(low: str, words: Shades) -> bool:
    """«Да работим заедно», «түзеуіміз керек»: what we all should do."""
    return words.ours.search(low) is not None


def was_duty(low: str, words: Shades) -> bool:
    """«Должны были сделать»: a duty of the past."""
    return words.was_duty.search(low) is not None


def was_left_undone(low: str, words: Shades) -> bool:
    """«Should have opened it»: English for a duty of the past; not «should have an owner»."""
    return words.left_undone.search(low) is not None


def has_measure(low: str, words: Shades) -> bool:
    """Whether a clause tells how many, by a number that is no year, or that all are meant."""
    return bool(_FIGURE.search(low) or words.measured.search(low))


def is_of_anyone(forms: Sequence[str], low: str, words: Shades) -> bool:
    """Whether a clause begins with whoever it may be; in Kazakh also what nobody may do."""
    if words.anyone_opens.match(low.lstrip(_NO_LETTERS)) or words.nobody_may.search(low):
        return True
    return not words.anyone.isdisjoint(forms)


def tells_to(forms: Sequence[str], last: int, words: Shades, *, named: bool) -> bool:
    """«Told the Government to …», «demanded that the Bank …»; ``named`` where somebody is."""
    behind = forms[last + 1 : last + 1 + _REACH]
    if forms[last] in words.wishes and not named:
        return False
    if forms[last] in words.demands and behind[:1] == ["that"] and (named or "be" in behind):
        return True
    done = any(one == "with" and then.endswith("ing") for one, then in pairwise(behind))
    return done or not words.to_what.isdisjoint(behind) or "for" in behind[:2]


def names_country(forms: Sequence[str], directives: Directives) -> bool:
    """«Мемлекет басшысы» is the President, not the state."""
    return any(
        form in directives.countries and not behind.startswith(directives.words.shades.head)
        for form, behind in pairwise([*forms, ""])
    )


def beginnings(
    clause: Clause, tokens: Sequence[Token], deadline: Deadline, language: str
) -> list[Token]:
    """The words that say that something begins, but for «с начала года» and those of the date."""
    begin, end = clause.start + deadline.start, clause.start + deadline.end
    told = [tokens[cue.first - clause.first] for cue in clause.cues if cue.kind == "starts"]
    return [
        token
        for token in told
        if not begin <= token.start < end
        and (language != "ru" or is_acting(token.form))
        and not (language == "kk" and token.form.endswith(KK_DONE))
    ]
