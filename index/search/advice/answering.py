"""What a request is answered with: its own query, or the nearest that finds something.

A query that finds anything at all is answered as it is, whatever the filters leave of it;
so a value of a facet is counted in the very answer that its link shows. A question is first
rid of words that say nothing; where only few passages have all the others, those with most of
them follow. Where nothing is found, the words of a phrase may stand apart, then synonyms and
words of the same root are taken in, then unknown words are written otherwise, then most of the
words must do. The page says what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from index.search.advice import relaxing, rewording
from index.search.advice.asking import asked, without_asking
from index.search.advice.suggestions import finds, mended
from index.search.evaluation.engine import Matches, count
from index.search.evaluation.filters import Filters
from index.search.evaluation.semantic import nearest
from index.search.page import Note, Suggestion, Totals
from index.search.parsing.parser import ParsedQuery, parse
from index.search.parsing.syntax import Node, meaning
from index.search.query import Query
from index.search.request import SearchRequest
from index.store.reader import Index

Evaluated = Callable[[Query], Matches]
"""The matches of a query under the request's filters, in its order."""


@dataclass(frozen=True)
class Answer:
    """The query that was answered, what matched it, and how it came about.

    ``applied`` is what the words were taken for without being asked.
    """

    query: Query
    matches: Matches
    notes: tuple[Note, ...] = ()
    applied: Suggestion | None = None


def answered(ix: Index, wanted: SearchRequest, parsed: ParsedQuery, evaluated: Evaluated) -> Answer:
    """The answer to a request; exactly what was typed where it asks for that.

    Of a question who must do something, and by when, the rest is answered.
    """
    if parsed.tree is None or not wanted.helped:
        return Answer(parsed.query, evaluated(parsed.query))
    asks = asked(wanted.text)
    if asks is None:
        return _with_meaning(ix, wanted, parsed.tree, evaluated)
    answer = _with_meaning(ix, wanted, asks.about, evaluated)
    return replace(answer, notes=(Note("asks", ", ".join(asks.words)), *answer.notes))


def _with_meaning(ix: Index, wanted: SearchRequest, tree: Node, evaluated: Evaluated) -> Answer:
    """The answer by words, and by nearness in meaning where the site has that."""
    near = nearest(ix, wanted.text, tree)
    if near is None:
        return _in_words(ix, wanted, tree, evaluated)
    answer = _in_words(ix, wanted, tree, partial(_counted, ix, Filters.of(ix, wanted)))
    query = near.around(answer.query)
    notes = answer.notes + (Note("by-meaning"),) * bool(near.found)
    return replace(answer, query=query, matches=evaluated(query), notes=notes)


def understood(ix: Index, wanted: SearchRequest) -> Answer:
    """The answer to a request without its passages: only their number under its filters.

    What it asks depends on the text and the index alone, whatever the filters leave of it.
    """
    return answered(ix, wanted, parse(wanted.text), partial(_counted, ix, Filters.of(ix, wanted)))


def _counted(ix: Index, filters: Filters, query: Query) -> Matches:
    return Matches(Totals(count(ix, query, filters), 0, 0), (), {})


def _in_words(ix: Index, wanted: SearchRequest, tree: Node, evaluated: Evaluated) -> Answer:
    """The answer by words alone; ``tree`` is what the words of the request seek."""
    query = meaning(tree)
    silent: tuple[str, ...] = ()
    if asked(wanted.text) or relaxing.is_question(wanted.text, tree):
        query, silent = relaxing.without_silent(tree)
        widened = _widened(ix, tree, count(ix, query, Filters()), evaluated)
        if widened:
            return widened
    matches = evaluated(query)
    if matches.totals.passages or finds(ix, query):
        return Answer(query, matches, _said("silent-words", silent))
    sought = without_asking(wanted)
    return _nearest(ix, sought, tree, evaluated) or Answer(meaning(tree), evaluated(meaning(tree)))


def _widened(ix: Index, tree: Node, few: int, evaluated: Evaluated) -> Answer | None:
    """The few passages that have all words of a question, and those with most of them.

    The one passage with all of «Какие школы построят?» need not be one that answers it.
    """
    found = relaxing.relaxed(ix, tree) if 0 < few < relaxing.ENOUGH else None
    if found is None or count(ix, found.query, Filters()) <= few:
        return None
    notes = (Note("most-words-too"), *_said("silent-words", found.silent))
    return Answer(found.query, evaluated(found.query), notes)


def _nearest(ix: Index, wanted: SearchRequest, tree: Node, evaluated: Evaluated) -> Answer | None:
    """The answer to what a query that finds nothing was most likely to find."""
    plain, silent = relaxing.without_silent(tree)
    if silent and finds(ix, plain):
        return Answer(plain, evaluated(plain), _said("silent-words", silent))
    loose = relaxing.loosened(tree)
    if loose and finds(ix, loose[0]):
        return Answer(loose[0], evaluated(loose[0]), _said("loose-phrases", loose[1]))
    texts = mended(ix, tree, wanted.text)
    stands = partial(finds, ix)
    tables = (
        ("synonyms", rewording.widened(tree, stands)),
        ("kin", rewording.with_kin(tree, stands)),
    )
    for reason, text in (*tables, *texts):
        query = parse(text).query
        if finds(ix, query):
            matches = evaluated(query)
            applied = Suggestion(reason, wanted.with_text(text), matches.totals.passages)
            return Answer(query, matches, (), applied)
    return _most(ix, wanted, tree, evaluated, texts)


def _most(
    ix: Index,
    wanted: SearchRequest,
    tree: Node,
    evaluated: Evaluated,
    texts: Sequence[tuple[str, str]],
) -> Answer | None:
    """Most of the words, those that the index does not have written otherwise if they can be."""
    reason, text = texts[-1] if texts else ("", wanted.text)
    tree = parse(text).tree or tree
    found = relaxing.relaxed(ix, tree)
    if found is None:
        return None
    matches = evaluated(found.query)
    applied = Suggestion(reason, wanted.with_text(text), matches.totals.passages)
    notes = (
        Note("most-words"),
        *_said("silent-words", found.silent),
        *_said("unknown-words", found.unknown),
        *_said("loose-phrases", found.phrases),
    )
    return Answer(found.query, matches, notes, applied if reason else None)


def _said(code: str, words: tuple[str, ...]) -> tuple[Note, ...]:
    return (Note(code, ", ".join(words)),) if words else ()
