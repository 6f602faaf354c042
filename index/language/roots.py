"""The root that Russian words share, as far as endings and suffixes tell: протест, протестовать.

A crutch for finding, not morphology: it serves where not all words of a question are found,
and what it adds counts less. A root keeps at least five letters, so short words stand alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 5
_RUSSIAN = re.compile("[а-я-]+")
_ENDING = re.compile(
    "(?:ость|[аяе]ни[ея]|[аи]ци[яи]|ен(?:ец|ка)|(?:ть|ти|чь)(?:ся)?|[иы]й|ой|ие|ье|ия|ья|[аяоеиыйьую])$"
)
_SUFFIX = re.compile(
    "(?:"
    "[иы]ва|[ое]ва|и[рз]ирова?|ирова?|ну|[аяеи]"  # развивать, организовать
    "|(?:[аяе]|ова|ирова)?н[нм]?и|аци|ици|[еёо]вк"  # внедрение, регистрация, разработка
    "|[аеи]?тельн|[аеи]?тел|льн|[еао]нн|ованн|ирован|[ое]в"  # обязательный, внедренный
    "|ост|ств|еств|тв|ств[еи]нн|овств|енств"  # производство
    "|[иеа]?ческ|[еи]?ск|ичн|ист|изм|ик"  # экономический, городской
    "|[нчщ]ик|[ие]ц|[ия]нин|ник"  # участник, поселенец
    "|(?<=[^аеиоуыэюя])[нкцчл]"  # проблемный, но не норман
    ")$"
)


@lru_cache(maxsize=20_000)
def root(lemma: str) -> str:
    """What is left of a Russian lemma without endings and suffixes; a short word as it is."""
    if not _RUSSIAN.fullmatch(lemma):
        return lemma
    rest = _cut(lemma, _ENDING)
    before = ""
    while rest != before:
        before, rest = rest, _cut(rest, _SUFFIX)
    return rest


def _cut(word: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(word, SHORTEST)
    return word[: match.start()] if match else word
