"""Who bears a thing without being ordered to: «за министром – запуск», «отвечает аким»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import cases, is_future, is_past
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Bearers
from index.policy.scouting import Words
from index.policy.wordings import Cue

_DASHES = frozenset("—–―-")
# The cases of a body on which a Russian preposition of a list puts a thing.
_CASES = {
    "behind": frozenset({"ablt"}),
    "on": frozenset({"loct", "accs"}),
    "off": frozenset({"gent"}),
    "at": frozenset({"gent"}),
}


def entrusted(
    text: str, mentions: Sequence[Mention], tokens: Words, directives: Directives
) -> Iterator[Cue]:
    """A cue at the word by which a thing is put on an agency: «запуск – за акиматом»."""
    words = directives.words.bearers
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        before = tokens[inside.start - 1].form if inside.start else ""
        if directives.language == "kk":
            after = inside.stop
            if after < len(tokens) and tokens[after].form in words.own:
                yield Cue("entrusts", after, after)
        elif directives.language == "ru":
            if is_put_on(before, tokens[inside.start].form, "", "ru", words):
                beside = before not in words.off and _is_beside_dash(
                    text, tokens, inside, mention.end, words
                )
                burdened = "burdens" in directives.marks(tokens) and (
                    before not in words.behind | words.at
                    or any(one.form.startswith(words.fixed) for one in tokens)
                )
                if beside or burdened:
                    yield Cue("entrusts", inside.start - 1, inside.start - 1)
        else:
            place = inside.start - 1 - (before in words.articles)
            lies = (
                place > 0
                and tokens[place].form in words.on
                and tokens[place - 1].form in words.lies
            )
            if lies and "burdens" in directives.marks(tokens):
                yield Cue("entrusts", place, place)


def _is_beside_dash(text: str, tokens: Words, inside: range, end: int, words: Bearers) -> bool:
    """«За акиматом – запуск», «запуск – за акиматом»."""
    first = inside.start - 1
    first -= first > 0 and tokens[first - 1].form in words.only
    before = text[tokens[first - 1].end : tokens[first].start] if first else ""
    behind = text[end : tokens[inside.stop].start] if inside.stop < len(tokens) else ""
    return any(not _DASHES.isdisjoint(gap.split()) for gap in (before, behind.strip('»“”"')))


def is_put_on(before: str, first: str, behind: str, language: str, words: Bearers) -> bool:
    """Whether the words beside a name, and its own first, put a thing on who is named."""
    if language != "ru":
        return before in words.on or behind in words.own
    case = next((case for kind, case in _CASES.items() if before in getattr(words, kind)), None)
    return case is not None and not case.isdisjoint(cases(first))


def is_answerable(
    forms: Sequence[str], told: Sequence[str], directives: Directives, *, direct: bool
) -> bool:
    """«Лично отвечает за дороги», not «отвечает на вопрос» or «раньше отвечал за дороги».

    ``told`` are the words that say so, ``direct`` whether they are said to those who must: what is
    told of them is how things are, but for what each does himself.
    """
    words, russian = directives.words.bearers, directives.language == "ru"
    if not words.denied.isdisjoint(forms) or (russian and any(map(is_past, told))):
        return False
    answering = any(form.startswith(words.answering) for form in told)
    if answering and words.answered_for.isdisjoint(forms):
        return False
    bears = any(form.startswith(words.bearing) for form in told)
    will = russian and any(map(is_future, (*told, *words.will.intersection(forms))))
    return direct or bears or will or any(map(words.himself.match, forms))


def is_received(given: Sequence[str], words: Bearers) -> bool:
    """«Получил месяц»: who must is the subject; ``given`` are the words that say so."""
    return all(form.startswith(words.receiving) for form in given)


def is_time_given(given: Sequence[str], directives: Directives, *, within: bool) -> bool:
    """«Дал два месяца», «получил месяц»; not «получил книгу летом», «даст ответ к лету».

    ``given`` are the words that say so, ``within`` whether so much time is told or a term.
    """
    if directives.language == "ru" and all(map(is_future, given)):
        return False
    return within or not is_received(given, directives.words.bearers)
