"""What only seems to order: talk of oneself, wishes, asking by others, words of a reporter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.grammar import is_infinitive

_SELF = re.compile(
    r"\b(?:долж(?:ен|на|ны)|хочу|надо|нужно|следует|трябва да|искам да)\s(?:вам\s|ви\s|сразу\s)?"
    r"(?:признаться|признать|сказать|отметить|заметить|подчеркнуть|констатировать|оговориться"
    r"|призная|кажа|отбележа|подчертая)\b"
    r"|\b(?:i|we)\s(?:must|have to|should)\s(?:admit|say|confess|note|stress|emphasise|emphasize)\b"
    r"|\b(?:айту|мойындау|атап өту)\w*\s(?:керек|тиіс|қажет)|\bнаста\w+ на сво[её]м"
)
# Of these words one stands wherever that matches, which is seen sooner.
_SAYING = (
    *("призна", "сказать", "метить", "черкн", "констатир", "оговор", "кажа", "отбележа"),
    *("подчерт", "admit", "say", "confess", "note", "stress", "emphasi"),
    *("айту", "мойындау", "атап өту", "наста"),
)
_LAID = (" цвет", " вен")
_WREATH = re.compile(r"\b(?:возлож|полож|постав|подн[её]с)\w* (?:цвет|вен)")  # charges nobody
_WISH = re.compile(r"[\s«„“\"]*(?:пусть|да\s(?:будет|здравствует)|нека)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:депутат|сенатор|мажилисмен|эксперт|аналитик|журналист|активист|жител|пользовател"
    r"|правозащитник|блогер|народни[ят]* представител|експерт|журналист"
    r"|deput(?:y|ies)\b(?! prime| minister)|senator|lawmaker|expert|analyst|journalist|activist)"
    r"\w*\s(?:\w+\s){0,3}?(?:по)?(?:треб|прос|поиска|наста|талап|сұра|demand|ask|urge|request)"
)
_KAZAKH_ASKING = re.compile(
    r"\b(?:депутат|сенатор|сарапшы|белсенді|журналист|ата-ана|тұрғын)\w*\s[^.!?]*"
    r"\b(?:талап ет|сұра)"
)
_COMPLAINED = re.compile(
    r"\b(?:жалу[юе]т|сету[юе]т|жалоб|ропщ|недовольн)\w*[^.!?]*,\s(?:что|будто)"
    r"|\bоплакв\w+[^.!?]*,? че|\bcomplain\w*\s(?:that|about|of)|\bшағым\w*"
)
_SPOKEN = re.compile(r"(?:[–—―-]|[»“”\"]\s*,?)\s*\Z")
# «предложил американским фондам», «offered foreign investors»
_ABROAD = re.compile(
    r"\b(?:предлож\w+|предлага\w+)\s(?:на\s)?(?:американс|китайс|европейс|японс|корейс|турец|турс|арабс"
    r"|немец|германс|француз|британс|итальянс|италианс|индийс|российс|русс|узбекс|зарубеж|иностран"
    r"|чуждестран|международн|мировы|глобальн|инвестор|партн[её]р)\w*"
    r"|\b(?:propos|offer|suggest|invit|urg|ask|call)\w*\s(?:(?:to|on|the|that)\s){0,2}(?:american|chinese|european"
    r"|japanese|korean|turkish|arab|german|french|british|italian|indian|russian|uzbek|foreign"
    r"|international|global|overseas|investors|partners)\b"
    r"|\b(?:америка|қытай|еуропа|жапон|корей|түрік|араб|неміс|француз|британ|ресей|шетел|халықаралық)\w*"
    r"\s\w+(?:ға|ге|қа|ке|на|не)\s[^.!?]*\b(?:ұсын|шақыр)"
)
_LONGEST = 6  # words of «потребовал Касым-Жомарт Кемелевич Токаев»
_TO = frozenset({"да", "to", "чтобы", "that"})


def is_aside(low: str) -> bool:
    """«Должен признаться …», «возложил цветы»: the speaker tells of himself or of a ceremony.

    The clause is given in small letters.
    """
    if any(word in low for word in _SAYING) and _SELF.search(low):
        return True
    return any(word in low for word in _LAID) and _WREATH.search(low) is not None


def is_complained(before: str) -> bool:
    """«Граждане жалуются, что за справкой надо ехать»; ``before`` stands before what they must."""
    return bool(_COMPLAINED.search(before.lower()))


def is_wish(text: str) -> bool:
    """«Пусть Родина процветает!»: an order only where somebody is named who may fulfil it."""
    return bool(_WISH.match(text))


def is_to_strangers(low: str) -> bool:
    """«Предложил американским фондам …»: who is asked is none of those he may order about."""
    return bool(_ABROAD.search(low))


def is_asking(text: str) -> bool:
    """«Депутат потребовал от Правительства …»: who asks has nobody to order about."""
    low = text.lower()
    return bool(_ASKING.search(low) or _KAZAKH_ASKING.search(low))


def is_attribution(before: str, forms: Sequence[str]) -> bool:
    """«…», – потребовал Токаев: the order stands before it; ``before`` is the text there."""
    if len(forms) > _LONGEST or not _SPOKEN.search(before):
        return False
    return _TO.isdisjoint(forms) and not any(is_infinitive(form) for form in forms)
