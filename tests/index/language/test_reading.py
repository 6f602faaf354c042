import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.language import analyze_sentences, read, sentences
from index.language.forms import words_of

RUNS = words_of(
    """Дом дом. дом! дом, — – «Мы идём!» 2025 г. Астана г.Астана ул. т.е. т.д. А. А.Б. 15 000
    000. 1. 12. 3) (см. конец). район батальон щтука ъгъл және қала QazTech-а ИИ-стартапов …
    кто-то Да… да?! «Нет», п.п. йо @вася э ы ё 4,8 100% _ се ще сказал он млн млрд. просп.
    ни ли без да много свой те"""
)
SPACES = st.sampled_from([" "] * 30 + ["\n", "\n\n", " \n ", "  ", "\u00a0"])
TEXTS = st.lists(st.tuples(st.sampled_from(sorted(RUNS)), SPACES), max_size=25).map(
    lambda pairs: "".join(run + space for run, space in pairs)
)


@given(TEXTS)
@example("дом. — дом. — Дом. — «дом» (((((((((( дом. (((((((((((( дом")
@example("000 батальон ")
@example("Батальон и почтальон. Район, павильон. Йод.")
@example("Дом, дом; Дом: дом… Э. Сказал А. Иванов! УЛ. Абая")
def test_reading_at_once_is_reading_one_after_the_other(text):
    found = sentences(text, "ru")
    told, tokens = read(text, "ru")
    assert told == found
    assert tokens == list(analyze_sentences(text, found))


@given(
    st.text(alphabet="аБв .!…—«»\n\u00a0\u200b1-", max_size=40), st.sampled_from(["", "ru", "bg"])
)
def test_whatever_spaces_there_are(text, prior):
    found = sentences(text, prior)
    told, tokens = read(text, prior)
    assert told == found
    assert tokens == list(analyze_sentences(text, found))


@pytest.mark.parametrize("text", ["Дом стоит. Сад цветёт!", "ИИ-стартапов — 15 000."])
def test_words_make_the_tokens(text):
    _, tokens = read(text, "ru")
    made = [[(word.form,)] if word.parts is None else word.parts for word in tokens.words]
    assert [part[0] for parts in made for part in parts] == [token.form for token in tokens]
    assert sum(word.places for word in tokens.words) == tokens[-1].position + 1
