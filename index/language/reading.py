"""Sentences and words of a text at once, as indexing needs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count

from index.documents.document import Sentence
from index.language.analyzer import Stretch, Tokens, stretches
from index.language.identify import PRIOR, identify
from index.language.marks import Marked
from index.language.runs import ENDS, LARGE, LEANS, MAY_END, MOST, NUMBER, RUNS, SMALL, Run
from index.language.sentences import STOP, ends, sentences

Read = tuple[tuple[Sentence, ...], Tokens]

_SETTLED = PRIOR - 1e-9  # sums of votes are rounded
_AN_END = bytes(says & (ENDS | MAY_END) for says in range(256))


def read(text: str, prior: str = "") -> Read:
    """What ``sentences`` and ``analyze_sentences`` give, at once.

    A text of a Russian document is read run by run, which takes a quarter of the time.
    """
    if prior != "ru" or not text.strip():
        found = sentences(text, prior)
        return found, Tokens(text, stretches(found))
    pieces = text.split()
    runs = RUNS.marked(pieces)
    says = runs.says
    spans = _Spans(text, pieces, says)
    most = max(says)
    if most < LEANS:
        found = tuple([Sentence(start, end, "ru") for _, _, start, end in spans])
    else:
        found = tuple([_sentence(text, *span, runs, says) for span in spans])
    if most >= NUMBER or (most >= LEANS and any(each.language != "ru" for each in found)):
        return found, Tokens(text, stretches(found))
    return found, Tokens(text, [Stretch(0, len(text), "ru")], runs=runs)


def _sentence(
    text: str, first: int, last: int, start: int, end: int, runs: Marked[Run], says: bytes
) -> Sentence:
    """A sentence of a Russian text; where its runs lean too far, its language is asked for."""
    said = says[first : last + 1]
    if sum(said.translate(MOST)) - len(said) < _SETTLED:  # so told without a look at the runs
        return Sentence(start, end, "ru")
    leans = sum([run.leans for run in runs.within(first, last).runs])
    language = "ru" if leans < _SETTLED else identify(text[start:end], "ru")
    return Sentence(start, end, language)


class _Spans:
    """The sentences of a text: the first and the last run of each, where it starts and ends."""

    def __init__(self, text: str, pieces: Sequence[str], says: bytes) -> None:
        self._text, self._pieces, self._says = text, pieces, says
        # Where each ends, less the number of runs before it: one space, mostly, before each.
        self._sums = list(accumulate(map(len, pieces)))
        self._regular = self._end(len(pieces) - 1) == len(text)  # nowhere is more than one space
        if not self._regular:
            self._sums = _sums(text, pieces)

    def _end(self, number: int) -> int:
        return self._sums[number] + number

    def _start(self, number: int) -> int:
        return self._end(number) - len(self._pieces[number])

    def __iter__(self) -> Iterator[tuple[int, int, int, int]]:
        first = 0
        for last in self._last_runs():
            yield first, last, self._start(first), self._end(last)
            first = last + 1

    def _last_runs(self) -> Iterator[int]:
        """The numbers of the runs with which a sentence ends."""
        may_end = compress(count(), self._says[:-1].translate(_AN_END))
        lines = self._line_ends() if "\n" in self._text else {}
        start = 0
        for number in sorted({*lines, *may_end}) if lines else may_end:
            if number in lines:
                yield number
                start = lines[number]
            elif self._is_end(start, number):
                yield number
                start = self._end(number)
        yield len(self._pieces) - 1

    def _is_end(self, start: int, number: int) -> bool:
        """Whether a sentence ends after a run that may be an end; ``start`` is where it starts."""
        opens = self._says[number + 1] & (SMALL | LARGE)
        if opens and self._regular and not self._says[number] & MAY_END:
            return opens == LARGE
        stop = STOP.search(self._text, self._start(number))
        return stop is not None and ends(self._text, start, stop)

    def _line_ends(self) -> dict[int, int]:
        """The runs that end a line, but not the text, and where the next line starts."""
        text, lines = self._text, {}
        for number in range(len(self._pieces) - 1):
            end, start = self._end(number), self._start(number + 1)
            if "\n" in text[end:start]:
                lines[number] = text.rindex("\n", end, start) + 1
        return lines


def _sums(text: str, pieces: Sequence[str]) -> list[int]:
    """Where each piece ends, less the number of those before it, whatever the spaces between."""
    found, end = [], 0
    for number, piece in enumerate(pieces):
        end = text.index(piece, end) + len(piece)
        found.append(end - number)
    return found
