"""Who must act: which of the agencies named in a clause it charges, first and jointly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from index.documents.document import Mention
from index.language import Token
from index.language.endings import KK_FROM_WHOM, KK_NO_SUBJECT, KK_OF_WHOM, KK_TO_WHOM, KK_WITH_WHOM
from index.language.grammar import cases, is_verb
from index.language.known_words import is_known
from index.policy.duties.addressees.bearers import is_put_on
from index.policy.duties.builds.reporting import REPORTED
from index.policy.duties.builds.scheduled import SCHEDULED
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Whom
from index.policy.duties.modality.deeds import did
from index.policy.scouting import within

_TOLD_OF = frozenset({"orders", "elided", "duties", "needs"})
_ORDERS = frozenset({"orders"})
_CLOSE = 2  # tokens from «together with» to its agency: «the» may stand between
_TO_WHOM = {
    "owed",
    "bans",
    "stalls",
    "spoke",
    "orders",
    "elided",
    "proposes",
    "needs",
    "recalled",
    "reminds",
    "shifts",
}
_WHO = {
    "bans",
    "missed",
    "duties",
    "future",
    SCHEDULED,
    REPORTED,
    "expects",
    "starts",
    "answers",
    "receives",
}


def charged(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    kinds: frozenset[str],
    directives: Directives,
    together: Sequence[int],
    whom: Collection[int] = (),
    told: Collection[int] = (),
) -> tuple[list[Mention], list[Mention]]:
    """Of the mentions in a clause (its tokens), those charged and those charged jointly.

    ``together`` holds the numbers of tokens that end «совместно с», ``whom`` those with which
    a name begins that is charged by the build of the clause, ``told`` those by which a body is
    told something.
    """
    lead: list[Mention] = []
    joint: list[Mention] = []
    previous: Mention | None = None
    recipient: Mention | None = None
    words = directives.words.whom
    for mention in mentions:
        first, last = _numbers(tokens, mention)
        if first not in whom and _has_done(tokens, first, last, directives, told):
            previous = None
            continue
        if lead and _is_handed(tokens, first, last, recipient, directives):
            recipient, previous = mention, None
            continue
        if any(0 < first - number <= _CLOSE for number in together) or _is_with(
            tokens, last, words
        ):
            joint.append(mention)
        elif previous is not None and _coordinated(tokens, previous, first, words):
            (joint if joint and joint[-1] is previous else lead).append(mention)
        elif first in whom or _is_charged(_place(tokens, first, last, words), kinds, directives):
            lead.append(mention)
        else:
            previous = None
            continue
        previous = mention
    return lead, joint


def _has_done(
    tokens: Sequence[Token], first: int, last: int, directives: Directives, told: Collection[int]
) -> bool:
    """Whether a body is told to have done something; not of «чтобы банк открыл»."""
    wished = first > 0 and tokens[first - 1].form in directives.words.whom.so_that
    return not wished and did(
        tokens, last, first, directives.language, directives.words.deeds, told
    )


def _numbers(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    inside = within(tokens, mention.start, mention.end)
    return inside.start, inside.stop - 1


def _is_handed(
    tokens: Sequence[Token],
    first: int,
    last: int,
    recipient: Mention | None,
    directives: Directives,
) -> bool:
    """«Минздраву – докладывать Правительству»: to whom it is told or handed, or one more such."""
    words = directives.words.whom
    place = _place(tokens, first, last, words)
    if directives.language == "kk":
        return place.last.endswith(KK_TO_WHOM) and place.behind.startswith(words.handed)
    told = place.earlier if place.before in words.in_front else place.before
    if told.startswith(words.handed):
        return True
    return recipient is not None and _coordinated(tokens, recipient, first, words)


def _is_with(tokens: Sequence[Token], last: int, words: Whom) -> bool:
    """«Ұлттық Банкпен бірлесіп»: in Kazakh what makes it joint stands behind."""
    behind = [token.form for token in tokens[last + 1 : last + 2]]
    return not words.jointly.isdisjoint(behind) and tokens[last].form.endswith(KK_WITH_WHOM)


def _place(tokens: Sequence[Token], first: int, last: int, words: Whom) -> _Place:
    then = last + 1 + any(token.form in words.kinds_of for token in tokens[last + 1 : last + 2])
    behind = tokens[then].form if then < len(tokens) else ""
    before = tokens[first - 1].form if first else ""
    place = first - 2
    if before in words.beside_name and place >= 0:
        before = tokens[place].form
        place -= 1
    earlier = tokens[place].form if place >= 0 else ""
    return _Place(before, tokens[first].form, tokens[last].form, behind, earlier)


def _coordinated(tokens: Sequence[Token], previous: Mention, first: int, words: Whom) -> bool:
    """Whether a mention follows a charged one by «и», a comma, «пен»."""
    between = [tokens[n].form for n in within(tokens, previous.end, tokens[first].start)]
    if not between:  # of «Минфину глава кабмина дал …» no comma stands between
        return tokens[first].start - previous.end > 1
    return " ".join(between) in words.joining


class _Place(NamedTuple):
    """A mention among the words of its clause."""

    before: str
    first: str
    last: str
    behind: str
    earlier: str  # before the word before


def _is_charged(place: _Place, kinds: frozenset[str], directives: Directives) -> bool:
    language = directives.language
    put = "entrusts" in kinds and is_put_on(
        place.before, place.first, place.behind, language, directives.words.bearers
    )
    return put or _READERS[language](place, kinds, directives)


def _russian(place: _Place, kinds: frozenset[str], directives: Directives) -> bool:
    words = directives.words.whom
    if place.before.startswith(words.firms):  # «фонду „Самрук-Казына“»: the case is that of «фонд»
        place = place._replace(before=place.earlier, first=place.before)
    found, ordered = cases(place.first), bool(kinds & {"orders", "proposes"})
    placed = (
        place.before in directives.words.bearers.on and "orders" in kinds
    )  # «возложено на министерство»
    if placed or place.before in directives.objects or place.behind in directives.objects:
        # «прошу Правительство», «КТЖ обязали»: of an abbreviation no case is known
        return "accs" in found or not is_known(place.first)
    reporting = REPORTED in kinds and place.before.startswith(words.report_of)
    if place.before in directives.agents or reporting:
        return "gent" in found and bool(ordered or kinds & {"expects", REPORTED})
    if place.before in words.in_front | words.led:
        return bool(kinds & (_ORDERS if place.before in words.in_front else _TOLD_OF))
    received = place.behind.startswith(directives.words.bearers.receiving)
    gives = not received and _gives_orders(place, words)
    if place.before in directives.prepositions | words.whose or gives:
        return False
    if place.before in words.so_that:  # «важно, чтобы министерство …»
        return bool(kinds & {"orders", "proposes", "needs"}) and "nomn" in found
    dative = bool(kinds & _TO_WHOM) and "datv" in found
    object_ = ordered and "accs" in found and "nomn" not in found
    subject = (
        bool(kinds & _WHO) and bool(found & {"nomn", "ablt"}) and (place.before not in words.beside)
    )
    spoken = "bids" in kinds or place.behind in words.speaks  # «аким, ставлю вам задачу …»
    called = spoken and "nomn" in found and (not place.before or place.before in words.calling)
    return dative or object_ or subject or called or place.before in words.task_of


def _gives_orders(place: _Place, words: Whom) -> bool:
    """«Бектенов поручил»: of a surname the dictionary knows no case."""
    did = place.behind.endswith(words.he_did) and is_verb(place.behind)
    return did and not is_known(place.first)


def _bulgarian(place: _Place, kinds: frozenset[str], directives: Directives) -> bool:
    words = directives.words.whom
    if place.before in words.to_whom:
        return bool(kinds & {"orders", "proposes", "reminds", "recalled", "shifts"})
    if place.before in words.in_front and "orders" in kinds:
        return True
    if place.before in directives.agents:
        return bool(kinds & {"duties", "needs", "orders", "proposes", "expects"})
    return place.before not in directives.prepositions


def _kazakh(place: _Place, kinds: frozenset[str], directives: Directives) -> bool:
    words = directives.words.whom
    if place.behind.startswith(words.firms) and not place.behind.endswith(
        KK_OF_WHOM
    ):  # «Astana Hub технопаркіне тапсырды»
        place = place._replace(last=place.behind, behind="")
    if place.last.endswith(KK_TO_WHOM):
        return bool(kinds & {"orders", "proposes", "needs", "duties", "recalled", "owed"})
    if place.last.endswith(KK_FROM_WHOM):
        return bool(kinds & {"orders", "proposes", "expects"})
    nominative = not place.last.endswith(KK_NO_SUBJECT)
    return place.behind in words.joining or (
        nominative and bool(kinds & (_WHO | {"needs", "bids", "owed"}))
    )


def _english(place: _Place, kinds: frozenset[str], directives: Directives) -> bool:
    if place.before == "for":
        # «necessary for», «called for the Ministry to», «the deadline for»
        return bool(kinds & {"needs", "proposes", "shifts"})
    if place.before == "on":  # «called on the Government», «responsibility was placed on …»
        return bool(kinds & {"orders", "proposes"})
    if place.before == "to":  # «assigned to the Ministry», not «submit a bill to Parliament»
        return "stalls" in kinds or place.earlier in directives.words.whom.entrusted
    if place.before in directives.agents:
        return bool(kinds & {"duties", "expects"})
    if place.behind in directives.words.whom.ordering:
        return False  # «the Ministry ordered ten turbines»
    return place.before not in directives.prepositions


_READERS = {"ru": _russian, "kk": _kazakh, "bg": _bulgarian, "en": _english}
