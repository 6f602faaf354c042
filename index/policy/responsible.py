"""Who must act: which of the agencies named in a clause it charges, first and jointly."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.document import Mention
from index.language import Token
from index.policy.directives import Directives
from index.policy.grammar import cases

_ENDINGS = ("ға", "ге", "қа", "ке", "на", "не")  # Kazakh: to whom
_OBLIQUE = ("ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "да", "де")
_AND = frozenset({"и", "and", "пен", "мен", "бен", "және", "the", "а", "также", "както"})
_CLOSE = 2  # tokens from «together with» to its agency: «the» may stand between
_TO_WHOM = {"orders", "proposes", "needs", "recalled", "reminds"}
_WHO = {"duties", "future", "expects", "starts"}


def charged(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    kinds: frozenset[str],
    directives: Directives,
    together: Sequence[int],
) -> tuple[list[Mention], list[Mention]]:
    """Of the mentions in a clause (its tokens), those charged and those charged jointly.

    ``together`` holds the numbers of tokens that end «совместно с».
    """
    lead: list[Mention] = []
    joint: list[Mention] = []
    previous: Mention | None = None
    for mention in mentions:
        first, last = _numbers(tokens, mention)
        if any(0 < first - number <= _CLOSE for number in together):
            joint.append(mention)
        elif previous is not None and _coordinated(tokens, previous, first):
            (joint if joint and joint[-1] is previous else lead).append(mention)
        elif _is_charged(tokens, first, last, kinds, directives):
            lead.append(mention)
        else:
            previous = None
            continue
        previous = mention
    return lead, joint


def _numbers(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    inside = [n for n, token in enumerate(tokens) if mention.start <= token.start < mention.end]
    return inside[0], inside[-1]


def _coordinated(tokens: Sequence[Token], previous: Mention, first: int) -> bool:
    """Whether a mention follows a charged one by «и», a comma, «пен»."""
    between = [token.form for token in tokens if previous.end <= token.start < tokens[first].start]
    return not between or between in (
        ["и"],
        ["and"],
        ["пен"],
        ["мен"],
        ["бен"],
        ["және"],
        ["the"],
        ["and", "the"],
    )


def _is_charged(
    tokens: Sequence[Token], first: int, last: int, kinds: frozenset[str], directives: Directives
) -> bool:
    before = tokens[first - 1].form if first else ""
    reader = {"ru": _russian, "kk": _kazakh, "bg": _bulgarian, "en": _english}
    return reader[directives.language](tokens, (first, last), before, kinds, directives)


def _russian(
    tokens: Sequence[Token],
    span: tuple[int, int],
    before: str,
    kinds: frozenset[str],
    directives: Directives,
) -> bool:
    found = cases(tokens[span[0]].form)
    if before == "на" and "orders" in kinds:
        return "accs" in found  # «возложено на министерство»
    if before in directives.prepositions:
        return False
    if before in directives.agents:
        return "gent" in found and bool(kinds & {"orders", "proposes", "expects"})
    if kinds & _TO_WHOM and "datv" in found:
        return True
    if before in {"задача", "задачам", "задач"}:
        return True
    if kinds & {"orders", "proposes"} and "accs" in found and "nomn" not in found:
        return True
    return bool(kinds & _WHO) and bool(found & {"nomn", "ablt"}) and before != "с"


def _bulgarian(
    tokens: Sequence[Token],
    span: tuple[int, int],
    before: str,
    kinds: frozenset[str],
    directives: Directives,
) -> bool:
    if before == "на":
        return bool(kinds & {"orders", "proposes", "reminds", "recalled"})
    if before in directives.agents:
        return bool(kinds & {"duties", "needs"})
    return before not in directives.prepositions


def _kazakh(
    tokens: Sequence[Token],
    span: tuple[int, int],
    before: str,
    kinds: frozenset[str],
    directives: Directives,
) -> bool:
    form = tokens[span[1]].form
    if form.endswith(_ENDINGS):
        return bool(kinds & {"orders", "needs", "duties"})
    joined = span[1] + 1 < len(tokens) and tokens[span[1] + 1].form in {"пен", "мен", "бен", "және"}
    return joined or (not form.endswith(_OBLIQUE) and bool(kinds & (_WHO | {"needs"})))


def _english(
    tokens: Sequence[Token],
    span: tuple[int, int],
    before: str,
    kinds: frozenset[str],
    directives: Directives,
) -> bool:
    if before in directives.agents:
        return "duties" in kinds or "expects" in kinds
    return before not in directives.prepositions
