"""Bars along an axis of periods, as numbers for an SVG that stretches without distorting text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search_app.periods import STEPS
from search_app.presenters.trends import Series, Trends

HEIGHT = 96
"""Pixels of the tallest bar."""

AT_THE_EDGE = 95
"""Percent: a label behind it stands before its tick, so that it is not cut."""

_TWO_LABELS = 24  # percent of a narrow screen
_FEW = 6  # labels that a narrow screen has room for
_GAP = 0.2  # of a period between two bars, at most a pixel or so when there are many


@dataclass(frozen=True)
class Bar:
    """Passages of a period; x and width in percent, y and height in pixels."""

    period: int
    count: int
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True)
class Tick:
    """A year under the axis, at x percent; a minor one may be left out."""

    x: float
    year: int
    minor: bool


@dataclass(frozen=True)
class Chart:
    """Bars of one series; all charts of a page have the same scale."""

    series: Series
    bars: tuple[Bar, ...]

    @property
    def peak(self) -> Bar | None:
        """The tallest bar, the first of equals."""
        return max(self.bars, key=lambda bar: bar.count, default=None)


def charts(found: Trends) -> list[Chart]:
    """A chart for each series."""
    most = max((count for each in found.series for count in each.counts.values()), default=1)
    place = _places(found.periods)
    return [Chart(each, tuple(_bars(each, found.periods, place, most))) for each in found.series]


def ticks(periods: range, step: str) -> list[Tick]:
    """The years along the axis, thinned to what it has room for."""
    place, each_year = _places(periods), STEPS[step]
    years = [period for period in periods if period % each_year == 0] or list(periods[:1])
    every = max(1, -(-len(years) // (2 * _FEW)))
    kept = [(round(place(period), 3), period // each_year) for period in years[::every]]
    last = kept[-1][0] if kept else 0.0
    many = len(kept) > _FEW
    return [
        Tick(x, year, (many and n % 2 > 0) or (last > AT_THE_EDGE and 0 < last - x < _TWO_LABELS))
        for n, (x, year) in enumerate(kept)
    ]


def _bars(
    series: Series, periods: range, place: Callable[[int], float], most: int
) -> Sequence[Bar]:
    width = round((1 - _GAP) * 100 / max(len(periods), 1), 3)
    return [
        _bar(period, series.counts[period], round(place(period), 3), width, most)
        for period in periods
        if series.counts[period]
    ]


def _bar(period: int, count: int, x: float, width: float, most: int) -> Bar:
    height = max(round(HEIGHT * count / most, 1), 1.5)
    return Bar(period, count, x, width, round(HEIGHT - height, 1), height)


def _places(periods: range) -> Callable[[int], float]:
    """Where the bar of a period begins, in percent of the axis."""
    first, count = (periods[0], len(periods)) if periods else (0, 1)
    return lambda period: 100 * (period - first + _GAP / 2) / count
