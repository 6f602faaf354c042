"""Which priority areas a passage speaks of."""

import pytest

from index.language import analyze
from index.policy import load_tables
from tests.index.policy.reading_aloud import annotated


def areas(text, language):
    return [one.area for one in load_tables().scorer.scores(text, analyze(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "area"),
    [
        ("ru", "Врачи получат снимки пациентов из соседних больниц.", "healthcare"),
        ("ru", "В реальном секторе роботы заменят ручной труд.", "real-sector"),
        ("ru", "Утечки персональных данных участились вдвое.", "data-cybersecurity"),
        (
            "ru",
            "Вторую очередь суперкомпьютера откроют в новом дата-центре.",
            "digital-infrastructure",
        ),
        ("ru", "Стартапам нужны венчурные инвесторы.", "ecosystem-talent"),
        ("ru", "Школьникам и учителям дадут учебники по основам ИИ.", "ai-education"),
        ("ru", "Госуслуги станут проще без бумажного документооборота.", "public-administration"),
        ("ru", "Цифровой кодекс изменит правовое поле.", "regulation"),
        ("ru", "Служебная переписка уйдёт в отечественный мессенджер.", "secure-communications"),
        ("bg", "Лекарите лекуват пациентите с помощта на машини.", "healthcare"),
        ("bg", "Законодателството ще има нова нормативна база.", "regulation"),
        ("kk", "Дербес деректердің қауіпсіздігі басты мәселе.", "data-cybersecurity"),
        ("kk", "Оқушылар мен мұғалімдер үшін жаңа оқулық шықты.", "ai-education"),
        ("en", "Start-ups and unicorns look for venture money.", "ecosystem-talent"),
        ("en", "A supercomputer opens in the new data centre.", "digital-infrastructure"),
    ],
)
def test_words_tell_the_area(language, text, area):
    assert areas(text, language)[:1] == [area]


@pytest.mark.parametrize("text", ["Утром над степью шёл дождь.", "Гости посмотрели концерт."])
def test_none_fits_everything(text):
    assert areas(text, "ru") == []


def test_evidence_is_what_stands_in_the_text():
    text = "Пациентам помогут врачи."
    (score,) = load_tables().scorer.scores(text, analyze(text, "ru"))
    assert set(score.evidence) == {"пациентам", "врачи"}


def test_a_name_is_no_cue():
    text = "Пришёл министр здравоохранения."
    tokens = analyze(text, "ru")
    tables = load_tables()
    named = tables.finder.mentions(text, tokens)
    assert tables.scorer.scores(text, tokens, named) == ()
    assert tables.scorer.scores(text, tokens) != ()


def test_the_title_speaks_for_a_passage():
    text = "Штраф вырастет вдвое, и это норма."
    tokens = analyze(text, "ru")
    scorer = load_tables().scorer
    title = scorer.titled(analyze("Цифровой кодекс принят", "ru"))
    assert title == {"regulation"}
    with_title = scorer.scores(text, tokens, titled=title)
    assert with_title[0].score == scorer.scores(text, tokens)[0].score + 1


def test_a_word_inside_a_longer_cue_of_another_area_is_silent():
    (passage,) = annotated("Медицинская информационная система больницы устарела.")
    assert [score.area for score in passage.areas] == ["healthcare"]


def test_an_instruction_has_the_areas_of_its_own_words():
    text = (
        "«Врачи и больницы ждут. Поручаю Минпросвещения переписать школьные учебники "
        "и обучить учителей», – сказал Президент."
    )
    (passage,) = annotated(text)
    (found,) = passage.instructions
    assert found.areas == ("ai-education",)
    assert {score.area for score in passage.areas} >= {"healthcare", "ai-education"}
