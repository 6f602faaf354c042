"""How often something was spoken of in each month, quarter or year; from the date facet alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from index.documents.dates import PartialDate
from index.errors import RequestError
from index.search.page import FacetValue, SearchPage
from index.search.request import Args, SearchRequest
from index.search.rolling import settled
from index.today import today
from search_app.periods import STEPS, number, span

MOST = 4
"""Queries, agencies and areas that one page compares."""

LONGEST = 240
"""Periods on an axis; with more of them the step is longer."""

Search = Callable[[SearchRequest], SearchPage]


@dataclass(frozen=True)
class TrendsRequest:
    """What to compare: up to MOST (parameter, value) pairs, under the filters of ``narrowed``."""

    compared: tuple[tuple[str, str], ...]
    step: str
    narrowed: SearchRequest
    left_out: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_args(cls, args: Args) -> TrendsRequest:
        """The request that an address makes; RequestError names a malformed parameter."""
        pairs = [(name, value) for name in ("q", "area", "agency") for value in args.getlist(name)]
        compared = dict.fromkeys((name, " ".join(value.split())) for name, value in pairs)
        named = tuple((name, value) for name, value in compared if value)
        step = (args.get("step") or "").strip() or "month"
        if step not in STEPS:
            raise RequestError("step", f"takes one of {', '.join(STEPS)}")
        narrowed = _bare(SearchRequest.from_args(args))
        return cls(named[:MOST], step, narrowed, named[MOST:])

    @classmethod
    def of(cls, wanted: SearchRequest) -> TrendsRequest:
        """What a search is about, through time: its words, or else its areas and agencies."""
        chosen = [("area", each) for each in sorted(wanted.areas)]
        chosen += [("agency", each) for each in sorted(wanted.agencies)]
        pairs = [("q", wanted.text)] if wanted.text else chosen
        return cls(tuple(pairs[:MOST]), "month", _bare(wanted))

    def to_query_string(self) -> str:
        """The query string of this request, in UTF-8 escaped."""
        pairs = [*self.compared, *([("step", self.step)] if self.step != "month" else [])]
        said = urlencode(pairs, quote_via=quote), self.narrowed.to_query_string()
        return "&".join(filter(None, said))

    def without(self, pair: tuple[str, str]) -> TrendsRequest:
        """The same comparison with one thing less."""
        kept = tuple(each for each in self.compared if each != pair)
        return dataclasses.replace(self, compared=kept)

    def by(self, step: str) -> TrendsRequest:
        """The same comparison in other steps."""
        return dataclasses.replace(self, step=step)

    def searches(self) -> list[SearchRequest]:
        """A search for each thing compared; for all passages if there is none."""
        return [self._search(*pair) for pair in self.compared] or [self.narrowed]

    def _search(self, name: str, value: str) -> SearchRequest:
        if name == "q":
            return self.narrowed.with_text(value)
        return self.narrowed.with_value(name, value)


@dataclass(frozen=True)
class Series:
    """Passages about one thing by period; ``loose`` have no date as exact as the step."""

    wanted: SearchRequest
    counts: Counter[int]
    loose: int

    @property
    def total(self) -> int:
        """All passages in the range, those of inexact date too."""
        return self.counts.total() + self.loose

    def within(self, period: int, step: str) -> SearchRequest:
        """The search that shows the passages of a period."""
        return self.wanted.dated(*span(period, step))


@dataclass(frozen=True)
class Trends:
    """What is compared, over the same periods."""

    step: str  # may be longer than asked for
    periods: range
    series: tuple[Series, ...]

    @property
    def told(self) -> list[int]:
        """The periods in which something was said, the newest first."""
        every = reversed(self.periods)
        return [period for period in every if any(each.counts[period] for each in self.series)]


def trends(wanted: TrendsRequest, search: Search) -> Trends:
    """Count each thing compared; a step in which the axis would be too long grows."""
    searches = wanted.searches()
    years = [list(_years(each, search)) for each in searches]
    since, until = (settled(end, today()) for end in (wanted.narrowed.since, wanted.narrowed.until))
    for step in list(STEPS)[list(STEPS).index(wanted.step) :]:
        counts = [_clipped(_counts(each, step), since, until, step) for each in years]
        named = [period for each in counts for period in each]
        periods = range(min(named), max(named) + 1) if named else range(0)
        if len(periods) <= LONGEST:
            break
    exact = step == "year"
    loose = [0 if exact else _loose(each, since, until) for each in years]
    found = zip(searches, counts, loose, strict=True)
    return Trends(step, periods[-LONGEST:], tuple(Series(*each) for each in found))


@dataclass(frozen=True)
class _Year:
    year: int
    months: dict[int, int]  # passages of which the month is known
    whole: int  # passages of which only the year is known


def _bare(wanted: SearchRequest) -> SearchRequest:
    """The filters alone, without what is compared and without help that counts other words."""
    plain = SearchRequest()
    return dataclasses.replace(
        wanted,
        **{name: getattr(plain, name) for name in ("text", "areas", "agencies", "sort", "group")},
        page=1,
        per_page=plain.per_page,
    )


def _years(wanted: SearchRequest, search: Search) -> Iterator[_Year]:
    free = dataclasses.replace(wanted.without_dates(), per_page=1, helped=False)
    for year in search(free).facets["date"]:
        shown = {int(month.value[5:]): month.count for month in year.months if month.count}
        whole = _whole(year, shown, free, search)
        months = {month: count - whole for month, count in shown.items()}
        yield _Year(int(year.value), months, whole)


def _whole(year: FacetValue, shown: dict[int, int], free: SearchRequest, search: Search) -> int:
    """Passages dated only in the year: the facet counts them in every month that it names."""
    if not shown:
        return year.count
    if len(shown) > 1:
        return (sum(shown.values()) - year.count) // (len(shown) - 1)
    other = 1 if 1 not in shown else 2  # a month that no passage names shows only them
    return search(free.within(f"{year.value}-{other:02}")).totals.passages


def _counts(years: Sequence[_Year], step: str) -> Counter[int]:
    counts: Counter[int] = Counter()
    for each in years:
        for month, count in each.months.items():
            counts[number(each.year, month, step)] += count
        if step == "year" and each.whole:
            counts[each.year] += each.whole
    return counts


def _loose(years: Sequence[_Year], since: PartialDate | None, until: PartialDate | None) -> int:
    first, last = since.year if since else 0, until.year if until else dt.MAXYEAR
    return sum(each.whole for each in years if first <= each.year <= last)


def _clipped(
    counts: Counter[int], since: PartialDate | None, until: PartialDate | None, step: str
) -> Counter[int]:
    first = number(since.first.year, since.first.month, step) if since else min(counts, default=0)
    last = number(until.last.year, until.last.month, step) if until else max(counts, default=0)
    return Counter({period: n for period, n in counts.items() if first <= period <= last and n})
