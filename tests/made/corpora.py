"""Small corpora in words: what tests of the store and of the engine index."""

from hypothesis import strategies as st

from index.documents.dates import PartialDate
from index.documents.document import (
    AreaScore,
    Document,
    Instruction,
    Mention,
    Passage,
    Sentence,
    Speaker,
)
from index.language import analyze_sentences
from index.language.tokens import Token
from index.store.reader import open_index
from index.store.writer import Writer

WORDS = ("дом", "дома", "сад", "сады", "мир", "кот")


def tokens(text):
    """«дом сталь/стать» has two words, the second with two lemmas; «+» adds one in place."""
    made, position = [], -1
    for word in text.split():
        position += not word.startswith("+") or position < 0
        lemmas = tuple(word.lstrip("+").split("/"))
        made.append(Token(lemmas[0], lemmas, 0, 0, position))
    return made


def mention(written):
    """«a» is mentioned, «a!» instructed, «a>b» is one that b took over from."""
    name, _, heir = written.partition(">")
    role = "instructed" if name.endswith("!") else "mentioned"
    return Mention(name.rstrip("!"), 0, 3, role, (heir,) if heir else ())


def document(
    name,
    *texts,
    title="",
    date=None,
    areas=(),
    agencies=(),
    language="ru",
    speaker="reporter",
    instructions=(),
    **said,
):
    """A document of one passage a text, analysed as ``Writer.add`` takes it.

    A ``language`` of "kk+ru" is that of the passage, and of a sentence in it.
    """
    language, _, also = language.partition("+")
    header = Document(name, title, texts, date and PartialDate.parse(date), **said)
    passages = [
        Passage(
            name,
            ordinal,
            ordinal,
            text,
            0,
            len(text),
            language=language,
            sentences=(Sentence(0, len(text), also),) if also else (),
            areas=tuple(AreaScore(area, 1.0, ("дом",)) for area in areas),
            speaker=Speaker(speaker),
            agencies=tuple(map(mention, agencies)),
            instructions=instructions,
        )
        for ordinal, text in enumerate(texts, 1)
    ]
    return header, [(passage, tokens(passage.text)) for passage in passages], tokens(title)


class Unmerged(Writer):
    """Keeps every commit's segment by itself."""

    policy = staticmethod(lambda *_: [])


def build(path, *commits, writer=Writer):
    """An index with a commit for each list of documents to add and ids to delete."""
    for revision, changes in enumerate(commits, 1):
        with writer(path, "words") as it:
            for change in changes:
                if isinstance(change, str):
                    it.delete(change)
                else:
                    it.add(*change)
            it.commit(revision)


def live(commits):
    """The documents that are left after some commits, as they were given, by id."""
    left = {}
    for changes in commits:
        for change in changes:
            if isinstance(change, str):
                left.pop(change, None)
            else:
                left[change[0].id] = change
    return left


words = st.sampled_from([*WORDS, "дом/сад", "мир/кот", "+сад", "+кот/дом"])
texts = st.lists(words, max_size=6).map(" ".join)
dates = st.sampled_from(
    [
        None,
        "2024",
        "2025",
        "2024-12",
        "2025-01",
        "2025-02",
        "2024-12-31",
        "2025-01-01",
        "2025-02-14",
    ]
)
some = st.lists(st.sampled_from(["a", "b", "c"]), max_size=2, unique=True)
named = st.lists(st.sampled_from(["a", "b!", "c>a", "c!>b"]), max_size=2, unique=True)
DUTY = Instruction("1", "дом", 0, 3, "new")
ids = st.sampled_from(["ё", "b-1", "b", "д2", "x"])
documents = st.builds(
    lambda name, texts, **said: document(name, *texts, **said),
    ids,
    st.lists(texts, min_size=1, max_size=3),
    title=texts,
    date=dates,
    areas=some,
    agencies=named,
    speaker=st.sampled_from(["president", "reporter"]),
    instructions=st.sampled_from([(), (DUTY,)]),
    language=st.sampled_from(["ru", "kk", "", "kk+ru", "ru+bg"]),
    source=st.sampled_from(["", "Голос", "Волна"]),
    kind=st.sampled_from(["report", "digest"]),
    event=st.sampled_from(["", "форум", "съезд"]),
    title_derived=st.booleans(),
)
commits = st.lists(st.lists(documents | ids, max_size=5), min_size=1, max_size=4)


def speech(name, language, text, **said):
    """A document of one passage in real words of a language, as ``Writer.add`` takes it."""
    sentences = (Sentence(0, len(text), language),)
    passage = Passage(name, 1, 1, text, 0, len(text), language, sentences)
    header = Document(name, said.pop("title", ""), (), language=language, **said)
    return header, [(passage, analyze_sentences(text, sentences))], ()


def speeches(path, texts):
    """An index of one passage a text, opened; ``texts`` maps names to (language, text)."""
    build(path, [speech(name, *text) for name, text in texts.items()])
    return open_index(path)


def numbered(*texts):
    """Texts as ``speeches`` takes them, named speech0, speech1 and so on."""
    return {f"speech{number}": text for number, text in enumerate(texts)}
