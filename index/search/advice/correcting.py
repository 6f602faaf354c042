"""Words of a query put right by those of the index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.language import QueryWord, english, kazakh, russian
from index.language.queries import languages_of
from index.language.spelling import Speller
from index.search.advice.silent import is_silent
from index.search.advice.strangers import Company, held_in
from index.search.parsing.syntax import Node
from index.store.reader import Index
from index.store.segment import Field

SHORTEST = 4
LONGEST = 24  # letters of a word that may be put right
MOST_LETTERS = 60  # of all words that may be put right
_LIKELY = 12  # corrections of which one in the query's language is looked for
_SHORTEST_HALF = 4
_NAME = re.compile(r"[a-z][A-Z]")


class Corrector:
    """Corrects the words of one query, as long as there is time: it grows as letters squared."""

    def __init__(self, ix: Index, tree: Node) -> None:
        self._ix = ix
        self._forms = _Forms(ix)
        self._speller = Speller(self._forms, self._forms.among)
        self._company = Company(ix, tree)
        self._letters = MOST_LETTERS

    def is_stranger(self, word: QueryWord) -> bool:
        """Whether the index has a word in another language than the query's alone."""
        return self._company.is_stranger(word)

    def __call__(self, word: QueryWord) -> str:
        """The likeliest word meant, or nothing.

        A word of the dictionary is meant as it stands, though no text has it: «лёд» is no «след».
        A capital within Latin letters makes a name, which is no slip of a common word: «OpenAI»
        is no «open», though «QazTehc» is «qaztech».
        """
        self._letters -= len(word.form)
        if self._letters < 0 or len(word.form) not in range(SHORTEST, LONGEST + 1):
            return ""
        if is_silent(word.form) or _is_in_a_dictionary(word.form):
            return ""
        near = self._speller.near(word.form, _LIKELY)
        told = [form for form in near if not is_silent(form)]
        if _NAME.search(word.text):
            told = [form for form in told if not english.is_known(form)]
        around = self._company.around(word)
        fitting = (form for form in told if around and held_in(self._ix, form, around))
        first = "" if self.is_stranger(word) or not told else told[0]
        return next(fitting, first) or self._parted(word.form)

    def _parted(self, form: str) -> str:
        """Two words of the index that ran together: «цифровойкодекс»."""
        if form in self._forms or not form.isalpha():
            return ""
        places = range(_SHORTEST_HALF, len(form) - _SHORTEST_HALF + 1)
        halves = [(form[:place], form[place:]) for place in places]
        counts = self._forms.among({half for pair in halves for half in pair})
        worth = {pair: min(counts.get(half, 0) for half in pair) for pair in halves}
        likeliest = max(worth, key=lambda pair: worth[pair], default=("", ""))
        return " ".join(likeliest) if worth.get(likeliest) else ""


def _is_in_a_dictionary(form: str) -> bool:
    """Whether a word is Russian, English, or by its root Kazakh: «мектеп» is no «месте».

    Bulgarian words are left to the company they keep: «интелект» may be a slip.
    """
    if languages_of(form) == ("en",):
        return english.is_known(form)
    return russian.is_known(form) or kazakh.is_known(form)


class _Forms(Mapping[str, int]):
    """The words of an index and how many passages hold each, looked up one by one.

    They are its forms and, where no text has them in that form, lemmas of the dictionary.
    """

    def __init__(self, ix: Index) -> None:
        self._ix = ix

    def __getitem__(self, form: str) -> int:
        found = self.among([form])
        return found[form]

    def among(self, forms: Iterable[str]) -> dict[str, int]:
        """Those of many forms that the index has, looked up at once."""
        encoded = [form.encode() for form in forms]
        found = _counted(self._fields("exact"), encoded)
        lemmas = _counted(self._fields("text"), encoded)
        return {form: n for form, n in lemmas.items() if russian.is_known(form)} | found

    def _fields(self, name: str) -> list[Field]:
        return [segment.fields[name] for segment in self._ix.segments]

    def __iter__(self) -> Iterator[str]:
        return (form for form, _ in self._ix.words("exact"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _counted(fields: Iterable[Field], terms: Sequence[bytes]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for words in fields:
        for term, number in words.numbers(terms).items():
            counts[term.decode()] += words.frequency(number)
    return counts
