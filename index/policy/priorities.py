"""Priority areas as staff describe them in ``areas.toml``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import ANY_END, BEGUN


@dataclass(frozen=True)
class Cue:
    """A word or phrase that speaks for an area, and how strongly."""

    area: str
    text: str
    language: str
    weight: float


@dataclass(frozen=True)
class PriorityArea:
    """A priority of a list that was announced; ids are stable."""

    id: str
    list: str
    names: Mapping[str, str]
    cues: tuple[Cue, ...]
    narrows: tuple[str, ...] = ()  # the areas whose place this one takes
    bare: float = 0.0  # what it must reach where nothing digital is spoken of
    agencies: tuple[str, ...] = ()  # whose field of work it is


@dataclass(frozen=True)
class Belief:
    """What the cues of an area say for it as log odds, beside what all words lean to."""

    told: float  # if by cues alone the passage has it
    ordered: float  # more if such a passage orders something
    weight: float  # for each unit that its words weigh
    most: float  # units that count
    behind: float  # for each unit by which it is behind the best area, less
    strong: float  # if a word is strong
    decisive: float  # more if a word is decisive
    bar: float  # log odds, with those of all words, over which a passage has an area
    heavy: tuple[float, float]  # the weights of a strong and of a decisive word

    def odds(self, weight: float, best: float, heaviest: float = 0.0) -> float:
        """What the words of an area say: all together, those of the best one, the heaviest."""
        strong, decisive = self.heavy
        odds = self.weight * min(weight, self.most) - self.behind * (best - weight)
        return odds + self.strong * (heaviest >= strong) + self.decisive * (heaviest >= decisive)

    def more(self, *, ordering: bool) -> float:
        """What it says more for an area that cues alone tell it, in an order."""
        return self.told + self.ordered * ordering


@dataclass(frozen=True)
class Priorities:
    """All areas by id, and what a passage must reach to have one."""

    areas: Mapping[str, PriorityArea]
    enough: float
    share: float  # of the score of the best area
    lone: float  # of an area that stands alone
    ordered: float  # of one that stands alone in a passage which orders something
    beside: float  # of an area without a sentence of its own, beside the best one
    titled: float  # more for an area that the title speaks of
    before: float  # more for an area of the passage before
    named: float  # the weight of an agency whose field it is
    charged: float  # its weight in a passage which orders something
    belief: Belief
    setting: tuple[str, ...]  # words of digital things, or how they begin


def read_priorities(book: Table, agencies: Collection[str]) -> Priorities:
    """The areas of the book; TableError for a slip, an unknown list or agency."""
    heaviness = book.table("weights")
    weights = {name: heaviness.number(name) for name in heaviness}
    lists = [_list_id(entry) for entry in book.tables("list")]
    areas: dict[str, PriorityArea] = {}
    for entry in book.tables("area"):
        area = _area(entry, lists, weights)
        if area.id in areas:
            entry.fail("id", "is taken by an area above")
        areas[area.id] = area
    for area in areas.values():
        entry = Table(book.file, f"area {area.id}", {})
        for broad in area.narrows:
            if broad not in areas:
                entry.fail("narrows", f"«{broad}» is no area")
        for agency in area.agencies:
            if agency not in agencies:
                entry.fail("agencies", f"«{agency}» is no agency of agencies.toml")
    for word in book.texts("setting"):
        _check_end(book, "setting", word)
    read = Priorities(
        areas,
        book.number("enough"),
        book.number("share"),
        book.number("lone"),
        book.number("ordered"),
        book.number("beside"),
        book.number("titled"),
        book.number("before"),
        book.number("named"),
        book.number("charged"),
        _belief(book.table("belief"), weights),
        book.texts("setting"),
    )
    book.close()
    return read


def _belief(entry: Table, weights: Mapping[str, float]) -> Belief:
    *_, strong, decisive = sorted(weights.values())
    belief = Belief(
        entry.number("told"),
        entry.number("ordered"),
        entry.number("weight"),
        entry.number("most"),
        entry.number("behind"),
        entry.number("strong"),
        entry.number("decisive"),
        entry.number("bar"),
        (strong, decisive),
    )
    entry.close()
    return belief


def _list_id(entry: Table) -> str:
    entry.names()
    entry.texts("sources")
    identifier = entry.text("id")
    entry.close()
    return identifier


def _area(entry: Table, lists: list[str], weights: Mapping[str, float]) -> PriorityArea:
    identifier, belongs = entry.text("id"), entry.text("list")
    if belongs not in lists:
        entry.fail("list", f"«{belongs}» is no [[list]]")
    cues = tuple(_cues(entry, identifier, weights))
    narrows, bare = entry.texts("narrows"), entry.number("bare", 0.0)
    agencies = entry.texts("agencies")
    area = PriorityArea(identifier, belongs, entry.names(), cues, narrows, bare, agencies)
    entry.close()
    return area


def _cues(entry: Table, area: str, weights: Mapping[str, float]) -> Iterator[Cue]:
    languages = entry.table("cues")
    for language in languages:
        if language not in LANGUAGES:
            languages.fail(language, f"is no language: {', '.join(LANGUAGES)}")
        strengths = languages.table(language)
        for strength in strengths:
            if strength not in weights:
                strengths.fail(strength, f"is no weight: {', '.join(weights)}")
            for text in strengths.texts(strength):
                _check_end(strengths, strength, text)
                yield Cue(area, text, language, weights[strength])


def _check_end(table: Table, key: str, text: str) -> None:
    if ANY_END in text and (" " in text or text.find(ANY_END) < max(BEGUN, len(text) - 1)):
        table.fail(key, f"«{text}»: one word of {BEGUN} letters or more may end with {ANY_END}")
