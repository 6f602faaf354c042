"""Where a text gives somebody's words as they were spoken: quotes of any style, and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_CLOSING = {"«": "»", "„": '“”"', "“": "”", '"': '"', "”": "”"}
_INNER = {"«": "»", "“": "”"}
_MARKS = re.compile('[«»„“”"]')
_DASH = re.compile(r"\s*[–—―-]\s+(?=\S)")
_ENDED = re.compile(r"[.!?…,;:]\s*$")
_TOLD_AFTER = re.compile(r"\s*[,.]?\s*[–—―-]\s*\w|\s*,\s*\w")
_TOLD_BEFORE = re.compile(r":\s*$")
# «Това е важно“, – заяви …» or «…, заяви …»: the last comma of a line begun with a dash.
_TAIL = re.compile(r"(?:[“”»\"]\s*,?|[,.!?…])\s*[–—―-]?\s*(?=[^\s\d–—―-])")
_SHORTEST = 20  # characters of a line or of a part told before or after
# «„Няма да отстъпим“ – заяви …»: two words are speech if somebody seems to say them
_SAID = re.compile(r"[»”“\"]\s*(?:,\s*[–—―-]|[–—―-]|,)\s*[^\W\d_]")
_LAST = re.compile(r"[,!?…]\s+[–—]\s+(?=[^\W\d_][^.!?…«„“\"]*[.!?…]?$)")
_ASIDE = re.compile(r"[”\"]\s+[^\W\d_]")  # “By September,” the President said
# “Nobody,” Tokayev warned, “will be left out”: one word that goes on behind who says it
_SPLIT = re.compile(
    r"[”\"»]\s*,?\s*[–—-]?\s*[^\W\d_][^.!?:«„“\"]{2,80},\s*[–—-]?\s*[“\"«„](?=[^\W\d_])"
)
_LED_ON = re.compile(r"[^«»„“”\"]*(:)\s*[«„“\"][^«»„“”\"]+[»“”\"][.!?]?\s*")
_LED_OFF = re.compile(r"[«„“\"][^«»„“”\"]+[»“”\"]\s*,?\s*[–—-]?\s*(?=[^\W\d_])")
_SENTENCE_ENDS = re.compile(r"[.!?]?[»”“\"]+\s*(?:[.!?]|$)")
# «Как сказал Президент, „…“», and in Kazakh «Президент айтқандай, „…“»
AS_SAID = re.compile(r"(?:^|[.!?]\s)[^.!?:«„“\"]{3,60},\s*$")
_TELLER = re.compile(r"\s*,?\s*[–—-]?\s*[^\W\d_][^.!?:«„“\"]{2,80},\s*[–—-]?\s*")
_SAYING = 4  # words that are no name
_SEVERAL = re.compile(r"[.!?]\s+(?:[–—]\s+)?\w")
_STANDS = re.compile(r"[.!?…]\s+\Z")
_SINGLE = re.compile(r"(?<!\w)['‘‚](?=[^\W\d_])[^‘‚]{12,}?[,.!?…]['’‘](?!\w)")
_SINGLE_LAST = re.compile(r"[,:]\s(['‘‚](?=[^\W\d_])[^‘‚]{12,}?['’‘])[.!?]?\s*\Z")
_AGAIN = re.compile(r":\s+[–—―]\s+(?=\S)")
_DASHES = re.compile(r"[–—―-]")
_RESUMED = re.compile(r"[.!?…]\s+[–—―-]\s+(?=\S)")  # «…, – спросил он. – Где она?»
# «Казгеологии» и Правительству нужно …: a name at the head, not «Проверим», – сказал он
_NAME = re.compile(r"[«„“][^\W_][^«»„“”\".,!?…:;]{1,60}[»“”](?=\s+[^\W_]|,\s*[«„“]|\s*\()")
_SHORTEST_INSIDE = 6  # words in the midst of a sentence
_LONGEST_TAIL = 130
_FARTHEST = 12  # paragraphs that one speech may run over


def spoken(texts: Sequence[str]) -> list[list[Span]]:
    """The spans of direct speech in each of the paragraphs, which follow one another."""
    found: list[list[Span]] = []
    running = ""  # the marks that would close a speech begun above
    for number, text in enumerate(texts):
        begin = 0 if running and _names_within(texts[number:], running) else _begin(text)
        spans, running = _in_paragraph(text, running, begin)
        if running and not _closes_below(texts[number + 1 :], running):
            running = ""
        found.append(spans)
    return found


def last_of_speech(texts: Sequence[str], spans: Sequence[list[Span]], number: int) -> int:
    """The number of the paragraph in which words end that run on from one: itself if they do not.

    ``spans`` are those of :func:`spoken`.
    """
    while (
        number + 1 < len(texts)
        and spans[number]
        and spans[number][-1][1] == len(texts[number])
        and spans[number + 1]
        and spans[number + 1][0][0] == 0
        and not is_dashed(texts[number])
    ):
        number += 1
    return number


def unmarked(text: str) -> Span | None:
    """Words that only «…, – сказал он» behind them shows to be spoken, if any."""
    if " – " not in text and " — " not in text:
        return None
    tails = list(_LAST.finditer(text))
    return (0, tails[-1].start() + 1) if tails else None


def led_on(text: str) -> int:
    """Where a clause ends whose colon leads on to the quote with which a text ends; 0 for none."""
    match = _LED_ON.fullmatch(text) if ":" in text else None
    return match.start(1) if match else 0


def led_off(text: str) -> int:
    """Where a clause begins behind the quote with which a text begins; 0 for none."""
    match = _LED_OFF.match(text)
    return match.end() if match and len(text) - match.end() < _LONGEST_TAIL else 0


def is_dashed(text: str) -> bool:
    """Whether the line begins with a dash, as words in a talk do."""
    return _DASH.match(text) is not None


def _in_paragraph(text: str, running: str, begin: int) -> tuple[list[Span], str]:
    dash = _DASH.match(text)
    if dash and not running:
        return _dashed(text, dash.end()), ""
    spans: list[Span] = []
    place = 0
    if running:
        close = _closer(text, begin, running)
        if close < 0:
            return [(0, len(text))], running
        spans.append((0, close))
        place = close + 1
    for start, end in _quoted(text, place):
        if end < 0:  # never closed
            opens = start == 0 or _TOLD_BEFORE.search(text, 0, start)
            return ([*spans, (start, len(text))], _CLOSING[text[start]]) if opens else (spans, "")
        if _is_speech(text, start, end) or (spans and _goes_on(text, spans[-1][1], start, end)):
            spans.append((start, end))
    return spans or _single(text), ""


def _single(text: str) -> list[Span]:
    """Words between single marks, where there are no others: 'We will not wait,' he said."""
    if not any(mark in text for mark in "'‘‚"):
        return []
    said = [(match.start(), match.end() - 1) for match in _SINGLE.finditer(text)]
    last = None if said else _SINGLE_LAST.search(text)
    if last is None or not (_TOLD_BEFORE.search(text, 0, last.start() + 1) or _is_told(text, last)):
        return said
    return [(last.start(1), last.end(1) - 1)]


def _is_told(text: str, match: re.Match[str]) -> bool:
    """As he put it, ‘we shall go on alone’."""
    return match[0][0] == "," and AS_SAID.search(text, 0, match.start(1)) is not None


def _quoted(text: str, place: int) -> Iterator[Span]:
    """Quotes from a place on, inner ones passed over; the end is -1 where none closes."""
    while opening := _MARKS.search(text, place):
        start = opening.start()
        if text[start] not in _CLOSING or (text[start] == "”"):
            place = start + 1
            continue
        end = _closer(text, start + 1, _CLOSING[text[start]])
        yield start, end
        if end < 0:
            return
        place = end + 1


def _closer(text: str, place: int, closing: str) -> int:
    """Where the quote ends: past quotes of another style, and of its own inside it."""
    depth = 0
    for mark in _MARKS.finditer(text, place):
        if mark[0] in closing and not (mark[0] == '"' and _opens(text, mark.start())):
            if not depth:
                return mark.start()
            depth -= 1
        elif (
            (mark[0] == "«" and "»" in closing)
            or mark[0] == "„"
            or (mark[0] == "“" and "”" in closing and '"' not in closing)
        ):
            depth += 1
    return -1


def _opens(text: str, place: int) -> bool:
    """Whether a straight mark opens: a blank before it and none behind."""
    before, behind = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return (not before or before in " («—–") and behind.isalnum()


def _closes_below(texts: Sequence[str], closing: str) -> bool:
    for text in texts[:_FARTHEST]:
        if _closer(text, _begin(text), closing) >= 0:
            return True
        if is_dashed(text):
            return False
    return False


def _begin(text: str) -> int:
    """Where words that run on begin: behind a mark that is repeated at the head of a paragraph."""
    return 1 if text[:1] in _CLOSING else 0


def _names_within(texts: Sequence[str], closing: str) -> bool:
    """Whether a name in quotes at the head of the first paragraph stands within words that run on.

    They do if they end in it or below with a mark that closes nothing else.
    """
    name = _NAME.match(texts[0])
    if not name or _CLOSING[name[0][0]] != closing:
        return False
    for text in texts[:_FARTHEST]:
        if _closer(text, 0, closing) >= 0:
            return True
        if is_dashed(text) or any(end < 0 for _, end in _quoted(text, 0)):
            return False
    return False


def _is_speech(text: str, start: int, end: int) -> bool:
    """A quote that is no title and no catchword: told before or after, or a sentence itself."""
    inner = text[start + 1 : end]
    led = bool(_TOLD_BEFORE.search(text, max(start - 3, 0), start))
    if (led and _SENTENCE_ENDS.match(text, end)) or _is_as_said(text, start, end):
        return " " in inner
    begins = _STANDS.search(text, 0, start) and _goes_on_behind(text, end)
    if led or begins or not text[:start].strip(" –—-"):
        said = _SAID.match(text, end)
        if not said and inner.endswith((",", "!", "?")):
            said = _ASIDE.match(text, end)
        split = inner.endswith(",") and _goes_on_behind(text, end)
        word = " " in inner or inner.endswith((",", "!", "?"))  # “Never,” the President said
        short = split or (not text[:start].strip() and word and said)
        return len(inner) >= _SHORTEST or bool(short)
    if _SEVERAL.search(inner) and _STANDS.search(text, 0, start) and text[end + 1 : end + 2] == ".":
        return True  # sentences of their own: «… Кто виноват? – спросил он. – Найдите его».
    after = bool(_TOLD_AFTER.match(text, end + 1)) or bool(_ENDED.search(inner))
    return after and len(inner.split()) >= _SHORTEST_INSIDE and bool(_ENDED.search(inner))


def _goes_on_behind(text: str, end: int) -> bool:
    match = _SPLIT.match(text, end)
    return match is not None and text[match.end()].islower()


def _is_as_said(text: str, start: int, end: int) -> bool:
    """«Как сказал Президент, «ждать мы не можем».»: words, not the name of a thing."""
    if "," not in text[max(start - 2, 0) : start] or not _SENTENCE_ENDS.match(text, end):
        return False
    if not AS_SAID.search(text, 0, start):
        return False
    inner = text[start + 1 : end]
    return inner[:1].islower() or len(inner.split()) >= _SAYING


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """«…», – сказал он, – «и поэтому …»: words that go on behind who said them."""
    return (
        text[start + 1].islower()
        and " " in text[start:end]
        and bool(_TELLER.fullmatch(text, before + 1, start))
    )


def _dashed(text: str, start: int) -> list[Span]:
    """A line begun with a dash, up to where it is told who spoke; none if an item of a list."""
    if text.rstrip().endswith(";") or len(text) < _SHORTEST:
        return []
    tails = [
        tail
        for tail in _TAIL.finditer(text, max(start, len(text) - _LONGEST_TAIL))
        if not text[tail.end()].isupper()
    ]
    again = _AGAIN.search(text, tails[-1].end()) if tails else None
    if tails and not again and _DASHES.search(tails[-1][0]):
        again = _RESUMED.search(text, tails[-1].end())
    spans = [(start, tails[-1].start() + 1 if tails else len(text))]
    return [*spans, (again.end(), len(text))] if again else spans
