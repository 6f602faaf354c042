"""Letters of the languages read here, as ranges of a regular expression."""

from __future__ import annotations

UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
"""Capitals: Latin, Russian, Bulgarian and Kazakh."""
