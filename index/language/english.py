"""English words: the Snowball stem, and the form itself where they differ."""

from __future__ import annotations

import threading

_LOCAL = threading.local()


def lemmas(word: str) -> tuple[str, ...]:
    """The stem of a clean word; «Kazakhstan's» loses its ending."""
    form = word.lower()
    form = form.removesuffix("'s").removesuffix("'")
    return (_stem(form),)


def _stem(form: str) -> str:
    """A stemmer keeps the word it works on, so each thread has its own."""
    if not hasattr(_LOCAL, "stemmer"):
        # It loads the stemmers of thirty languages, for which no start should wait.
        import snowballstemmer  # noqa: PLC0415

        _LOCAL.stemmer = snowballstemmer.stemmer("english")
    stem: str = _LOCAL.stemmer.stemWord(form)
    return stem
