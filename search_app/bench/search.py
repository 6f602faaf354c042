"""Measure searching: the whole job of a result page, beside other engines."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.search.evaluation import engine as searching
from index.search.evaluation import scoring
from index.search.evaluation.engine import Filters, Matches, evaluate
from index.search.evaluation.nearness import Pair
from index.search.query import And, Or, Phrase, Query, Term
from index.store.reader import open_index
from search_app.bench.drawing import drawn
from search_app.bench.engines import PEERS, built
from search_app.bench.first import first_search
from search_app.bench.kept import kept
from search_app.bench.peers import TOP, Engine
from search_app.bench.questions import AGENCY, KINDS, SINCE, UNTIL, Answer, Question, questions

_NAMES = [kind + way for kind in KINDS for way in ("", " filtered")]
_COLD = "cold"
_NEAR = 0.05  # lengths are kept in a byte, and not in the same one everywhere

Times = dict[str, dict[str, list[float]]]
"""Milliseconds by engine and kind of question."""


class Ours:
    """The engine of this project."""

    name = "this"

    def __init__(self, path: Path) -> None:
        self._ix = open_index(path)

    def found(self, question: Question) -> Callable[[], Answer]:
        """One evaluation gives all."""
        values = {"agency": frozenset([AGENCY])}
        filters = Filters(SINCE, UNTIL, values) if question.filtered else Filters()
        matches = evaluate(self._ix, _query(question), filters, "relevance", 0, TOP)
        return lambda: self._answer(matches)

    def _answer(self, matches: Matches) -> Answer:
        facets = matches.facets
        months = {date: n for date, n in facets["date"].items() if len(date) > len("YYYY")}
        agencies = {value: count for value, count in facets["agency"].items() if count}
        scores = tuple(score for _, score in matches.hits)
        return Answer(matches.totals.passages, agencies, facets["area"], months, scores)


def main(argv: Sequence[str] | None = None) -> int:
    """Build the corpus in every engine, ask all questions in turn, print times and ratios."""
    wanted = _arguments().parse_args(argv)
    if wanted.plain:
        scoring.DELTA = 0.0
        vars(searching)["sought"] = _nothing_sought
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        rows = kept(wanted.corpus, wanted.passages, folder)
        asked = questions((row.lemmas for row in rows), wanted.questions)
        peers = built(wanted.peers, folder, rows)
        opened, answered = first_search(folder / "index", asked[0].words[0])
        print(f"a fresh process opens in {opened:.1f} ms, answers first in {answered:.1f}")
        engines: list[Engine] = [Ours(folder / "index"), *peers]
        differing = _differing(engines, asked)
        if wanted.plain:
            _print_scores(engines, asked)
        times = _timed(engines, asked, wanted.rounds)
    _print(times)
    if differing:
        print(f"{differing} answers differ from this engine's", file=sys.stderr)
    summary = _summary(times)
    if wanted.against:
        _print_growth(summary, json.loads(wanted.against.read_text("utf-8")))
    if wanted.json:
        wanted.json.write_text(json.dumps(summary, indent=1), "utf-8")
    if wanted.svg:
        title = f"Milliseconds a search, {wanted.passages:,} passages"
        wanted.svg.write_text(drawn(summary, ["mean", "p99", *_NAMES], title), "utf-8")
    return 1 if differing else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench search", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a file of JSON Lines, also as .xz")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=25, help="of each of the twelve kinds")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", nargs="*", choices=sorted(PEERS), default=sorted(PEERS))
    parser.add_argument("--folder", type=Path, help="build here, and use what is there already")
    parser.add_argument("--json", type=Path, help="keep the figures here")
    parser.add_argument("--svg", type=Path, help="draw the figures here")
    parser.add_argument(
        "--against", type=Path, help="figures kept of another run: how many times they have grown"
    )
    parser.add_argument(
        "--plain", action="store_true", help="score as peers do: no bonus for nearness, plain BM25"
    )
    return parser


def _query(question: Question) -> Query:
    terms = tuple(Term((word,)) for word in question.words)
    if question.kind == "phrase":
        return Phrase(tuple(term.terms for term in terms))
    if len(terms) == 1:
        return terms[0]
    return Or(terms) if question.kind.startswith("or") else And(terms)


def _differing(engines: Sequence[Engine], asked: Sequence[Question]) -> int:
    """How many answers of others have another total or other counts."""
    count = 0
    for question in asked:
        ours, *theirs = (engine.found(question)() for engine in engines)
        count += sum(not answer.agrees(ours) for answer in theirs)
    return count


def _nothing_sought(query: Query) -> tuple[tuple[Pair, ...], tuple[Term, ...]]:  # noqa: ARG001
    """No words of a query to gain by nearness."""
    return (), ()


def _print_scores(engines: Sequence[Engine], asked: Sequence[Question]) -> None:
    """How many of the answers have the best scores of another engine, but for a factor."""
    for other in engines[1:]:
        near = sum(_alike(engines[0].found(q)().scores, other.found(q)().scores) for q in asked)
        print(f"best scores within {_NEAR:.0%} of {other.name}'s: {near} of {len(asked)}")


def _alike(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    # Lucene and tantivy leave out the constant k1 + 1 of the formula, or do not.
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return not ratios or max(ratios) <= (1 + _NEAR) * min(ratios)


def _timed(engines: Sequence[Engine], asked: Sequence[Question], rounds: int) -> Times:
    """Milliseconds of each question: the best of some rounds, and the first of them as "cold".

    The engines take turns at every question, so that the first round finds the caches of the
    processor full of another engine's work.
    """
    times: Times = defaultdict(lambda: defaultdict(list))
    for question in asked:
        for each in engines:
            took = []
            for _ in range(rounds):
                began = time.perf_counter()
                each.found(question)
                took.append(1000 * (time.perf_counter() - began))
            times[each.name][question.name].append(min(took))
            times[each.name][_COLD].append(took[0])
    return times


def _summary(times: Times) -> dict[str, dict[str, float]]:
    summary = {}
    for engine, kinds in times.items():
        every = sorted(each for name in _NAMES for each in kinds[name])
        cuts = statistics.quantiles(every, n=100)
        summary[engine] = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}
        summary[engine] |= {"mean": statistics.mean(every)}
        summary[engine] |= {kind: statistics.mean(each) for kind, each in kinds.items()}
    return summary


def _print(times: Times) -> None:
    summary = _summary(times)
    ours = summary["this"]
    print(
        "ms"
        + "".join(
            f"{engine:>14}{'this ÷ it' if engine != 'this' else '':>10}" for engine in summary
        )
    )
    for figure in ("mean", "p50", "p95", "p99", _COLD, *_NAMES):
        cells = [
            f"{them[figure]:14.3f}"
            + ("" * 10 if them is ours else f"{ours[figure] / them[figure]:10.2f}")
            for them in summary.values()
        ]
        print(f"{figure:16}" + "".join(cells))


def _print_growth(
    summary: Mapping[str, Mapping[str, float]], before: Mapping[str, Mapping[str, float]]
) -> None:
    """How many times dearer each figure is than in an earlier run, by engine."""
    engines = [engine for engine in summary if engine in before]
    print("times" + " " * 11 + "".join(f"{engine:>14}" for engine in engines))
    for figure in ("mean", "p50", "p95", "p99", *_NAMES):
        grown = (summary[each][figure] / before[each][figure] for each in engines)
        print(f"{figure:16}" + "".join(f"{each:14.1f}" for each in grown))
