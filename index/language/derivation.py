"""Words made from one another: внедрить, внедрять, внедрение."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from pathlib import Path


def relatives(lemmas: Collection[str]) -> tuple[str, ...]:
    """Lemmas of the same families, without those given; for an expansion of less weight."""
    found = (other for lemma in lemmas for other in _families().get(lemma, ()))
    return tuple(dict.fromkeys(other for other in found if other not in lemmas))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((Path(__file__).parent / "derivation.toml").read_text("utf-8"))
    known: dict[str, tuple[str, ...]] = {}
    for line in table["families"].split("\n"):
        family = tuple(line.split())
        known.update(dict.fromkeys(family, family))
    return known
