"""Letters of the languages read here, as ranges of a regular expression."""

from __future__ import annotations

UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
"""Capitals: Latin, Russian, Bulgarian and Kazakh."""
LOWER = "a-zа-яё"
"""Small letters of Latin and Russian."""
KAZAKH = "әғқңөұүһі"
"""Small letters that only Kazakh has."""


def plain(text: str) -> str:
    """The text in small letters, ё as е: as tables are written."""
    return text.lower().replace("ё", "е")
