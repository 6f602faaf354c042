"""Who published a text that does not say so in a field: «сообщает Zakon.kz»."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What is written, in any case of the word -> the name shown.
_KNOWN = {
    r"zakon\.kz": "Zakon.kz",
    r"(?:kazinform|qazinform|казинформ\w{0,2}|қазақпарат|inform\.kz)": "Kazinform",
    r"(?:akorda\.kz|акорд[аыеу]|ақорда)": "Акорда",
    r"tengri\s?news(?:\.kz)?": "Tengrinews.kz",
    r"trt на русском": "TRT на русском",
    r"profit\.kz": "Profit.kz",
    r"nur\.kz": "NUR.KZ",
    r"baq\.kz": "BAQ.KZ",
    r"orda\.kz": "Orda.kz",
    r"казахстанск(?:ая|ой|ую) правд(?:а|ы|е|у)": "Казахстанская правда",
    r"егемен қазақстан": "Егемен Қазақстан",
    r"(?:the )?astana times": "The Astana Times",
    r"kazakhstan today": "Kazakhstan Today",
    r"k(?:ursiv|урсив)(?: media)?": "Kursiv Media",
    r"(?:бта|bta)": "БТА",
    r"тасс": "ТАСС",
}
_KNOWN_NAME = "|".join(_KNOWN)
_DOMAINS = "kz|bg|ru|com|net|org|asia|info|uz|media|news|бг|рф|қаз"
_SITE = rf"[a-zа-яё0-9][\w-]{{0,40}}(?:\.[\w-]{{1,40}}){{0,2}}\.(?:{_DOMAINS})"
_QUOTED = r"[«„“\"][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\s«»„“”\"]*(?:\s[^\s«»„“”\"]+){0,2}[»“”\"]"
_KIND = (
    r"(?:(?:информационн\w+ )?агент?ств\w+|информационната агенция|агенция\w*|ИА|МИА|издани\w+|"
    r"газет\w+|портал\w*|сайт\w*|вестник|агентт\w+|(?:the )?(?:news )?agency)"
)
_CAPITAL_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.-]*(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.-]*){0,3}"
_NAME = (
    rf"(?P<name>(?i:{_KNOWN_NAME}|{_SITE})(?!\w)|"
    rf"(?i:{_KIND})\s+(?:{_QUOTED}|{_CAPITAL_NAME})|{_QUOTED})"
)
_BEFORE = (
    r"(?i:сообща(?:ет|ют)|сообщил[аио]?|переда[её]т|передал[аио]?|пишет|информирует|"
    r"со ссылкой на|по (?:данным|сообщению|информации)|съобщава\w*|съобщи|предава|"
    r"пише|информира|с позоваване на|according to|reported by|хабарлайды|хабарлады|жазады)"
)
_AFTER = (
    r"(?i:(?:news agency )?(?:reports|reported|writes)|"
    r"хабарла\w+|жаз(?:ады|ған)|сообща\w+|переда[её]т)"
)
_VERB_THEN_NAME = re.compile(rf"{_BEFORE},?\s+(?:корреспондент\w*\s+)?(?:(?i:{_KIND})\s+)?{_NAME}")
_NAME_THEN_VERB = re.compile(rf"{_NAME}(?:\s+(?i:агенттігі|порталы|газеті))?\s+{_AFTER}")
_VERB_AFTER_NAME = re.compile(rf"\s{_AFTER}")  # found fast, unlike a name
_OWN_EARLIER = re.compile(
    r"(?i:как (?:ранее |уже )?(?:писал|сообщал|передавал)[аио]?(?: ранее)?)\s+"
    rf"(?:(?i:{_KIND})\s+)?{_NAME}"
)
_CLOSING = re.compile(rf",\s*(?:как\s+|деп\s+)?{_BEFORE}\s+[^,]{{2,80}}$")
_LEAST_LEFT = 20  # characters of a sentence that say something without its attribution
_FIRST = 3  # paragraphs in which the attribution of a report stands
_FAR_ENOUGH = 2000  # characters of a paragraph
_TRIMMED = re.compile(rf"^(?i:{_KIND})\s+|[«»„“”\"]")


def source_named(paragraphs: Sequence[str]) -> str:
    """The source that a text names for itself, «» if it names none.

    Looked for in the first paragraphs («съобщава агенция Kazinform»), then anywhere as the
    outlet's word about its earlier report («Как писал TRT на русском»).
    """
    for text in paragraphs[:_FIRST]:
        name = _attributed(text[:_FAR_ENOUGH])
        if name:
            return _shown(name)
    for text in paragraphs:
        earlier = _OWN_EARLIER.search(text[:_FAR_ENOUGH])
        if earlier:
            return _shown(earlier["name"])
    return ""


def without_attribution(sentence: str) -> str:
    """A sentence without a closing «, сообщает Zakon.kz»."""
    cut = _CLOSING.search(sentence)
    return sentence[: cut.start()] if cut and cut.start() >= _LEAST_LEFT else sentence


def _attributed(text: str) -> str:
    forms = [_VERB_THEN_NAME]
    if _VERB_AFTER_NAME.search(text):
        forms.append(_NAME_THEN_VERB)
    found = [match for form in forms if (match := form.search(text))]
    return min(found, key=re.Match.start)["name"] if found else ""


def _shown(name: str) -> str:
    for form, shown in _KNOWN.items():
        if re.search(rf"(?<!\w)(?:{form})(?!\w)", name, re.IGNORECASE):
            return shown
    return _TRIMMED.sub("", name).strip()
