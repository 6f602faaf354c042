"""A reader's text in pieces: words, phrases, operators and brackets. Any text has some reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.language.forms import INVISIBLE
from index.search.advice.notes import Notes

FIELDS = {
    "agency": "agency",
    "area": "area",
    "date": "date",
    "event": "event",
    "instructed": "instructed",
    "instruction": "instruction",
    "kind": "kind",
    "lang": "lang",
    "role": "role",
    "source": "source",
    "speaker": "speaker",
    "title": "title",
    "ведомство": "agency",
    "вид": "kind",
    "дата": "date",
    "заголовок": "title",
    "источник": "source",
    "направление": "area",
    "оратор": "speaker",
    "событие": "event",
    "язык": "lang",
}
"""Names that stand before a colon, and the field that each means."""

OPERATORS = {"OR": "or", "ИЛИ": "or", "AND": "and", "NOT": "not", "НЕ": "not"}

MAX_TEXT = 2_000  # the longest canonical text is shorter, so that it is never cut itself
MAX_WORD = 100

_CLOSING = {'"': '"', "«": "»", "„": '“”"', "“": '”“"', "”": '”"'}
_QUOTES = '"«»„“”'
_ANY_QUOTE = re.compile(f"[{_QUOTES}]")
EDGES = "-!.,;:?/\\…–—―+&·•"  # never part of a word when they stand at its edge
_SILENT = frozenset(EDGES)  # punctuation of ordinary sentences is dropped without a note
_SIGN = re.compile(r"\s+|\|+|[()]")
_SIGNS = {"|": "or", "(": "open", ")": "close"}

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# Signs that look like nothing but take room, U+2800 and fillers, are gaps too.
_GAP = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u115f\u1160\u2800\u3164\uffa0\ud800-\udfff]+")
_ONE_SIGN = str.maketrans(
    {chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)}  # full-width «ＡＩ»
    | dict.fromkeys("\u2010\u2011\u2212", "-")
    | dict.fromkeys("″＂〝〞〟", '"')
    | dict.fromkeys("‹「『", "«")
    | dict.fromkeys("›」』", "»")
    | {"‟": "“"}
)
# A line ends inside a word: «искус-» above, «ственный» below.
_LOW = "[a-zа-яёәғқңөұүһі]"
_BREAK = r"[ \t]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])\s*"
_BROKEN = re.compile(rf"\u00ad{_BREAK}|(?<={_LOW})[-\u2010\u2011]{_BREAK}(?={_LOW})")
# ‘A pair around words’, and within it an apostrophe; what stands alone and is none.
_SINGLE = "'‘’‚‛"
_PAIRED = re.compile(rf"(?<!\w)['‘‚‛]((?:[^{_SINGLE}{_QUOTES}]|(?<=\w)['’](?=\w))+)['‘’](?!\w)")
_STRAY = re.compile(rf"(?<!\w)[{_SINGLE}]|[‘‚‛](?!\w)|(?<=[Ѐ-ӿ])['’](?!\w)")  # «stal'» is «сталь»

_NAMES = "|".join(name for known in FIELDS for name in (known, known.capitalize(), known.upper()))
_HEAD = re.compile(rf"(?P<no>-(?!-))?(?P<exact>!)?(?:(?P<field>{_NAMES}):(?P<inner>!)?)?")
# «foo:bar», but neither «https://foo» nor «10:30».
_UNKNOWN_FIELD = re.compile(r"[^\W\d_]{2,}:(?![/:])\S")
# «15 000» is one number, as it is in the index.
_RUN = re.compile(rf"(?:\d{{1,3}}(?: \d{{3}}){{1,5}}(?![^\W\u0400-\u052f]))?[^\s()|{_QUOTES}]*")


@dataclass(frozen=True)
class Lexeme:
    """A piece of a query: word, phrase, open, close, and, or, not."""

    kind: str
    text: str = ""
    field: str = ""
    exact: bool = False
    negated: bool = False


_UNMARKED = Lexeme("")


def clean(text: str, notes: Notes) -> str:
    """The text in NFC on one line, without invisible signs, cut to a bearable length."""
    whole = _BROKEN.sub("", text[: 4 * MAX_TEXT])
    visible = _INVISIBLE.sub("", whole).translate(_ONE_SIGN)
    line = _doubly_quoted(unicodedata.normalize("NFC", _GAP.sub(" ", visible))).strip()
    if len(line) <= MAX_TEXT and len(text) <= 4 * MAX_TEXT:
        return line
    notes.add("too-long")
    # «школа и сад» cut after «са» would search for a word that nobody wrote.
    return (line[:MAX_TEXT].rpartition(" ")[0] or line[:MAX_TEXT]).strip()


def _doubly_quoted(line: str) -> str:
    """The line with double marks for pairs of single ones, and without single ones astray."""
    return _STRAY.sub("", _PAIRED.sub(r'"\1"', line))


def lexemes(line: str, notes: Notes) -> Iterator[Lexeme]:
    """The pieces of a cleaned line; what is no operator is a word."""
    at = 0
    while at < len(line):
        sign = _SIGN.match(line, at)
        if sign:
            at = sign.end()
            if not sign[0].isspace():
                yield Lexeme(_SIGNS[sign[0][0]], sign[0][0])
            continue
        lexeme, at = _operand(line, at, notes)
        if lexeme:
            yield lexeme


def is_plain(word: str) -> bool:
    """Whether a word without spaces, written alone, is read as that word."""
    head = _HEAD.match(word)
    return word not in OPERATORS and not (head and head[0]) and _RUN.fullmatch(word) is not None


def _operand(line: str, at: int, notes: Notes) -> tuple[Lexeme | None, int]:
    """A word, a phrase or a bracket with the marks before it, and where it ends."""
    fresh = at == 0 or line[at - 1] in " |("
    head = _HEAD.match(line, at) if fresh else None
    start = head.end() if head else at
    marks = _marks(head) if head else _UNMARKED
    if start < len(line) and line[start] in _CLOSING:
        end = _closing(line, start)
        if end > start:
            return _phrase(line[start + 1 : end], marks, notes), end + 1
    if line.startswith("(", start):
        return replace(marks, kind="open", text="("), start + 1
    end = _end_of_run(line, start)
    if end > start:
        return _word(line[start:end], marks, notes), end
    if start == at:
        notes.add("unclosed-quote", line[at])
        return None, at + 1
    if marks.field:
        notes.add("empty-field", line[at:start])
    return _word(line[at:start], _UNMARKED, notes), start


def _marks(head: re.Match[str]) -> Lexeme:
    name = (head["field"] or "").lower()
    exact = bool(head["exact"] or head["inner"])
    return Lexeme("", "", FIELDS.get(name, ""), exact, bool(head["no"]))


def _closing(line: str, start: int) -> int:
    """Where the phrase that opens at ``start`` closes, or -1."""
    ends = (line.find(quote, start + 1) for quote in _CLOSING[line[start]])
    return min((end for end in ends if end > start), default=-1)


def _end_of_run(line: str, start: int) -> int:
    run = _RUN.match(line, start)
    return run.end() if run else start


def _phrase(inside: str, marks: Lexeme, notes: Notes) -> Lexeme | None:
    words = _ANY_QUOTE.sub(" ", inside).split()
    text = " ".join(_bounded(word, notes) for word in words).strip(" " + EDGES)
    if not text:
        notes.add("not-searchable", f'"{inside}"')
    return replace(marks, kind="phrase", text=text) if text else None


def _word(run: str, marks: Lexeme, notes: Notes) -> Lexeme | None:
    if run in OPERATORS and marks == _UNMARKED:
        return Lexeme(OPERATORS[run], run)
    # The dots of «date:2025-07..» mean something.
    edges = EDGES.replace(".", "") if marks.field == "date" else EDGES
    word = _bounded(run, notes).strip(edges)
    if not word:
        if not _SILENT.issuperset(run):
            notes.add("not-searchable", run)
        return None
    if not marks.field and _UNKNOWN_FIELD.match(word):
        notes.add("unknown-field", word)
    return replace(marks, kind="word" if is_plain(word) else "phrase", text=word)


def _bounded(word: str, notes: Notes) -> str:
    if len(word) > MAX_WORD:
        notes.add("long-word", word[:MAX_WORD])
    return word[:MAX_WORD]
