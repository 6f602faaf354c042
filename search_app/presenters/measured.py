"""How good the annotations are: what ``bench policy`` measured on texts kept aside.

The figures are those of one run, with its date; they are not worked out when a page is asked for.
"""

from __future__ import annotations

from typing import NamedTuple

from search_app.languages import N_

DAY = "2026-11-22"
"""When it was measured."""


class Figure(NamedTuple):
    """What was looked for; of 100: how much of what was found is right, how much was found.

    ``labels`` is the number of readers' labels; None where right and found are one figure.
    """

    what: str
    right: int
    found: int | None
    labels: int


HELD_OUT = (
    Figure(N_("ведомства, названные в тексте"), 98, 94, 47),
    Figure(N_("ведомства, которым поручено"), 100, 75, 8),
    Figure(N_("приоритетные области"), 84, 95, 38),
    Figure(N_("поручения"), 82, 82, 33),
    Figure(N_("сроки поручений"), 100, None, 12),
    Figure(N_("вид поручения"), 100, None, 27),
    Figure(N_("какие тексты об одном событии"), 100, 100, 19),
    Figure(N_("язык фрагмента"), 100, None, 42),
)
"""On texts that nobody looked at while the rules were written."""

MADE_UP = (
    Figure(N_("ведомства, названные в тексте"), 99, 100, 100),
    Figure(N_("ведомства, которым поручено"), 100, 96, 73),
    Figure(N_("приоритетные области"), 85, 87, 76),
    Figure(N_("поручения"), 95, 91, 86),
    Figure(N_("сроки поручений"), 97, None, 37),
    Figure(N_("чьи слова"), 99, None, 70),
)
"""On reports and dispatches made up and marked before the rules were tried on them."""

SEEN = (
    Figure(N_("ведомства, названные в тексте"), 99, 98, 165),
    Figure(N_("приоритетные области"), 91, 86, 168),
    Figure(N_("поручения"), 82, 90, 182),
    Figure(N_("сроки поручений"), 100, None, 41),
    Figure(N_("чьи слова"), 100, None, 53),
)
"""On the texts by which the rules were written: what can be hoped for at best."""
