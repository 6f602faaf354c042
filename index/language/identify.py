"""In which language a stretch of text is: Russian, Bulgarian, Kazakh or English."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_KAZAKH = re.compile(r"[әғқңөұүһі]")
_RUSSIAN = re.compile(r"[ыэё]")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_FUNCTION_WORDS = {
    "ru": [
        "в",
        "и",
        "не",
        "на",
        "что",
        "с",
        "по",
        "как",
        "это",
        "его",
        "к",
        "но",
        "из",
        "за",
        "от",
        "для",
        "они",
        "мы",
        "был",
        "было",
        "были",
        "который",
        "или",
        "при",
        "того",
        "также",
        "этом",
        "уже",
        "чтобы",
        "если",
        "только",
        "может",
        "быть",
        "об",
        "во",
        "со",
        "ко",
        "их",
        "ее",
    ],
    "bg": [
        "и",
        "на",
        "в",
        "да",
        "се",
        "за",
        "от",
        "с",
        "не",
        "е",
        "са",
        "по",
        "че",
        "като",
        "ще",
        "при",
        "към",
        "до",
        "са",
        "това",
        "този",
        "тази",
        "тези",
        "което",
        "който",
        "която",
        "които",
        "или",
        "но",
        "във",
        "със",
        "без",
        "след",
        "между",
        "беше",
        "има",
        "може",
        "още",
        "само",
        "той",
        "тя",
        "те",
        "ги",
        "му",
        "ѝ",
    ],
    "kk": [
        "және",
        "мен",
        "бен",
        "пен",
        "бұл",
        "осы",
        "үшін",
        "бар",
        "емес",
        "деп",
        "еді",
        "болады",
        "туралы",
        "бойынша",
        "да",
        "де",
        "жылы",
        "сол",
    ],
    "en": [],
}
_OF_WORD = {
    word: [name for name, listed in _FUNCTION_WORDS.items() if word in listed]
    for listed in _FUNCTION_WORDS.values()
    for word in listed
}


def identify(text: str, prior: str = "") -> str:
    """ru, kk, bg or en; ``prior``, the language of the text around, decides where nothing does."""
    lower = text.lower()
    cyrillic, latin = len(_CYRILLIC.findall(lower)), len(_LATIN.findall(lower))
    if cyrillic + latin == 0:
        return prior or "ru"
    if latin > 2 * cyrillic:
        return "en"
    if len(_KAZAKH.findall(lower)) * 25 > cyrillic:
        return "kk"
    votes: Counter[str] = Counter({prior: 1} if prior in {"ru", "bg", "kk"} else {})
    for word in _WORD.findall(lower):
        for name in _OF_WORD.get(word, ()):
            votes[name] += 1
        if word.endswith(("та", "то", "те", "ът", "ят")) and len(word) > 4:
            votes["bg"] += 1
        if word.endswith(("ый", "ого", "ться", "тся", "ой", "ами", "ях", "ах")):
            votes["ru"] += 1
    votes["ru"] += 4 * len(_RUSSIAN.findall(lower))
    return max(("ru", "bg", "kk"), key=lambda name: (votes[name], name == prior))
