"""English words: the Snowball stem, after what no rule of endings knows."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_LOCAL = threading.local()

# A word, and forms of it or spellings that no rule leads back to it.
_IRREGULAR = """
child: children | man: men | woman: women | foot: feet | life: lives | half: halves | wife: wives
datum: data | analysis: analyses | criterion: criteria | index: indices
basis: bases | medium: media | crisis: crises | thesis: theses | phenomenon: phenomena
build: built | teach: taught | bring: brought | buy: bought | think: thought | seek: sought
fight: fought | catch: caught | speak: spoke spoken | give: gave given | take: took taken
write: wrote written | begin: began begun | grow: grew grown | know: knew known | show: shown
say: said | pay: paid | make: made | spend: spent | lend: lent | send: sent | lose: lost
lead: led | keep: kept | hold: held | sell: sold | tell: told | find: found | meet: met
run: ran | become: became | choose: chose chosen | rise: rose risen | fall: fell fallen
win: won | go: went gone goes | see: saw seen | understand: understood | draw: drew drawn
undertake: undertook undertaken | arise: arose arisen | drive: drove driven | get: got gotten
come: came | stand: stood | feel: felt | deal: dealt | mean: meant | leave: left
center: centre centres | program: programme programmes | labor: labour | defense: defence
model: modelling modelled | travel: travelling travelled | fuel: fuelling fuelled
organize: organise organised | digitalize: digitalise digitalised | modernize: modernise
digitize: digitise digitised
""".replace("\n", "|")
_BACK = {
    form: word.strip()
    for word, _, forms in (row.partition(":") for row in _IRREGULAR.split("|") if ":" in row)
    for form in forms.split()
}
# Words that the stemmer would make one with others: «university» and «universe».
_APART = {
    form: stem
    for stem, forms in {
        "university": "university universities",
        "universal": "universal universally",
        "organic": "organic organically",
        "organization": "organization organizations organisation organisations",
        "general": "general generals generally",
        "experience": "experience experiences experiencing experienced",
        "news": "news",
        "import": "import imports importing imported",
        "important": "important importantly importance",
        "authority": "authority authorities",
        "public": "public publicly",
    }.items()
    for form in forms.split()
}


def lemmas(word: str) -> tuple[str, ...]:
    """The stem of a clean word; «Kazakhstan's» loses its ending."""
    form = word.lower()
    form = form.removesuffix("'s").removesuffix("'")
    form = _BACK.get(form, form)
    return (_APART.get(form) or _stem(form),)


def is_known(form: str) -> bool:
    """Whether the dictionary has the lower-case form; it takes some 20 MB once asked."""
    return _dictionary().get(form) is not None  # «in» looks a missing form up by an exception


@cache
def _dictionary() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("en")


def _stem(form: str) -> str:
    """A stemmer keeps the word it works on, so each thread has its own."""
    if not hasattr(_LOCAL, "stemmer"):
        # It loads the stemmers of thirty languages, for which no start should wait.
        import snowballstemmer  # noqa: PLC0415

        _LOCAL.stemmer = snowballstemmer.stemmer("english")
    stem: str = _LOCAL.stemmer.stemWord(form)
    return stem
