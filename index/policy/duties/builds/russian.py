"""«Фонду запрещено оплачивать», «отмерил акиму шестьдесят дней», «Минфину – предложения»."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.language import Token
from index.language.grammar import cases, is_acting, is_future, is_infinitive, may_be_verb
from index.policy.duties.builds.surroundings import Order, Place

_TASK = frozenset({"задача", "обязанность", "ответственность"})
_TOWARDS = frozenset({"к", "ко"})
_NEVER = frozenset({"по", "благодаря", "согласно", "вопреки", "навстречу"})
_ASKING = frozenset({"просьбой", "требованием", "поручением", "призывом", "предложением"})
_STATES = frozenset(
    {"легко", "трудно", "пора", "проще", "важно", "незачем", "нечего", "спасибо"}
) | frozenset({"можно", "нельзя", "удалось"})
# With whom in the dative and an infinitive they make it possible, or tell of something else.
_LEAVES = re.compile(
    r"(?:не)?(?:по|с|за|у|от|вы|при|рас)?(?:помо[гчж]|позвол|меша|помеша|уда[лс]|уда[её]т|разреш|довер|хо[чт]е|нрав|труд|легк|легч"
    r"|прощ|удоб|выгод|можн|нельз|обеща|грозит|важн|интерес|прихо[дж]ил|стыдн|некогд|сложн|лучш"
    r"|напомин|каза|кажет|доказ|покаж|сообщ|объясн|рассказ|призна|ответи|отвеч|верн|учи|хват|достат"
    r"|спосо|служи|стои[лт]|смог|может|могут|мог(?:ли|ла)?\Z|начал|реши|собира|планир|намер|готов"
    r"|продолж|успе|пыта|стара|стал|просил|ожида|заверш|благодар|вид)"
)
_GIVEN = re.compile(r"да(?:ст|ют|ёт|ет|ю|л[аи]?|но|на|ны)")  # «дал десять дней, чтобы …»
_TIME = re.compile(
    r"(?<!20\d\d\s)\b(?:дней|дня|день|недел\w*|месяц\w*|год|года|лет|суток|сутки|часов|часа|полгода"
    r"|срок\w*)\b"
)
# «– неделя, чтобы …», «– два месяца на ремонт»; but «– сорок лет»
_GIVEN_TIME = re.compile(
    r"(?:\w+ ){0,2}?(?:день|дня|дней|недел\w+|месяц\w*|год|года|полгода|сутки|суток|часов|квартал)"
    r",? (?:на|чтобы|для)\b"
)
_AGE = re.compile(r"(?:\w+ ){1,2}?(?:год|года|лет)\b(?!,? (?:на|чтобы))")
_ITEM = re.compile(r"\d+|перв\w+|втор\w+|трет\w+|четв[её]рт\w+|пят\w+|во|далее|также|и|а")
_QUOTES = frozenset({"«", "„", "“", '"'})
_FIRMS = frozenset({"ао", "нао", "тоо", "гп", "ргп", "фнб", "нк", "нпп"})
_ALSO = frozenset({"а", "и"})
_DASH = re.compile(r"[»”\"]?,?\s[–—-]\s[«„]?")


def order(place: Place) -> Order | None:
    """The word that tells a body named in the dative to act; none where nothing does."""
    preposition, case = _told_by(place)
    infinitive = next((n for n in place.behind if is_infinitive(place.form(n))), -1)
    if infinitive >= 0 and (
        preposition in _TASK or ("nomn" in case and _is_put_beside(place, infinitive))
    ):
        return Order(infinitive, verbless=True)  # «задача Правительства – найти»
    if "datv" not in case or preposition in _NEVER or _will(place, case, infinitive):
        return None
    if preposition in _TOWARDS:
        asking = next((n for n in place.behind if place.form(n) in _ASKING), -1)
        return Order(asking) if 0 < asking < infinitive else None
    return _of_whom(place, infinitive, free="nomn" in case)


def _of_whom(place: Place, infinitive: int, *, free: bool) -> Order | None:
    """``free`` where the name may be a subject: «МИД ускоряет …, МВД снимает …» gives no order."""
    dash = next((n for n in place.behind if _DASH.fullmatch(place.gap(n))), -1)
    told = place.text[place.tokens[dash].start :] if dash >= 0 else ""
    if _AGE.match(told):
        return None
    if _GIVEN_TIME.match(told):
        return Order(dash, verbless=True)
    if dash == place.behind.start and _opens(place):
        until = infinitive if infinitive >= 0 else dash + 1
        doing = any(_is_predicate(one) for one in place.tokens[dash:until])
        return None if doing else _verbless(infinitive, dash, opens=True)
    until = next((n for n in (infinitive, dash) if n >= 0), place.behind.stop)
    ahead = [*reversed(place.before), *(n for n in place.behind if n < until)]
    if any(place.form(n) in _STATES for n in ahead):
        return None
    verb = next((n for n in ahead if _is_predicate(place.tokens[n])), -1)
    if verb >= 0:
        parted = free and any("," in place.gap(n) for n in range(verb + 1, place.inside.start + 1))
        return None if parted else _by_verb(place, verb, infinitive)
    return _verbless(infinitive, dash, opens=all(_is_heading(place, n) for n in place.before))


def _by_verb(place: Place, verb: int, infinitive: int) -> Order | None:
    form, timed = place.form(verb), _TIME.search(place.written())
    if _GIVEN.fullmatch(form):
        return Order(verb) if timed else None
    bound = infinitive >= 0 or (timed and verb in place.before)
    return Order(verb) if bound and not _LEAVES.match(form) else None


def _told_by(place: Place) -> tuple[str, Collection[str]]:
    """The word before a name and its cases: of «НАО „Казпочта“» those of what it is said to be."""
    first = place.inside.start
    before = place.form(first - 1)
    if not before or place.gap(first).strip(" ") not in _QUOTES:
        return before, cases(place.form(first))
    return place.form(first - 2), {"nomn", "datv"} if before in _FIRMS else cases(before)


def _opens(place: Place) -> bool:
    """Whether a name begins a piece of its own: «…, акимам – разъяснить»."""
    first = place.inside.start
    return not place.before or "," in place.gap(first) or place.form(first - 1) in _ALSO


def _is_heading(place: Place, number: int) -> bool:
    """«Второе: Минфину – …», «Мадиеву, министру, – …»."""
    named = place.text[place.tokens[number].start].isupper() and "," in place.gap(number + 1)
    return named or bool(_ITEM.fullmatch(place.form(number)))


def _verbless(infinitive: int, dash: int, *, opens: bool) -> Order | None:
    """«Минфину – предложения», «акиматам к маю оснастить бригады»: the verb is left out."""
    if infinitive >= 0:
        return Order(infinitive, verbless=True)
    return Order(dash, verbless=True) if dash >= 0 and opens else None


def _is_put_beside(place: Place, infinitive: int) -> bool:
    """«Министерство – проверить»: nothing but a dash tells who does what."""
    told = range(place.behind.start, infinitive)
    dashed = _DASH.fullmatch(place.gap(infinitive)) is not None
    return dashed and not any(_is_predicate(place.tokens[n]) for n in (*place.before, *told))


def _will(place: Place, case: Collection[str], infinitive: int) -> bool:
    """«Раз в год МЦРИАП станет докладывать»: the infinitive is of its own plain future."""
    between = range(place.behind.start, infinitive)
    return "nomn" in case and any(is_future(place.form(n)) for n in between)


def _is_predicate(token: Token) -> bool:
    form = token.form
    acting = may_be_verb(token.lemmas) and is_acting(form)
    return acting and not is_infinitive(form) and not is_future(form)
