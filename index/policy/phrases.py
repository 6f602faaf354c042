"""Phrases found in a text by the lemmas of their words, all in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from index.language import Token, analyze
from index.policy.reading import script
from index.policy.scouting import Look, Scout, Words, followed

Value = TypeVar("Value")
Slots = tuple[frozenset[str], ...]


class Find(NamedTuple, Generic[Value]):
    """A phrase found: its value, and the numbers of its first and last token."""

    value: Value
    first: int
    last: int


new_find: Callable[..., Find[Any]] = tuple.__new__  # as quick again as to call the class


class _Slot(Generic[Value]):
    """Phrases that begin alike: what ends here, and what each further slot leads to."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self.further: dict[frozenset[str], _Slot[Value]] = {}

    def child(self, slot: frozenset[str]) -> _Slot[Value]:
        return self.further.setdefault(slot, _Slot())


class _Node(Generic[Value]):
    """A place in the trie: what ends here, and to which one place each lemma leads."""

    __slots__ = ("by_lemma", "values")

    def __init__(self, slots: Sequence[_Slot[Value]], known: dict[object, _Node[Value]]) -> None:
        """Put together all slots that the same words reach; ``known`` are those put together."""
        self.values = [value for slot in slots for value in slot.values]
        leads: dict[str, list[_Slot[Value]]] = {}
        for slot in slots:
            for lemmas, further in slot.further.items():
                for lemma in lemmas:
                    leads.setdefault(lemma, []).append(further)
        self.by_lemma: dict[str, _Node[Value]] = {}
        for lemma, reached in leads.items():
            key = tuple(map(id, reached))
            if key not in known:
                known[key] = _Node(reached, known)
            self.by_lemma[lemma] = known[key]


class PhraseBook(Generic[Value]):
    """Phrases with their values; one matches where each of its words shares a lemma.

    With a scout, only words are tried that the scout has marked for this book. A phrase without
    words is left out.
    """

    def __init__(
        self, phrases: Iterable[tuple[Slots, Value]] = (), scout: Scout | None = None
    ) -> None:
        self._scout = scout
        self._whole, self._opens, self._follows = (scout.mark() if scout else 0 for _ in range(3))
        self.mark = self._whole | self._opens
        beginning: _Slot[Value] = _Slot()
        for slots, value in phrases:
            place = beginning
            for slot in slots:
                place = place.child(slot)
            if slots:
                place.values.append(value)
                self._watch(slots)
        self._root = _Node([beginning], {})

    def __bool__(self) -> bool:
        return bool(self._root.by_lemma)

    def _watch(self, slots: Slots) -> None:
        if self._scout and len(slots) == 1:
            self._scout.watch(self._whole, lemmas=slots[0])
        elif self._scout:
            self._scout.watch(self._opens, lemmas=slots[0])
            self._scout.watch(self._follows, lemmas=slots[1])

    def might(self, look: Look) -> bool:
        """Whether a passage may hold a phrase: a whole one, or the first two words of a longer."""
        if look.might(self._whole):
            return True
        if not (look.might(self._opens) and look.might(self._follows)):
            return False
        return bool(self._begin(look.marks))

    def find(self, tokens: Sequence[Token]) -> list[Find[Value]]:
        """Every phrase of the book in the text, in order of its first word."""
        found: list[Find[Value]] = []
        beginnings = self._beginnings(tokens)
        if not beginnings:
            return found
        root = self._root
        if not isinstance(tokens, Words) or isinstance(beginnings, range):
            for number in beginnings:
                _collect(found, tokens, number, number, root)
            return found
        marks, follows = tokens.marks, self._follows
        for number in beginnings:
            if followed(marks, number, follows):
                _collect(found, tokens, number, number, root)
            else:
                _collect_whole(found, tokens, number, root)
        return found

    def _beginnings(self, tokens: Sequence[Token]) -> Sequence[int]:
        """The numbers of tokens with which a phrase may begin."""
        if not self.mark or not isinstance(tokens, Words):
            return range(len(tokens))
        if not tokens.knows(self.mark):
            return range(len(tokens))
        return self._begin(tokens.marks) if tokens.might(self.mark) else ()

    def _begin(self, marks: list[int]) -> list[int]:
        """Where by the marks of tokens a phrase may begin and go on; the hot loop of most texts."""
        mark, follows, whole = self.mark, self._follows, self._whole
        marked = [number for number, have in enumerate(marks) if have & mark]  # few, or none
        return [n for n in marked if marks[n] & whole or followed(marks, n, follows)]

    def at(self, tokens: Sequence[Token], number: int) -> list[Find[Value]]:
        """The phrases that begin at a token, or at another of the same place."""
        found: list[Find[Value]] = []
        for beginning in _beside(tokens, number):
            _collect(found, tokens, beginning, beginning, self._root)
        return found


def _collect(
    found: list[Find[Value]],
    tokens: Sequence[Token],
    first: int,
    here: int,
    node: _Node[Value],
) -> None:
    """Add the phrases that run on from a node with the token ``here``. The hot loop."""
    behind: Sequence[int] | None = None
    leads = node.by_lemma
    for lemma in tokens[here][1]:
        if lemma not in leads:
            continue
        reached = leads[lemma]
        for value in reached.values:
            found.append(new_find(Find, (value, first, here)))  # noqa: PERF401  # usually one
        further = reached.by_lemma
        if further:
            if behind is None:
                behind = _behind(tokens, here)
            for beyond in behind:
                for then in tokens[beyond][1]:
                    if then in further:
                        _collect(found, tokens, first, beyond, reached)
                        break


def _collect_whole(
    found: list[Find[Value]], tokens: Sequence[Token], number: int, node: _Node[Value]
) -> None:
    """Add the phrases that one token is by itself."""
    leads = node.by_lemma
    for lemma in tokens[number][1]:
        if lemma in leads:
            found += [new_find(Find, (value, number, number)) for value in leads[lemma].values]


def _behind(tokens: Sequence[Token], number: int) -> Sequence[int]:
    """The tokens that follow one: a whole and its first part stand at one place."""
    following = after(tokens, number)
    return _beside(tokens, following)


def after(tokens: Sequence[Token], number: int) -> int:
    """The number of the token that follows; past the parts of a hyphenated whole."""
    end, following, many = tokens[number][3], number + 1, len(tokens)
    while following < many and tokens[following][2] < end:
        following += 1
    return following


def _beside(tokens: Sequence[Token], number: int) -> Sequence[int]:
    """The tokens that begin where this one does: a whole and its first part."""
    if number >= len(tokens):
        return ()
    if number + 1 < len(tokens) and tokens[number + 1][2] == tokens[number][2]:
        return (number, number + 1)
    return (number,)


def telling(phrase: str) -> tuple[Slots, str]:
    """A phrase in the language of its letters, which is its own value."""
    return slots(phrase, script(phrase)), phrase


def slots(phrase: str, language: str) -> Slots:
    """The words of a phrase as sets of lemmas; a hyphenated word gives its parts."""
    tokens = analyze(phrase, language)
    parts = [
        token
        for number, token in enumerate(tokens)
        if after(tokens, number) == number + 1  # a whole has its parts behind it
    ]
    return tuple(frozenset(token.lemmas) | {token.form} for token in parts)
