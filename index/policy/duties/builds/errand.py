"""«По поручению Президента министерство проверит шахты», «банк ще докладва на Токаев»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import is_future
from index.policy.duties.builds.surroundings import WHOM
from index.policy.scouting import Words
from index.policy.wordings import Cue

_ERRAND = {
    "ru": re.compile(
        r"\b(?:по|во исполнение|согласно) (?:\w+ )?(?:поручени|указани|распоряжени|требовани)\w+"
        r" (?:президента|главы государства|(?:касым-жомарта )?токаева)"
        r"|\b(?:дол[оа]ж|доклад|отчит|информир|сообщ|представ|внес|внос|направ)\w+"
        r" (?:\w+ ){0,3}?(?:президент[уа]|глав[еу] государства|токаев[уа])\b"
    ),
    "bg": re.compile(
        r"\bпо (?:заповед|поръчение|нареждане|указание|разпореждане|искане)\w* на"
        r" (?:президента|държавния глава|токаев)|\bдокладва\w* (?:\w+ ){0,3}?на"
        r" (?:токаев|президента|държавния глава)\b"
    ),
    "kk": re.compile(r"\b(?:мемлекет басшысы|президент|тоқаев)\w* (?:тапсырмасы|өкімі|талабы)\w*"),
    "en": re.compile(
        r"\b(?:on|by|at|under|following) (?:the )?(?:orders?|instructions?|request|demand) of"
        r" (?:the )?(?:president|head of state|tokayev)|\b(?:president|tokayev|head of state)[’']s"
        r" (?:orders?|instructions?|request|demand)\b|\breport(?:s|ed)? (?:back )?to (?:the )?"
        r"(?:president|tokayev|head of state)\b"
    ),
}
_WILL = {"bg": frozenset({"ще", "да"}), "en": frozenset({"will", "must", "shall"})}
_KAZAKH_WILL = re.compile(r"\w+(?:[аей]ды|[аей]ді)|\w+(?:атын|етін|йтын|йтін) болады")
_REACH = 14  # tokens between whom and what he will do


def errands(text: str, mentions: Sequence[Mention], tokens: Words, language: str) -> Iterator[Cue]:
    """Cues at whom the sentence sends on the President's errand and at what he will do."""
    said = text[tokens[0].start : tokens[-1].end].lower()
    if not _ERRAND[language].search(said):
        return
    wills = [n for n, token in enumerate(tokens) if _is_will(token.form, language)]
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        will = next((n for n in wills if abs(n - inside.start) <= _REACH), -1)
        if inside and will >= 0:
            yield Cue(WHOM, inside.start, inside.start)
            # What «told to» takes in English is read elsewhere; here nobody need look for it.
            yield Cue("elided" if language == "en" else "orders", will, will)
            return


def _is_will(form: str, language: str) -> bool:
    if language == "ru":
        return is_future(form)
    if language == "kk":
        return bool(_KAZAKH_WILL.fullmatch(form))
    return form in _WILL[language]
