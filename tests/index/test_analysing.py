import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysing import all_analysed, analysed
from index.documents.document import Document
from index.policy import group


@pytest.fixture
def work():
    texts = ["Президент поручил министерству открыть школы.", "Дожди размыли дорогу к посёлку."]
    return [
        (Document(f"d{number}", "Хроника", (texts[number % 2], texts[0])), {})
        for number in range(40)
    ]


def test_several_processes_give_what_one_gives_in_the_same_order(work):
    one = list(all_analysed(work, len(work), 1))
    assert list(all_analysed(iter(work), len(work), 2)) == one
    assert one == [analysed(*each) for each in work]


def test_an_error_in_another_process_comes_back(work):
    with pytest.raises(AttributeError):
        list(all_analysed([*work, (None, {})], len(work), 2))


KILLED = """
import os, signal
from index.analysing import all_analysed
from index.documents.document import Document
from index.policy import group
done = all_analysed([(Document("d", "Хроника", ("Дожди.",)), {})] * 999, 999, 2)
next(done)
print("begun", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_with_a_parent_that_is_killed():
    # Whoever is left holds the pipe open, on which a minute is waited.
    command = [sys.executable, "-c", KILLED]
    ended = subprocess.run(command, check=False, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (-9, b"begun\n")


def test_letters_without_a_name_are_words_nobody_knows():
    document = Document("any", "", ("Слово 𗀀 и 𗀁.",), language="ru")
    ((passage, tokens),) = analysed(document).passages
    assert {"𗀀", "𗀁"} <= {passage.text[each.start : each.end] for each in tokens}


PIECES = [
    "_____ ",
    "__",
    "№",
    "«",
    "»",
    "—",
    "-",
    "...",
    "(",
    "!",
    "’",
    "/",
    "\u200b",
    "\xad",
    "😀",
    "𗀀",  # a letter without a name
    "Президент поручил",
    "Үкіметке",
    "Министерството",
    "the Government",
    "до 1 июля 2026 года",
    "1",
    "2025",
    "4",
    "8 трлн",
    "36млн",
    "²",  # a digit that writes no number
    "①",
    "٣",
    "9" * 5_000,  # more digits than Python makes a number of
    " дней",
    "в срок ",
    "%",
    "US",
    "ИИ-",
    "-ИИ",
    "г.",
    ". ",
    "\n",
    " ",
    *("«»", "« »", "“ ”", "– ", "?", ":", "Вопрос: "),
    *("Тоқаев:", "сказал он", "– деді ол", "he said"),
]
MADE = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@given(MADE)
@pytest.mark.parametrize("language", ["", "ru", "kk", "bg", "en"])
def test_any_text_can_be_read_and_annotated(language, text):
    wholes = (f"Президент Токаев поручил: {text}", text)
    document = Document("any", text, wholes, language=language)
    for passage, tokens in analysed(document).passages:
        assert all(0 <= token.start < token.end <= len(passage.text) for token in tokens)
        assert all(0 <= each.start < each.end <= len(passage.text) for each in passage.instructions)


@given(MADE)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_any_text_can_be_compared_with_another(language, text):
    texts = {"one": f"Президент поручил: {text}", "two": text or "Дожди."}
    documents = [Document(name, said, (said,), language=language) for name, said in texts.items()]
    found = {name for event in group(documents) for name in event.documents}
    assert found == set(texts)
