"""In which language a stretch of text is: Russian, Bulgarian, Kazakh or English.

Letters settle most sentences at once; where they do not, words are asked for in the
dictionaries and in short lists, and the language of the document around weighs in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf

from index.language import bulgarian, kazakh, russian
from index.language.forms import words_of

_KAZAKH = re.compile(r"[әғқңөұүһі]")
_RUSSIAN = re.compile(r"[ыэё]|[жшщчц]ь|ться")
_BULGARIAN = re.compile(r"ъ(?![еёюяи])|ьо|йо(?=[а-я])|щт")
_KAZAKH_ENDING = re.compile(r"(?:[нтд]ың|[дт]ы|сы|[ғқ]ан|ген|ы[пм]|ым|лар|лер|[дт]а[нр]?|лген)$")
_NOT_RUSSIAN = re.compile(r"[әғқңөұүһіъa-z]")
# «ъ» of «объём» is Russian, that of «път» a sign; «@» begins an address.
_FOREIGN = re.compile(r"[әғқңөұүһіa-z@]")
_LATIN = re.compile(r"[a-z]+")
_ADDRESS = re.compile(r"@\S+|https?://\S+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")

_ONLY = {
    "ru": """что это как его её ее к из от для они мы был была были было который которая которые
        при того этого этом этой также чтобы если только может быть об во со ко их уже или очень
        меня мне тебя вы вас нас нам он она оно нет еще ещё когда где там тут так вот лишь
        через""",
    "bg": """се от са че като ще към това този тази тези което който която които със без след беше
        има още само тя те ги му ѝ съм си да го ни аз той ние вие какво къде няма бил била били е
        защото когато може обаче също всички бе де ако ми ти един една едно тук тоя тая нея
        свой мен него или ли ето нищо никой нещо много""",
    "kk": """және мен бен пен бұл осы үшін бар емес деп еді болады туралы бойынша жылы сол біз олар
        ол мың керек болып екен да де ма ба па бір жоқ ал бірақ сен адам еске алды кейін осындай мол
        дейді дейсің айтты келді жатыр қой тағы барлық әр сондай болды болған сонымен""",
}
_WEIGHT = 2.0
PRIOR = 1.5
"""What the text around a sentence speaks for its own language."""

_SETTLED = 2
_SHARE_OF_KAZAKH = 12  # one special letter in so many is a Kazakh sentence
_FEW_WORDS = 3
_MOSTLY = 4
_KEPT = 60_000  # words
_ENGLISH = words_of("the of and to in a is for on that with as are by be from it this at an")


Votes = tuple[float, float, float]
"""How far a word speaks for Russian, Bulgarian and Kazakh."""

_KNOWN: dict[tuple[bool, bool], Votes | None] = {
    (True, False): (1.0, 0.0, 0.0),
    (False, True): (0.0, 1.0, 0.0),
    (True, True): (0.0, 0.0, 0.0),
    (False, False): None,
}
"""The votes of a word by whether the Russian and the Bulgarian dictionary have it."""


def _votes() -> dict[str, Votes]:
    """For each listed word the votes it casts; a word of several lists casts less for each."""
    lists: dict[str, list[str]] = {}
    for language, listed in _ONLY.items():
        for word in listed.split():
            lists.setdefault(word, []).append(language)
    return {
        word: (vote * ("ru" in names), vote * ("bg" in names), vote * ("kk" in names))
        for word, names in lists.items()
        for vote in (_WEIGHT / len(names),)
    }


_VOTES = _votes()


def identify(text: str, prior: str = "") -> str:
    """Name the language, ru, kk, bg or en; ``prior``, that of the text around, settles doubts."""
    lower = text.lower()
    if _plainly_russian(lower):
        return "ru"
    if "@" in lower or "//" in lower:
        lower = _ADDRESS.sub(" ", lower)
    words = _CYRILLIC.findall(lower)
    cyrillic = sum(map(len, words))
    latin = _LATIN.findall(lower)
    length = sum(map(len, latin))
    if length > cyrillic and (len(words) < _FEW_WORDS or length > _MOSTLY * cyrillic):
        return _latin(latin, prior)
    if not cyrillic:
        return prior or "ru"
    special = len(_KAZAKH.findall(lower))
    if special * _SHARE_OF_KAZAKH > cyrillic:
        return "kk"
    russian_signs, bulgarian_signs = len(_RUSSIAN.findall(lower)), len(_BULGARIAN.findall(lower))
    if abs(russian_signs - bulgarian_signs) > _SETTLED and not special:
        return "ru" if russian_signs > bulgarian_signs else "bg"
    return _by_words(words, prior)


def leaning(text: str) -> float:
    """How far the words of a text speak for another language rather than for Russian.

    A sentence whose words lean so far in sum by at most ``PRIOR`` is Russian in a Russian text;
    infinite where letters or signs speak too, or an address begins.
    """
    lower = text.lower()
    if _FOREIGN.search(lower) or _BULGARIAN.search(lower):
        return inf
    if lower.isalpha() and lower not in _VOTES and russian.is_known(lower):
        return 0.0 if bulgarian.is_known(lower) else -1.0  # as _KNOWN has it, in half the time
    leans = 0.0
    for word in _CYRILLIC.findall(lower):
        ru, bg, kk = _REMEMBERED[word]
        leans += (bg if bg > kk else kk) - ru  # noqa: FURB136 - max() takes four times as long
    return leans


def _plainly_russian(lower: str) -> bool:
    """Most sentences of the collection are, and need no closer look."""
    signs = lower.count("ы") + lower.count("э") + lower.count("ё")
    return signs > _SETTLED and not _NOT_RUSSIAN.search(lower)


def _latin(words: list[str], prior: str) -> str:
    """A brand or two in a Russian document is no English sentence."""
    if prior and len(words) <= _FEW_WORDS and _ENGLISH.isdisjoint(words):
        return prior
    return "en"


def _by_words(words: list[str], prior: str) -> str:
    votes: Iterable[tuple[float, ...]] = zip(*map(_REMEMBERED.__getitem__, words), strict=True)
    scores = {name: sum(each) for name, each in zip(("ru", "bg", "kk"), votes, strict=True)}
    if prior in scores:
        scores[prior] += PRIOR
    return max(scores, key=lambda language: scores[language])


class _Remembered(dict[str, Votes]):
    """The votes of words, forgotten all at once when there are too many."""

    def __missing__(self, word: str) -> Votes:
        if len(self) >= _KEPT:
            self.clear()
        votes = self[word] = _vote(word)
        return votes


_REMEMBERED = _Remembered()


def _vote(word: str) -> Votes:
    """The votes of a word for Russian, Bulgarian and Kazakh."""
    said, listed = _of_word(word), _VOTES.get(word)
    if listed is None:
        return said
    ru, bg, kk = (one + other for one, other in zip(listed, said, strict=True))
    return ru, bg, kk


def _of_word(word: str) -> Votes:
    """What the letters of a word and the dictionaries say of it."""
    if _KAZAKH.search(word):
        return (0.0, 0.0, 2.0)
    if _BULGARIAN.search(word):
        return (0.0, 2.0, 0.0)
    return _KNOWN[russian.is_known(word), bulgarian.is_known(word)] or _of_unknown(word)


def _of_unknown(word: str) -> Votes:
    if _KAZAKH_ENDING.search(word) or kazakh.is_known(word):
        return (0.0, 0.0, 1.0)
    if _RUSSIAN.search(word):
        return (0.5, 0.0, 0.5)
    return (0.0, 0.4, 0.0) if word.endswith(("та", "то", "те", "ия", "ха")) else (0.0, 0.0, 0.0)
