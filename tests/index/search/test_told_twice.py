"""From texts to the register: what several texts of one event tell is one instruction."""

import corpora
import pytest

from index.analysing import analysed
from index.documents.dates import PartialDate
from index.documents.document import Document
from index.search.register import register
from index.store.reader import open_index

RUSSIAN = (
    "Президент провёл совещание. Правительству поручено до 1 июля 2026 года подключить "
    "417 школ к быстрому интернету."
)
AGAIN = (
    "По поручению, которое дал Токаев, к сети выйдут сёла. Он поручил Правительству подключить "
    "417 школ к интернету до 1 июля 2026 года."
)
KAZAKH = (
    "Мемлекет басшысы кеңес өткізді. Үкіметке 2026 жылғы 1 шілдеге дейін 417 мектепті "
    "жылдам интернетке қосу тапсырылды."
)
ENGLISH = (
    "Tokayev chaired a meeting. He instructed the Government to connect 417 schools to fast "
    "internet by July 1, 2026."
)
OTHER = (
    "Мемлекет басшысы кеңес өткізді. Үкіметке 2026 жылғы 1 шілдеге дейін 12 аурухананы "
    "салу тапсырылды."
)


def heirs(agency):
    return ()


def sources(tmp_path, *told):
    """How many texts tell of each instruction."""
    documents = (
        Document(
            f"d{number}",
            "Совещание",
            (text,),
            PartialDate.parse("2025-08-11"),
            event="meeting",
            language=language,
        )
        for number, (language, text) in enumerate(told)
    )
    reports = [(each.document, each.passages, each.title) for each in map(analysed, documents)]
    corpora.build(tmp_path, reports)
    duties = register(open_index(tmp_path), heirs)
    assert {each.due for each in duties} == {"2026-07-01"}
    assert all(each.shown.agencies == ("government",) for each in duties)
    return sorted(len(each.sources) for each in duties)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([("ru", RUSSIAN), ("ru", AGAIN)], [2]),
        ([("ru", RUSSIAN), ("kk", KAZAKH)], [2]),
        ([("ru", RUSSIAN), ("ru", AGAIN), ("kk", KAZAKH), ("en", ENGLISH)], [4]),
        ([("ru", RUSSIAN), ("kk", OTHER)], [1, 1]),  # another number: another instruction
    ],
)
def test_one_instruction_however_many_tell_of_it(tmp_path, told, counted):
    assert sources(tmp_path, *told) == counted
