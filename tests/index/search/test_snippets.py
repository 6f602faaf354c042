import itertools
import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.document import Document, Instruction, Passage, Sentence
from index.search.parsing.parser import parse
from index.search.snippets import Snippets, plain


def passage(text, language="ru", sentences=()):
    return Passage("speech", 1, 1, text, 0, len(text), language, sentences)


def in_brackets(html):
    return unescape(html.replace("<mark>", "[").replace("</mark>", "]"))


def tongues(html):
    """Other languages in braces: «{bg:Пътят е нов.}»."""
    return in_brackets(re.sub(r'<span lang="(\w+)">', r"{\1:", html).replace("</span>", "}"))


def marked(query, text, language="ru"):
    return in_brackets(Snippets(parse(query).query).marked(passage(text, language)))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("дорогами", "Новые [дороги] свяжут регионы."),
        ("регион дорога", "Новые [дороги] свяжут [регионы]."),
        ("«новая дорога»", "[Новые] [дороги] лучше, чем новые обещания про дороги."),
        ("«новая дорога» дорога", "[Новые] [дороги] лучше, чем эти [дороги]."),
        ("!дороги", "Новые [дороги] и старая дорога."),
        ("!«новые дороги»", "[Новые] [дороги] и новая дорога, старые дороги."),
        ("доро*", "[Дороги], [дорожники] и дротики."),
        ("дорога -регион", "[Дороги] свяжут регионы."),
        ("дорога -(мост регион)", "[Дороги] и мосты свяжут регионы."),
        ("-дорога", "Дороги свяжут регионы."),
        ("дорога OR мост", "[Мосты] строят вместе с [дорогами]."),
        ("онлайн-школа", "[Онлайн-школы] открылись."),
        ("«онлайн школа»", "[Онлайн]-[школы] открылись."),
        ("школа", "Онлайн-[школы] открылись."),
        ("title:дорога", "Дороги свяжут регионы."),  # asked of the title only
        ("area:transport lang:ru", "Дороги свяжут регионы."),
        ("15 000 дорог", "Построят [15 000] километров [дорог]."),
        ("елка", "Зелёная [ёлка] и [елки]."),
        ("", "Дороги свяжут регионы."),
        ("☃", "Дороги ☃ свяжут регионы."),
    ],
)
def test_marks_what_truly_matches(query, shown):
    text = shown.replace("[", "").replace("]", "")
    assert marked(query, text) == shown


def test_each_sentence_is_read_in_its_own_language():
    text = "Дороги важны. The roads matter."
    spans = (Sentence(0, 14, "ru"), Sentence(14, len(text), "en"))
    html = Snippets(parse("road").query).marked(passage(text, "ru", spans))
    assert tongues(html) == "Дороги важны. {en:The [roads] matter.}"


@pytest.mark.parametrize(
    ("shown", "own"),
    [
        ("Дороги важны. {bg:Пътят е нов.} Мосты тоже.", "ru"),
        ("{ru:Дороги важны. Мосты тоже.} Пътят е нов.", "bg"),  # neighbours are one stretch
        ("Дороги важны. Мосты тоже.", "ru"),
    ],
)
def test_a_sentence_in_another_language_says_so(shown, own):
    text = re.sub(r"\{\w+:|\}", "", shown)
    spans = tuple(
        Sentence(*match.span(), "bg" if "Път" in match.group() else "ru")
        for match in re.finditer(r"[^ .][^.]*\.", text)
    )
    assert tongues(plain(passage(text, own, spans))) == shown


def test_an_excerpt_says_the_languages_of_what_it_shows():
    text = FILLER * 6 + "Пътят е нов. " + FILLER * 6
    at = text.index("Пътят")
    spans = (Sentence(0, at, "ru"), Sentence(at, at + 12, "bg"), Sentence(at + 13, len(text), "ru"))
    html = Snippets(parse("нов").query).snippet(passage(text, "ru", spans))
    assert "{bg:Пътят е [нов].}" in tongues(html)


def test_nothing_of_the_text_becomes_markup():
    html = Snippets(parse("дорога").query).marked(passage("<b>Дороги</b> & \"мосты\" 'рек'"))
    assert html == "&lt;b&gt;<mark>Дороги</mark>&lt;/b&gt; &amp; &quot;мосты&quot; &#x27;рек&#x27;"


def test_titles_are_marked_for_words_and_for_the_field():
    title = Document("a", "О дорогах и мостах", (), language="ru")
    shown = [
        in_brackets(Snippets(parse(query).query).title(title))
        for query in ("мост", "title:дорога", "-дорога")
    ]
    assert shown == ["О дорогах и [мостах]", "О [дорогах] и мостах", "О дорогах и мостах"]


