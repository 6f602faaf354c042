import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.document import Sentence
from index.language import Tokens, analyze, analyze_sentences, fold, sentences


def lemmas(text, language="ru"):
    return [set(token.lemmas) for token in analyze(text, language)]


def written(text, language="ru"):
    """Tokens as «place:form», in a row."""
    return " ".join(f"{token.position}:{token.form}" for token in analyze(text, language))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("стали", "сталь"),
        ("стали", "стать"),
        ("данные", "данные"),
        ("данных", "данные"),
        ("ИИ", "ии"),
        ("Токаев", "токаев"),
        ("Токаевым", "токаев"),
        ("Акорды", "акорда"),
        ("Акорде", "акорда"),
        ("Сенате", "сенат"),
        ("внедрённый", "внедрить"),
        ("внедренный", "внедрить"),
        ("4,8", "4.8"),
        ("трлн", "триллион"),
        ("Казахстаном", "казахстан"),
    ],
)
def test_a_russian_form_has_its_lemma(text, lemma):
    (found,) = lemmas(text)
    assert lemma in found


@pytest.mark.parametrize(
    ("text", "never"),
    [("ИИ", "ия"), ("данные", "дать"), ("Акорда", "акорд"), ("Токаев", "токай")],
)
def test_a_protected_word_is_nothing_else(text, never):
    assert never not in lemmas(text)[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ИИ-стартапов много", "0:ии-стартапов 0:ии 1:стартапов 2:много"),
        ("Касым-Жомарту Токаеву", "0:касым-жомарту 0:касым 1:жомарту 2:токаеву"),
        ("кто-то из-за угла", "0:кто-то 1:из-за 2:угла"),
        ("в 2025–2030 годах", "0:в 1:2025 2:2030 3:годах"),
        ("— Нет… «Да»!", "0:нет 1:да"),
        ("аг\u00adент\u200bство", "0:агентство"),
        ("внедре\u0301нный", "0:внедренный"),
        ("и\u0306од", "0:йод"),
        ("11.08.2025", "0:11.08.2025 0:11 1:08 2:2025"),
        ("рост 15 000 тенге на 7,5%", "0:рост 1:15 000 2:тенге 3:на 4:7,5 5:%"),
        ("_", ""),
        ("", ""),
    ],
)
def test_words_stand_at_their_places(text, shown):
    assert written(text) == shown


def test_the_whole_covers_its_parts():
    whole, first, second = analyze("«ИИ-стартапов»", "ru")
    assert (whole.start, whole.end) == (first.start, second.end) == (1, 13)
    assert "ии-стартап" in whole.lemmas


def test_sentences_are_read_each_in_its_language():
    text = "Личните данни изтичат. Цифровые данные утекают."
    found = analyze_sentences(text, sentences(text, "bg"))
    assert [token.position for token in found] == list(range(6))
    assert "личен" in found[0].lemmas
    assert found[3].lemmas == ("цифровой",)
    assert text[found[5].start : found[5].end] == "утекают"


def test_an_unknown_language_is_read_as_russian():
    assert analyze("городов", "fr") == analyze("городов", "ru")


TEXTS = st.text(alphabet="абвгёйИТқәі QazTech'’-‑.,%0159 \u00ad\u0301\n«»_", max_size=60)


@given(TEXTS)
def test_tokens_stand_in_order_and_cover_what_they_say(text):
    tokens = analyze(text, "ru")
    places = [token.position for token in tokens]
    assert places == sorted(places)
    assert sorted(set(places)) == list(range(max(places, default=-1) + 1))
    for token in tokens:
        assert token.form == fold(text[token.start : token.end])
        assert token.form
        assert token.lemmas


@given(TEXTS)
def test_one_sentence_reads_as_the_text(text):
    assert analyze_sentences(text, [Sentence(0, len(text), "ru")]) == analyze(text, "ru")


def test_chosen_tokens_are_those_of_the_wanted_words():
    text = "ИИ-стартапы строят школы. Мектептер ашылды."
    spoken = [Sentence(0, 25, "ru"), Sentence(26, len(text), "kk")]
    every = Tokens.of(text, "ru", spoken)
    assert every.chosen(frozenset) == every.all == analyze_sentences(text, spoken)
    schools = every.chosen(lambda words: frozenset(w for w in words if w.form == "школы"))
    assert [text[token.start : token.end] for token in schools] == ["школы"]
    assert schools[0] in every.all
