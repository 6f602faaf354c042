"""Words made from one another: внедрить, внедрять, внедрение."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from index.tables import read_table


def relatives(lemmas: Collection[str]) -> tuple[str, ...]:
    """Lemmas of the same families, without those given; for an expansion of less weight."""
    found = (other for lemma in lemmas for other in _families().get(lemma, ()))
    return tuple(dict.fromkeys(other for other in found if other not in lemmas))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """The table's families by lemma, once a process; TableError for a slip."""
    table = read_table("derivation.toml", Path(__file__).parent)
    known: dict[str, tuple[str, ...]] = {}
    for line in table.text("families").split("\n"):
        family = tuple(line.split())
        known.update(dict.fromkeys(family, family))
    table.close()
    return known
