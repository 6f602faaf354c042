"""What words lean to where cues say little."""

from dataclasses import replace

import numpy as np
import pytest

from index.documents.document import Document
from index.documents.passages import cut_and_read
from index.language import Tokens
from index.policy import annotate, load_tables
from index.policy.leanings import Around, Leanings, parts, read_leanings
from index.policy.verdicts import SETTING, Verdicts, Weighing
from tests.index.policy.reading_aloud import annotated

AREAS = ("healthcare", "ai-education")


def leanings(**weights):
    return Leanings(AREAS, {key: np.array(row, np.float32) for key, row in weights.items()})


def around(*texts, agencies=()):
    return [Around(Tokens.of(text, "ru"), agencies) for text in texts]


def title(text):
    return Tokens.of(text, "ru")


def odds(table, texts, heading="", titled=(), agencies=()):
    leans = table.of_document(around(*texts, agencies=agencies), title(heading), titled)
    return [round(lean.odds["healthcare"], 3) for lean in leans]


def test_a_word_counts_in_any_form():
    assert odds(leanings(палата=[1, 0]), ["Палаты пусты.", "Сад пуст."])[0] == 1


def test_a_beginning_counts_in_part():
    assert odds(leanings(**{"пала*": [1, 0]}), ["Палаты пусты."]) == [0.5]


def test_a_word_counts_once():
    assert odds(leanings(палата=[1, 0]), ["палата, палата, палата."]) == [1]


def test_what_stands_around_counts_in_part():
    told = odds(leanings(палата=[1, 0]), ["Сад.", "Палата.", "Дом."], heading="Палата")
    assert told == [0.7, 1.5, 0.75]


def test_agencies_and_areas_of_the_title_count():
    table = leanings(**{"@mz": [2, 0], "#healthcare": [1, 0]})
    assert odds(table, ["Сад пуст."], titled=["healthcare"], agencies=["mz"]) == [2.7]


def test_who_orders_something_has_odds_of_his_own():
    (lean,) = leanings(**{"!": [0, 3]}).of_document(around("Сад."), title(""), ())
    assert (lean.odds["ai-education"], lean.ordered["ai-education"]) == (0, 3)


def test_words_of_a_long_passage_say_less():
    long = " ".join(
        f"слово{chr(1072 + one)}{chr(1072 + other)}" for one in range(8) for other in range(8)
    )
    assert odds(leanings(палата=[1, 0]), [f"Палата {long}."])[0] < 0.5


def test_evidence_is_of_the_passage_heaviest_first():
    table = leanings(палата=[1, 0], сестра=[2, 0], сад=[0, 1])
    (lean,) = table.of_document(around("Сёстры вышли из палаты в сад."), title(""), ())
    assert lean.evidence("healthcare") == ("сестры", "палаты")


def test_evidence_is_of_the_title_or_of_the_passage_before_where_the_passage_has_none():
    table = leanings(палата=[1, 0], сестра=[1, 0])
    told = table.of_document(around("Сестра вышла.", "Сад."), title("О палате"), ())
    assert told[1].evidence("healthcare") == ("палате",)
    told = table.of_document(around("Сестра вышла.", "Сад."), title("О саде"), ())
    assert told[1].evidence("healthcare") == ("сестра",)


def test_parts_to_learn_from_are_what_is_weighed():
    table = read_leanings()
    passages = around("Врачи ждут снимков.", "Школе нужен учитель-предметник.", agencies=["mz"])
    heading, titled = title("О больницах"), ["healthcare", SETTING]
    by_hand = [
        sum(value * table.weights.get(key, np.zeros(9)) for key, value in told.items())
        for told in parts(passages, heading, titled)
    ]
    weighed = [[*lean.odds.values()] for lean in table.of_document(passages, heading, titled)]
    np.testing.assert_allclose(by_hand, weighed, atol=1e-4)


def verdict(words, table, text, agencies=("mz",)):
    leans = table.of_document(around(text, agencies=agencies), title(""), ())
    weighing = Weighing(words, {area: {1} for area in words}, digital=False, agencies={})
    (areas,) = Verdicts(load_tables().priorities).in_context([weighing], (), leans)
    return [one.area for one in areas.told]


@pytest.mark.parametrize(
    ("weight", "kept"),
    [(3.0, []), (4.0, ["healthcare"])],  # a decisive cue stays
)
def test_an_area_goes_that_all_words_speak_against(weight, kept):
    table = leanings(сад=[-5, -9])
    assert verdict({"healthcare": {"палата": weight}}, table, "Палата и сад.") == kept


def test_an_area_comes_in_that_words_surely_speak_for():
    assert verdict({}, leanings(сад=[2, -9]), "Сад.") == ["healthcare"]


def test_where_no_body_is_named_none_comes_in():
    assert verdict({}, leanings(сад=[2, -9]), "Сад.", agencies=()) == []


def test_a_text_that_names_something_digital_needs_no_body():
    (lean,) = leanings().of_document(around("Сад."), title(""), (), digital=True)
    assert lean.official


def test_an_area_that_was_not_learned_of_stays_as_cues_tell_it():
    words = {"healthcare": {"палата": 4.0}}
    assert verdict(words, Leanings(("gone",), {}), "Палата.") == ["healthcare"]


def test_areas_that_are_no_areas_any_more_are_passed_over():
    table = Leanings(("gone",), {"сад": np.array([9], np.float32)})
    assert verdict({}, table, "Сад.") == []


def test_a_folder_without_a_table_leans_to_nothing(tmp_path):
    assert read_leanings(tmp_path).areas == ()


def test_the_table_is_of_the_areas_of_today():
    assert set(read_leanings().areas) == set(load_tables().areas)


def test_a_passage_without_a_cue_has_what_its_words_lean_to():
    text = "Минздраву поручено до мая сократить время, за которое бригада доезжает до больного."
    (passage,) = annotated(text)
    assert [one.area for one in passage.areas] == ["healthcare"]


def test_a_title_taken_from_the_text_is_not_weighed():
    told = set()
    for title_derived in (False, True):
        document = Document("d", "Цифровой завод", ("Станки и завод.",), language="ru")
        document = replace(document, title_derived=title_derived)
        (passage,) = annotate(document, cut_and_read(document), load_tables())
        told.add((title_derived, "real-sector" in {one.area for one in passage.areas}))
    assert told == {(False, True), (True, False)}
