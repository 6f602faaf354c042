"""Bulgarian words: the dictionary's lemma, else the lemma that an ending points to, else a stem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_SHORTEST = 3
# The dictionary's lemmas of reflexive verbs: «разделя-(се)», «надявам-се».
_REFLEXIVE = re.compile(r"-\(?(?:се|си)\)?$")
_COMPARED = re.compile(r"(?:най|по)-(?=...)")
_VERBAL_NOUN = re.compile(r"(.+[аяе]н)(?:е|ето|ия|ията)")

# What an ending may stand for, «·» for nothing: «цифров|ия» «цифров», «участни|ците» «участник».
# Articles and plurals first, then adjectives with a fleeting vowel, then verbs.
_ENDINGS = """
ът: · | ят: · й я | та: · | то: · | те: · | ите: · а я ен й | овете: · й | евете: · й
ове: · й | еве: · й | ия: · и ен ия | ият: · и ен | ата: · а | ото: · о | ета: е | етата: е | ята: я
ести: о | ният: ен | ния: ен | ните: ен не | ната: ен | ното: ен | ни: ен не | на: ен не | но: ен
ции: ция | ци: к | ците: к | зи: г | зите: г | си: х | сите: х
и: · а я й | а: · | я: · й | е: · | о: ·
им: я а | иш: я а | ите: я а | ил: я а | ила: я а | или: я а | ило: я а | ят: я | ат: а
их: я а | иха: я а | ихме: я а | ихте: я а | еше: а я | еха: а я | ен: я а | ена: я а | ени: я а
л: · м | ла: · м | ли: · м | ло: · м | ш: м | ше: м | ха: · м | х: · м | ме: м | т: м | щ: м | щи: м
""".replace("\n", "|")
_TO_TRY = tuple(
    (ending.strip(), replaced.strip("·"))
    for ending, _, replacements in (row.partition(":") for row in _ENDINGS.split("|") if ":" in row)
    for replaced in replacements.split()
)
_STEM = re.compile(
    r"(?<=...)(?:овете|евете|ищата|етата|ове|еве|ята|ата|ото|ето|ият|ите|ища|ета|ия|ът|ят|та|то|те"
    r"|а|я|о|и|е)$"
)


def lemmas(word: str) -> tuple[str, ...]:
    """Give the lemmas of a clean word, lower case: one, or a participle with its verb."""
    form = _COMPARED.sub("", word.lower())
    lemma = _verbal_noun(form) or _listed(form) or _ended(form) or _STEM.sub("", form)
    verb = _listed(lemma) if lemma.endswith("н") else None
    return (lemma, verb) if verb and verb != lemma else (lemma,)


@cache
def _dictionary() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("bg")


def _listed(form: str) -> str | None:
    """Look the form up; «съгласих» stands under its particle «се» and so counts as missing."""
    lemma = _dictionary().get(form)
    if lemma is None or (lemma == "се" and form != "се"):
        return None
    return _REFLEXIVE.sub("", lemma.lower())


def _verbal_noun(form: str) -> str | None:
    """«изтичането» is «изтичане»: the dictionary calls some of its forms «изтичам»."""
    noun = _VERBAL_NOUN.fullmatch(form)
    if noun is None or _listed(noun[1] + "ие") == noun[1] + "ие":
        return None  # «решения» is «решение»
    lemma = _listed(noun[1] + "е")
    if lemma and (lemma == noun[1] + "е" or lemma.endswith(("м", "я"))):
        return noun[1] + "е"
    return None


def _ended(form: str) -> str | None:
    return next(filter(None, map(_listed, _candidates(form))), None)


def _candidates(form: str) -> Iterator[str]:
    for ending, replaced in _TO_TRY:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            yield form[: len(form) - len(ending)] + replaced


def is_known(form: str) -> bool:
    """Whether the dictionary has the lower-case form."""
    return _dictionary().get(form) is not None  # «in» looks a missing form up by an exception
