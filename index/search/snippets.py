"""What a hit shows: an excerpt of its passage with the matching words marked, as HTML.

Sentences in another language than their passage's stand in ``<span lang>``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from index.documents.document import Document, Instruction, Passage
from index.language import Tokens
from index.search.marking import Marker, Match
from index.search.query import Query

LENGTH = 300
_TOLERANCE = 40  # a text longer by no more than this is shown whole
_WORD = 30  # a word cut off by the edge is left out if it is not longer
_DANGLING = " \n\t,;:–—-"

Span = tuple[int, int]
Stretch = tuple[int, int, str]
"""A span and its language."""


class Snippets:
    """Marks passages and titles for one query. HTML: escaped, quotes too, with <mark>."""

    def __init__(self, query: Query) -> None:
        self._text = Marker(query)
        self._title = Marker(query, title=True)
        self._last: tuple[Passage | None, list[Match]] = (None, [])

    def snippet(self, passage: Passage, length: int = LENGTH) -> str:
        """About ``length`` characters where most of the query stands; a short text whole."""
        matches = self._matches(passage)
        text = passage.text
        if len(text) <= length + _TOLERANCE:
            return _html(text, matches, foreign=_foreign(passage))
        start, end = _window(passage, _densest(matches, self._text.weights, length), length)
        before, after = "…" * (start > 0), "…" * (end < len(text))
        return before + _html(text, matches, start, end, _foreign(passage)) + after

    def marked(self, passage: Passage) -> str:
        """The whole text of a passage."""
        return _html(passage.text, self._matches(passage), foreign=_foreign(passage))

    def count(self, passage: Passage) -> int:
        """How many words of a passage are marked."""
        return sum(1 for _ in _joined(self._matches(passage)))

    def duty(self, passage: Passage) -> Instruction | None:
        """The instruction of a passage that says most of the query, if it says whom or by when.

        Of equals one with a day, then one with a body, then the first.
        """
        told = [each for each in passage.instructions if each.due or each.agencies]
        if len(told) <= 1:
            return told[0] if told else None
        matches = self._matches(passage)
        return max(
            told,
            key=lambda each: (self._weight(matches, each), bool(each.due), bool(each.agencies)),
        )

    def _weight(self, matches: Sequence[Match], duty: Instruction) -> int:
        """What the parts of the query that stand in an instruction weigh together."""
        inside = {each.part for each in matches if duty.start <= each.start < duty.end}
        return sum(self._text.weights[part] for part in inside)

    def title(self, document: Document) -> str:
        """The title of a document."""
        text = Tokens.of(document.title, document.language)
        return _html(document.title, self._title.matches(text))

    def _matches(self, passage: Passage) -> list[Match]:
        if not self._text.weights:
            return []
        if self._last[0] is not passage:
            text = Tokens.of(passage.text, passage.language, passage.sentences)
            self._last = passage, self._text.matches(text)
        return self._last[1]


def plain(passage: Passage) -> str:
    """The whole text of a passage with nothing marked."""
    return _html(passage.text, (), foreign=_foreign(passage))


def _densest(matches: Sequence[Match], weights: Sequence[int], length: int) -> Span:
    """The stretch no longer than ``length`` in which most of the query's parts stand.

    Among equals the one with more matches, then the first. (0, 0) when nothing matches.
    """
    best, best_score = (0, 0), (0, 0)
    inside: Counter[int] = Counter()
    weight = last = 0
    for first, match in enumerate(matches):
        while last < len(matches) and matches[last].end - match.start <= length:
            weight += weights[matches[last].part] * (not inside[matches[last].part])
            inside[matches[last].part] += 1
            last += 1
        if last == first:  # a single word longer than the excerpt: its beginning
            last += 1
            best = best if any(best) else (match.start, match.start + length)
            continue
        if (weight, last - first) > best_score:
            best_score = weight, last - first
            best = match.start, max(each.end for each in matches[first:last])
        inside[match.part] -= 1
        weight -= weights[match.part] * (not inside[match.part])
    return best


def _window(passage: Passage, core: Span, length: int) -> Span:
    """The excerpt around its core: from the sentence's start if that fits, at word ends."""
    text = passage.text
    room = max(length - (core[1] - core[0]), 0)
    begins = [each.start for each in passage.sentences if core[0] - room <= each.start <= core[0]]
    start = max(begins) if begins else max(core[0] - room // 2, 0)
    start = min(start, len(text) - length)
    end = min(start + length, len(text))
    return _word_start(text, start, core[0]), _word_end(text, end, max(core[1], start))


def _word_start(text: str, start: int, limit: int) -> int:
    """The next beginning of a word from ``start``, not after ``limit``."""
    if start <= 0 or text[start - 1].isspace():
        return start
    for place in range(start, min(start + _WORD, limit)):
        if text[place].isspace():
            return place + 1
    return start


def _word_end(text: str, end: int, limit: int) -> int:
    """The last end of a word up to ``end``, not before ``limit``, without a comma after it."""
    if end >= len(text):
        return end
    places = range(end, max(end - _WORD, limit), -1)
    end = next((place for place in places if text[place].isspace()), end)
    while end > limit and text[end - 1] in _DANGLING:
        end -= 1
    return end


def _joined(matches: Iterable[Match]) -> Iterator[Span]:
    """Spans to be marked: those that overlap become one («ИИ-стартап» and its parts)."""
    start = end = -1
    for match in matches:
        if match.start >= end:
            if end > start:
                yield start, end
            start = match.start
            end = match.end
        else:
            end = max(end, match.end)
    if end > start:
        yield start, end


def _foreign(passage: Passage) -> list[Stretch]:
    """The stretches of a passage that are in another language than itself."""
    stretches: list[Stretch] = []
    for each in passage.sentences:
        if each.language in {"", passage.language}:
            continue
        if stretches and stretches[-1][2] == each.language:
            before, between = stretches[-1], passage.text[stretches[-1][1] : each.start]
            if not between.strip():
                stretches[-1] = (before[0], each.end, each.language)
                continue
        stretches.append((each.start, each.end, each.language))
    return stretches


def _html(
    text: str,
    matches: Iterable[Match],
    start: int = 0,
    end: int | None = None,
    foreign: Iterable[Stretch] = (),
) -> str:
    """The text from ``start`` to ``end``, escaped, its matches marked, its languages told."""
    end = len(text) if end is None else end
    spans = list(_joined(matches))
    pieces = []
    for begins, ends, language in foreign:
        first, last = max(begins, start), min(ends, end)
        if first < last:
            pieces.append(_marked(text, spans, start, first))
            said = _marked(text, spans, first, last)
            pieces.append(f'<span lang="{escape(language)}">{said}</span>')
            start = last
    return "".join([*pieces, _marked(text, spans, start, end)])


def _marked(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    pieces = []
    for span in spans:
        first, last = max(span[0], start), min(span[1], end)
        if first < last:
            pieces += [escape(text[start:first]), "<mark>", escape(text[first:last]), "</mark>"]
            start = last
    return "".join([*pieces, escape(text[start:end])])
