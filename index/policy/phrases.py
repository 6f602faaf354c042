"""Phrases found in a text by the lemmas of their words, all in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from index.language import Token, analyze
from index.policy.scouting import Look, Scout, Words

Value = TypeVar("Value")
Slots = tuple[frozenset[str], ...]


class Find(NamedTuple, Generic[Value]):
    """A phrase found: its value, and the numbers of its first and last token."""

    value: Value
    first: int
    last: int


new_find: Callable[..., Find[Any]] = tuple.__new__  # as quick again as to call the class


class _Node(Generic[Value]):
    """A place in the trie: what ends here, and where each lemma leads."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self._children: dict[frozenset[str], _Node[Value]] = {}
        self.by_lemma: dict[str, list[_Node[Value]]] = {}

    def child(self, slot: frozenset[str]) -> _Node[Value]:
        node = self._children.get(slot)
        if node is None:
            node = self._children[slot] = _Node()
            for lemma in slot:
                self.by_lemma.setdefault(lemma, []).append(node)
        return node


class PhraseBook(Generic[Value]):
    """Phrases with their values; one matches where each of its words shares a lemma.

    With a scout, only words are tried that the scout has marked for this book.
    """

    def __init__(self, scout: Scout | None = None) -> None:
        self._root: _Node[Value] = _Node()
        self._scout = scout
        self._whole, self._opens, self._follows = (scout.mark() if scout else 0 for _ in range(3))
        self.mark = self._whole | self._opens

    def __bool__(self) -> bool:
        return bool(self._root.by_lemma)

    def add(self, slots: Slots, value: Value) -> None:
        """Take in a phrase; one without words is left out."""
        node = self._root
        for slot in slots:
            node = node.child(slot)
        if slots:
            node.values.append(value)
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
        return bool(self._begin(look.marks, look.behind))

    def find(self, tokens: Sequence[Token]) -> list[Find[Value]]:
        """Every phrase of the book in the text, in order of its first word."""
        found: list[Find[Value]] = []
        beginnings = self._beginnings(tokens)
        if not isinstance(tokens, Words) or isinstance(beginnings, range):
            for number in beginnings:
                _collect(found, tokens, number, number, self._root)
            return found
        root, behind, follows = self._root, tokens.behind, self._follows
        for number in beginnings:
            if behind[number] & follows:
                _collect(found, tokens, number, number, root)
            else:
                _collect_whole(found, tokens, number, root)
        return found

    def _beginnings(self, tokens: Sequence[Token]) -> Iterable[int]:
        """The numbers of tokens with which a phrase may begin."""
        if not self.mark or not isinstance(tokens, Words):
            return range(len(tokens))
        if not tokens.knows(self.mark):
            return range(len(tokens))
        return self._begin(tokens.marks, tokens.behind) if tokens.might(self.mark) else ()

    def _begin(self, marks: list[int], behind: list[int]) -> list[int]:
        """Where by the marks of tokens a phrase may begin and go on; the hot loop of most texts."""
        mark, follows, whole = self.mark, self._follows, self._whole
        marked = [number for number, have in enumerate(marks) if have & mark]  # few, or none
        return [number for number in marked if marks[number] & whole or behind[number] & follows]

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
        for reached in leads[lemma]:
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
            found += [
                new_find(Find, (value, number, number))
                for reached in leads[lemma]
                for value in reached.values
            ]


def _behind(tokens: Sequence[Token], number: int) -> Sequence[int]:
    """The tokens that follow one: a whole and its first part stand at one place."""
    following, many = number + 1, len(tokens)
    end = tokens[number][3]
    while following < many and tokens[following][2] < end:
        following += 1
    if following == many:
        return ()
    if following + 1 < many and tokens[following + 1][2] == tokens[following][2]:
        return (following, following + 1)
    return (following,)


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


def slots(phrase: str, language: str) -> Slots:
    """The words of a phrase as sets of lemmas; a hyphenated word gives its parts."""
    tokens = analyze(phrase, language)
    parts = [
        token
        for number, token in enumerate(tokens)
        if after(tokens, number) == number + 1  # a whole has its parts behind it
    ]
    return tuple(frozenset(token.lemmas) | {token.form} for token in parts)
