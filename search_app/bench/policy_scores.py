"""Finds counted against labels, by measure, part and language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from search_app.bench.policy_labels import Labels

_ANSWERS = {
    "speaker",
    "speaker of three",
    "due date",
    "kind",
    "lead",
    "language",
}  # of these the share of right answers is told


@dataclass
class Tally:
    """True, false and missed finds; or right and wrong answers."""

    right: int = 0
    false: int = 0
    missed: int = 0
    slips: list[str] = field(default_factory=list)

    def sets(self, wanted: frozenset[str], got: Iterable[str], where: str) -> None:
        """Count two sets against each other."""
        given = frozenset(got)
        self.right += len(wanted & given)
        self.false += len(given - wanted)
        self.missed += len(wanted - given)
        self.slips += [f"{where} +{one}" for one in sorted(given - wanted)]
        self.slips += [f"{where} -{one}" for one in sorted(wanted - given)]

    def answer(self, *, right: bool, slip: str) -> None:
        """Count one answer to one question."""
        self.right += right
        self.missed += not right
        self.slips += [] if right else [slip]

    @property
    def recall(self) -> float:
        """Of what was wanted, what was found; of questions, those answered right."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def precision(self) -> float:
        """Of what was found, what was wanted."""
        return self.right / max(self.right + self.false, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.false + self.missed, 1)


class Scores:
    """Tallies by measure, part (development or held out) and language."""

    def __init__(self) -> None:
        self.tallies: dict[tuple[str, str, str], Tally] = defaultdict(Tally)

    def of(self, measure: str, labels: Labels, language: str = "") -> Tally:
        """The tally that a document's finds go to."""
        part = "held-out" if labels.held_out else "development"
        return self.tallies[measure, part, language or labels.language]

    def whole(self, measure: str, part: str) -> Tally:
        """The tally of a measure over all languages."""
        found = [
            tally
            for (name, where, _), tally in self.tallies.items()
            if (name, where) == (measure, part)
        ]
        return _sum(found)

    def rows(self, part: str, *, slips: bool) -> Iterator[str]:
        """A line for each measure: over all languages, then each."""
        measures = dict.fromkeys(measure for measure, where, _ in self.tallies if where == part)
        for measure in measures:
            by_language = {
                language: tally
                for (name, where, language), tally in sorted(self.tallies.items())
                if (name, where) == (measure, part)
            }
            yield _row(measure, _sum(by_language.values()), by_language)
            if slips:
                for tally in by_language.values():
                    yield from (f"      {slip}" for slip in tally.slips)


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.right += tally.right
        whole.false += tally.false
        whole.missed += tally.missed
    return whole


def _row(measure: str, whole: Tally, by_language: dict[str, Tally]) -> str:
    each = "  ".join(f"{language} {tally.f1:.3f}" for language, tally in by_language.items())
    if measure in _ANSWERS:
        each = "  ".join(f"{language} {one.recall:.3f}" for language, one in by_language.items())
        return f"  {measure:28} {whole.recall:.3f}  of {whole.right + whole.missed:4}   {each}"
    figures = f"{whole.f1:.3f}  P {whole.precision:.3f} R {whole.recall:.3f}"
    return f"  {measure:28} {figures} of {whole.right + whole.missed:4}   {each}"
