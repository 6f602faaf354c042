"""What kind of duty a clause holds: a goal of the country, a requirement to a thing, an order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from index.language import Token
from index.language.grammar import cases, is_acting, is_finite_passive, is_infinitive, is_quality
from index.policy.duties.clauses import Clause
from index.policy.duties.deadlines import Deadline

_BE = {"ru": "быть", "en": "be"}
_SOON = 3  # words behind «быть» in which it is told how a thing must be
_MADE = re.compile(
    r"(?!need|indeed|open)\w+(?:ed|en)|built|made|done|set|kept|put|brought|held|paid|found|led|cut"
)
_KAZAKH_BE = re.compile(r"\w[ғгқк][ае]н жөн|\bбол(?:уға|уы) (?:тиіс|керек|қажет|міндетті)")
_KAZAKH_PLACE = re.compile(r"\b(?:қала|ел|мемлекет|хаб|орталық)(?:ы|на|ға)?\s+бол(?:уға|уы)\b")
_KAZAKH_DENIED = re.compile(
    r"(?:меу|мау|беу|бау|пеу|пау)[іы]? (?:керек|тиіс|қажет|жөн)|міндетті емес"
)
_KAZAKH_DOING = (
    "ған",
    "ген",
    "қан",
    "кен",
    "у",
    "уі",
    "уы",
    "уге",
    "уға",
    "уді",
    "уды",
    "уіміз",
    "уымыз",
    "уіңіз",
    "уыңыз",
)
_KAZAKH_DONE = ("ған", "ген", "қан", "кен")  # «көшіре бастаған»
_WANTED = frozenset({"нужны", "необходимы", "нужни", "необходими"})
_NEED = frozenset({"need", "needs"})
_REACH = 12  # tokens from an English order to its «to»
_DEMANDS = frozenset({"demanded", "demands", "insisted", "requested", "required", "ordered"})
_WISHES = frozenset({"want", "wants", "wanted"})  # «wants people to be happy» charges nobody
_DUTIES = frozenset({"to", "task", "responsible"})  # behind an English order: what it comes to
_WORKING = re.compile(r"\bда (?:\w{1,3} )?\w+[аеяи](?:м|ме)\b")  # bg: «да работим»
_OURS = re.compile(r"(?:уіміз|уымыз|юіміз|юымыз) (?:керек|қажет|тиіс|жөн)")
_PAST_DUTY = re.compile(r"(?<!\bне )\b(?:должн\w+|должен) бы(?:л|ла|ло|ли)\b")
_NUMBER = re.compile(
    r"\b(?!20\d\d)\d|тысяч|миллион|процент|сто |мың|пайыз|хиляд|thousand|per cent"
    r"|удвои|утрои|вдвое|втрое|в разы|doubl|tripl|екі есе|удво"
)
_EVERY = re.compile(
    r"\b(?:кажд|всех\b|всем\b|все\b|половин|треть\b|трети\b|четверт|всеки|всяка|всички|every\b|each\b|all\b"
    r"|half\b|a third|әрбір|барлық|жартысы)"
)
_ANY = re.compile(r"\W*(?:no|any|every|each)\s(?!later|less|more|longer|matter)")
_KAZAKH_NEVER = re.compile(r"[мбп](?:еу|ау)(?:ге|ға) тиіс")
_ANYONE = frozenset(
    {
        *("гражданин", "житель", "чиновник", "пациент", "заявитель", "школьник", "ученик"),
        *("citizen", "patient", "official", "pupil", "applicant", "resident", "user", "nobody"),
        *("шенеунік", "азамат", "тұрғын", "науқас", "оқушы", "иесі", "пайдаланушы"),
        *("гражданинът", "пациентът", "чиновникът", "ученикът", "служителят"),
    }
)
_NEVER = frozenset({"такого", "подобного"})  # «такого быть не должно»


def is_how(forms: Sequence[str], language: str, text: str) -> bool:
    """Whether a clause says how a thing must be: «должен быть понятным», no work to be done."""
    if language == "kk":
        return bool(_KAZAKH_BE.search(text)) and not _KAZAKH_PLACE.search(text)
    be = _BE.get(language, "")
    if be not in forms:
        return False
    behind = forms[forms.index(be) + 1 :][:_SOON]
    if language == "en":
        return bool(behind) and not any(_MADE.fullmatch(form) for form in behind[:2])
    if any(is_finite_passive(form) for form in behind):
        return False
    return any(is_quality(form) for form in behind)


def is_place_to_be(text: str) -> bool:
    """Whether a Kazakh clause says what a city or the country must be."""
    return bool(_KAZAKH_PLACE.search(text)) and bool(_KAZAKH_BE.search(text))


def is_denied(forms: Sequence[str], language: str, text: str, duties: Iterable[int]) -> bool:
    """«Учитель не обязан …», «must not …»: a duty that is denied; ``duties`` are its tokens."""
    if language == "kk":
        return bool(_KAZAKH_DENIED.search(text))
    if language == "en":
        return any(forms[number + 1 : number + 2] == ["not"] for number in duties)
    return any("не" in forms[max(number - 2, 0) : number] for number in duties)


def is_thing_needed(forms: Sequence[str], language: str, numbers: Collection[int]) -> bool:
    """«Заводу нужны заказы»: a thing is wanted, and nothing told that somebody do.

    ``numbers`` are the tokens that tell of a need or a duty.
    """
    if not numbers:
        return False
    if language == "kk":
        return not any(number and forms[number - 1].endswith(_KAZAKH_DOING) for number in numbers)
    if not all(forms[number] in _WANTED for number in numbers):
        return False
    if any(form == "да" or is_infinitive(form) for form in forms):
        return False
    # «Нужны центры и связи» is an order after all; «заводам нужны …», «нужны не …, а …» is none.
    return any("не" in forms[number + 1 : number + 2] for number in numbers) or any(
        "datv" in cases(form) for number in numbers for form in forms[:number][-2:]
    )


def is_thing_wanted(forms: Sequence[str], needs: Iterable[int]) -> bool:
    """«Data centres need cheap power», but not «the Ministry needs to …»."""
    wanted = [number for number in needs if forms[number] in _NEED]
    return bool(wanted) and not any("to" in forms[n + 1 : n + 1 + _SOON] for n in wanted)


def is_complaint(forms: Collection[str]) -> bool:
    """«Такого больше быть не должно»: what happened is bad, and nobody is charged."""
    return "не" in forms and not _NEVER.isdisjoint(forms)


def is_announced(forms: Sequence[str]) -> bool:
    """«Президент дал ряд поручений»: several, and not yet which."""
    several = any(form in {"поручений", "поручения", "задач", "указаний"} for form in forms)
    return several and not any(is_infinitive(form) for form in forms)


def is_working(text: str) -> bool:
    """«Да работим заедно»: Bulgarian for what we all should do."""
    return bool(_WORKING.search(text.lower()))


def is_ours(text: str) -> bool:
    """«Түзеуіміз керек»: Kazakh for what we all should do."""
    return bool(_OURS.search(text.lower()))


def was_duty(text: str) -> bool:
    """«Должны были сделать»: a duty of the past."""
    return " бы" in text and bool(_PAST_DUTY.search(text.lower()))


def has_measure(text: str) -> bool:
    """Whether a clause tells how many, by a number that is no year, or that all are meant."""
    return bool(_NUMBER.search(text.lower()) or _EVERY.search(text.lower()))


def is_of_anyone(forms: Sequence[str], language: str, text: str) -> bool:
    """Whether a clause begins with whoever it may be; in Kazakh also what nobody may do."""
    if language == "en" and _ANY.match(text):
        return True
    if language == "kk" and _KAZAKH_NEVER.search(text):
        return True
    return any(form in _ANYONE for form in forms)


def tells_to(forms: Sequence[str], last: int, *, named: bool) -> bool:
    """«Told the Government to …», «demanded that the Bank …»; ``named`` where somebody is."""
    behind = forms[last + 1 : last + 1 + _REACH]
    if forms[last] in _WISHES and not named:
        return False
    if forms[last] in _DEMANDS and behind[:1] == ["that"] and named:
        return True
    done = any(one == "with" and then.endswith("ing") for one, then in pairwise(behind))
    return done or not _DUTIES.isdisjoint(behind) or "for" in behind[:2]


def names_country(forms: Sequence[str], countries: Collection[str]) -> bool:
    """«Мемлекет басшысы» is the President, not the state."""
    return any(
        form in countries and not behind.startswith("басшы")
        for form, behind in pairwise([*forms, ""])
    )


def beginnings(
    clause: Clause, tokens: Sequence[Token], deadline: Deadline, language: str
) -> list[Token]:
    """The words that say that something begins, but for «с начала года» and those of the date."""
    begin, end = clause.start + deadline.start, clause.start + deadline.end
    told = [tokens[cue.first - clause.first] for cue in clause.cues if cue.kind == "starts"]
    return [
        token
        for token in told
        if not begin <= token.start < end
        and (language != "ru" or is_acting(token.form))
        and not (language == "kk" and token.form.endswith(_KAZAKH_DONE))
    ]