FILLER = "Совещание продолжалось до вечера, выступили многие участники. "


def test_a_short_text_is_shown_whole():
    assert Snippets(parse("вечер").query).snippet(passage(FILLER)) == FILLER.replace(
        "вечера", "<mark>вечера</mark>"
    )


def test_the_excerpt_stands_where_most_words_of_the_query_meet():
    text = FILLER * 4 + "Мост починят. " + FILLER * 6 + "Дорогу и мост откроют. " + FILLER * 6
    shown = in_brackets(Snippets(parse("мосты дороги").query).snippet(passage(text)))
    assert "[Дорогу] и [мост] откроют." in shown
    assert (shown[0], shown[-1]) == ("…", "…")


def test_the_excerpt_begins_with_a_sentence_where_it_can():
    text = FILLER * 6 + "После обеда открыли мост. " + FILLER * 6
    cuts = [0, *(match.end() for match in re.finditer(r"\. ", text))]
    spans = tuple(Sentence(*span, "ru") for span in itertools.pairwise(cuts))
    shown = in_brackets(Snippets(parse("мост").query).snippet(passage(text, "ru", spans)))
    assert shown.startswith("…После обеда открыли [мост].")


def test_without_matches_the_excerpt_is_the_beginning():
    shown = Snippets(parse("").query).snippet(passage(FILLER * 20))
    assert shown.startswith("Совещание")
    assert shown.endswith("…")


WORDS = st.sampled_from(
    [
        "дорога",
        "мостами",
        "<b>",
        '"река"',
        "школа,",
        "онлайн-школы",
        "и",
        "&amp;",
        "1 500",
        "э" * 400,
    ]
)
TEXTS = st.lists(WORDS, max_size=150).map(" ".join)
QUERIES = st.sampled_from(
    [
        "дорога мост",
        "«мост дорога»",
        "река -школа",
        "онлайн-школа",
        "!мостами",
        "доро*",
        "1 500",
        "",
    ]
)


@given(TEXTS, QUERIES)
def test_an_excerpt_is_escaped_text_of_bounded_length(text, query):
    shown = Snippets(parse(query).query).snippet(passage(text))
    plain = re.sub("</?mark>", "", shown)
    inner = unescape(plain).strip("…")
    assert inner in text
    assert escape(unescape(plain)) == plain
    assert len(inner) <= 340
    assert shown.count("<mark>") == shown.count("</mark>")


@given(TEXTS, QUERIES)
def test_an_excerpt_shows_a_match_whenever_there_is_one(text, query):
    snippets = Snippets(parse(query).query)
    assert bool(snippets.count(passage(text))) == ("<mark>" in snippets.snippet(passage(text)))


@given(TEXTS, QUERIES)
def test_words_are_not_cut_unless_they_fill_the_excerpt(text, query):
    inner = re.sub("</?mark>|^…|…$", "", Snippets(parse(query).query).snippet(passage(text)))
    at = text.find(unescape(inner))
    if "э" * 400 not in text and text:
        assert at == 0 or text[at - 1].isspace()
        end = at + len(unescape(inner))
        assert end == len(text) or text[end] in " ,"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("школа", "Открыть школу до мая."),
        ("мост", "Починить мост к лету."),
        ("мост дорога", "Починить дороги и мост."),  # says most of the query
        ("погода", "Открыть школу до мая."),  # says nothing of any: the first with a day
        ("", "Открыть школу до мая."),
    ],
)
def test_the_instruction_that_says_most_of_the_query_is_told(query, shown):
    orders = ["Открыть школу до мая.", "Починить мост к лету.", "Починить дороги и мост."]
    text = " ".join(["Начать.", *orders])
    duties = [Instruction("0", "Начать.", 0, 7, "new", ("roads",))]
    for order in orders:
        start = text.index(order)
        due = "" if "дороги" in order else "2025-05-31"
        duties.append(
            Instruction("1", order, start, start + len(order), "new", ("roads",), due=due)
        )
    told = Passage("a", 1, 1, text, 0, len(text), "ru", instructions=tuple(duties))
    found = Snippets(parse(query).query).duty(told)
    assert found.text == shown


def test_an_instruction_to_nobody_for_no_day_is_not_told():
    duty = Instruction("0", "Надо учиться.", 0, 13, "new")
    told = Passage("a", 1, 1, "Надо учиться.", 0, 13, "ru", instructions=(duty,))
    assert Snippets(parse("учиться").query).duty(told) is None
