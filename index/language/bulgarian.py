"""Bulgarian words: the dictionary's lemma, and a light key behind it."""

from __future__ import annotations

import simplemma


def lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of a clean word, lower case."""
    form = word.lower()
    return (simplemma.lemmatize(form, lang="bg").lower(),)
