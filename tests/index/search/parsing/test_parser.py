import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.dates import PartialDate
from index.search.advice.notes import CODES
from index.search.parsing.parser import parse
from index.search.query import (
    And,
    Chosen,
    Dated,
    Everything,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
)


def codes(text):
    return [note.code for note in parse(text).notes]


def kinds(query):
    """The shape of a query: and(term or(term term))."""
    match query:
        case And() | Or():
            inside = " ".join(kinds(child) for child in query.children)
            return f"{type(query).__name__.lower()}({inside})"
        case Not():
            return f"not({kinds(query.child)})"
        case _:
            return type(query).__name__.lower()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("единая цифровая платформа", "единая AND цифровая AND платформа"),
        ("закон ИЛИ кодекс", "закон OR кодекс"),
        ("закон | кодекс", "закон OR кодекс"),
        ("закон || кодекс", "закон OR кодекс"),
        ("закон AND кодекс", "закон AND кодекс"),
        ("закон или кодекс", "закон AND или AND кодекс"),  # in small letters it is a word
        ("школа НЕ лицей", "школа AND NOT лицей"),
        ("школа NOT лицей", "школа AND NOT лицей"),
        ("школа -лицей", "школа AND NOT лицей"),
        ("школа −лицей", "школа AND NOT лицей"),  # a true minus sign
        ("-лицей", "NOT лицей"),
        ("НЕ НЕ лицей", "лицей"),
        ("школа - лицей", "школа AND лицей"),  # a dash between spaces is punctuation
        ("школа — лицей", "школа AND лицей"),
        ("школа --лицей", "школа AND лицей"),
        ("онлайн-школа", "онлайн-школа"),
        ("онлайн\u2011школа", "онлайн-школа"),
        ("a b OR c d", "(a AND b) OR (c AND d)"),
        ("a (b OR c) d", "a AND (b OR c) AND d"),
        ("a -(b OR c)", "a AND NOT (b OR c)"),
        ("a НЕ (b c)", "a AND NOT (b AND c)"),
        ("«новая школа»", '"новая школа"'),
        ("„новая школа“", '"новая школа"'),
        ("“новая школа”", '"новая школа"'),
        ('"новая школа"', '"новая школа"'),
        ('"школа"', "школа"),
        ('-"новая школа" парк', 'NOT "новая школа" AND парк'),
        ("!школе", "!школе"),
        ('!"новой школе"', '!"новой школе"'),
        ("-!школе", "NOT !школе"),
        ("!!школе", "!школе"),
        ("школ*", "школ*"),
        ("title:школ*", "title:школ*"),
        ("title:школа", "title:школа"),
        ("заголовок:«новая школа»", 'title:"новая школа"'),
        ("title:(школа OR лицей) парк", "(title:школа OR title:лицей) AND парк"),
        ("-title:школа", "NOT title:школа"),
        ("agency:mvd,minfin", "agency:minfin,mvd"),
        ("Agency:MVD", "agency:mvd"),
        ("ведомство:mvd", "agency:mvd"),
        ("area:education lang:kk", "area:education AND lang:kk"),
        ("date:2025", "date:2025"),
        ("date:2025-01..2025-06", "date:2025-01..2025-06"),
        ("date:2025-07..", "date:2025-07.."),
        ("date:..2025", "date:..2025"),
        ("date:2025..2025", "date:2025"),
        ("школы в date:2025.", "школы AND в AND date:2025"),
        ('source:"Вечерний город"', 'source:"Вечерний город"'),
        ("15 000 школ", "15 000 AND школ"),  # one number
        ("500 (000)", "500 AND 000"),  # two
        ("и/или", "и/или"),
        ("Речь: школа, парк!", "Речь AND школа AND парк"),
        ("шко\u00adла", "школа"),
        ("школа\u00a0парк\r\nлес", "школа AND парк AND лес"),
        ("\u202bшкола\u202c", "школа"),
        ("школа\x00парк", "школа AND парк"),
        ("школа 😀 парк", "школа AND парк"),
        ("школа школа Школа", "школа"),
        ("кафе\u0301", "кафе\u0301"),
        ("", ""),
        (" \u00a0\u00ad\x00 ", ""),
    ],
)
def test_a_text_is_read_as(text, read_as):
    assert parse(text).read_as == read_as


@pytest.mark.parametrize(
    ("text", "read_as", "noted"),
    [
        ("школа «парк", "школа AND парк", ["unclosed-quote"]),
        ("школа» парк", "школа AND парк", ["unclosed-quote"]),
        ('-"парк', "парк", ["unclosed-quote"]),
        ("(школа парк", "школа AND парк", ["stray-bracket"]),
        ("школа) парк", "школа AND парк", ["stray-bracket"]),
        ("-(школа парк", "школа AND парк", ["stray-bracket"]),
        ("школа ИЛИ", 'школа AND "ИЛИ"', ["stray-operator"]),
        ("OR школа", '"OR" AND школа', ["stray-operator"]),
        ("(OR) школа", '"OR" AND школа', ["stray-operator"]),
        ("школа НЕ", 'школа AND "НЕ"', ["stray-operator"]),
        ("школа |", "школа", ["stray-operator"]),
        ("NOT", '"NOT"', ["stray-operator"]),
        ("школа ☃", "школа", ["not-searchable"]),
        ("*школ*", "школ", ["wildcard-as-text"]),
        ("ш*ла", '"ш ла"', ["wildcard-as-text"]),
        ('"новая шко*"', '"новая шко"', ["wildcard-as-text"]),
        ("школа *", "школа", ["wildcard-as-text"]),
        ("школа date:..", "школа", ["bad-date"]),
        ("ш*", "ш", ["short-prefix"]),
        ("автор:школа", "автор:школа", ["unknown-field"]),
        ("title: школа", "title AND школа", ["empty-field"]),
        ("date:2025-99", "2025-99", ["bad-date"]),
        ("date:2025-06..2025-01", '"2025-06..2025-01"', ["bad-date"]),
        ("title:!школе", "title:школе", ["no-exact-title"]),
        ("(" * 20 + "школа" + ")" * 20, "школа", ["too-deep"]),
    ],
)
def test_what_is_no_query_is_read_as_text_and_noted(text, read_as, noted):
    parsed = parse(text)
    assert [note.code for note in parsed.notes] == noted
    if text.startswith("date:2025-06"):
        return  # how a broken range falls into words is the tokenizer's affair
    assert parsed.read_as == read_as


@pytest.mark.parametrize(
    "text",
    [
        *("школа", "a (b OR c) -d", "школа — это парк, и лес!", "«а б»"),
        *("главное: школы", "в 10:30", "https://school.example", "agency:moe"),
    ],
)
def test_a_plain_query_has_no_notes(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("a b", "and(term term)"),
        ("a (b (c d))", "and(term term term term)"),
        ("a | b | c", "or(term term term)"),
        ("a b | c", "or(and(term term) term)"),
        ("-a -b", "and(not(term) not(term))"),
        ("-(-a)", "term"),
        ("онлайн-школа", "or(phrase term)"),
        ('"онлайн-школа"', "or(phrase term)"),
        ('"новая онлайн-школа"', "phrase"),
        ('"a a"', "phrase"),
        ("a a", "term"),
    ],
)
def test_shape(text, shape):
    assert kinds(parse(text).query) == shape


def test_words_are_asked_for_in_any_inflection():
    (by_one,) = {parse(form).query.terms for form in ("школа", "«школа»")}
    assert "школа" in by_one
    assert "школа" in parse("школами").query.terms
    assert parse("школами").query.field == "text"


def test_a_phrase_has_a_slot_for_each_word():
    query = parse("«новыми школами»").query
    assert isinstance(query, Phrase)
    assert ["новый" in query.slots[0], "школа" in query.slots[1]] == [True, True]


def test_exact_forms_are_asked_for_as_they_stand():
    assert parse("!Школами").query == Term(("школами",), "exact")
    assert parse("!«Новыми школами»").query == Phrase((("новыми",), ("школами",)), "exact")


def test_prefixes_are_of_forms_or_of_title_words():
    assert parse("Школ*").query == Prefix("школ", "exact")
    assert parse("title:школ*").query == Prefix("школ", "title")


def test_a_prefix_takes_the_room_of_several_words():
    parsed = parse(" ".join(f"слово{n}*" for n in range(12)))
    assert len(parsed.query.children) == 10
    assert [note.words for note in parsed.notes] == ["слово10*, слово11*"]


def test_fields_choose_without_scoring():
    assert parse("agency:mvd").query == Chosen("agency", frozenset({"mvd"}))
    july = PartialDate(2025, 7)
    assert parse("date:2025-07").query == Dated(july, july)
    assert parse("date:..2025-07").query == Dated(None, july)
    assert parse("title:школа").query.field == "title"


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("speaker:president", "speaker", "president"),
        ("оратор:president", "speaker", "president"),
        ("instruction:1", "instruction", "1"),
        ("role:Instructed", "role", "instructed"),
        ("instructed:mvd", "instructed", "mvd"),
        ("event:ai-meeting-2025-08-11", "event", "ai-meeting-2025-08-11"),
        ("событие:AI-Meeting", "event", "AI-Meeting"),  # ids keep their capitals
    ],
)
def test_what_passages_mean_may_be_asked_in_words(text, facet, value):
    parsed = parse(text)
    assert parsed.query == Chosen(facet, frozenset({value}))
    assert parse(parsed.canonical).query == parsed.query


def test_nothing_typed_is_everything_and_nothing_searchable_is_nothing():
    assert parse("").query == Everything()
    assert parse("☃ !?").query == Nothing()
    assert codes("☃") == ["not-searchable", "nothing-searchable"]


def test_a_hyphenated_word_is_its_parts_side_by_side_or_its_whole():
    parts, whole = parse("онлайн-школами").query.children
    assert "школа" in parts.slots[1]
    assert whole == Term(("онлайн-школами",))


def test_canonical_is_in_small_letters_where_that_changes_nothing():
    assert parse("Новая Школа").canonical == "новая школа"
    assert parse('"OR"').canonical == "or"


def test_words_beyond_the_bound_are_named():
    parsed = parse(" ".join(f"слово{n}" for n in range(60)))
    assert len(parsed.query.children) == 50
    (note,) = parsed.notes
    assert note.code == "too-many-words"
    assert note.words.startswith("слово50, слово51")


SIGNS = [*"\"«»„“”()|-!*:._%№,$'", "--", "..", " ", "\u00ad", "\x00", "\n", "\u00a0", "\u200f", "☃"]
OPERATORS = [
    " OR ",
    " ИЛИ ",
    " NOT ",
    " НЕ ",
    " AND ",
    "OR",
    "title:",
    "Title:",
    "agency:",
    "date:",
]
WORDS = ["lang:", "источник:", "2025", "2025-07", "2025-13", "15 000", "000", "5", "4,8", "школа"]
WORDS += [
    "Школами",
    "ИИ",
    "и/или",
    "онлайн-школа",
    "QazTech-а",
    "т.е.",
    "шк*",
    "школ*",
    "İ",
    "ſ",
    "ß",
]
PIECES = st.sampled_from([*SIGNS, *OPERATORS, *WORDS, "\ud800"])
TEXTS = st.lists(PIECES | st.text("абвёЁ-–ab1 .,", max_size=4), max_size=20).map("".join)


@given(TEXTS)
def test_canonical_text_asks_the_same_and_stays(text):
    parsed = parse(text)
    again = parse(parsed.canonical)
    assert again.query == parsed.query
    assert again.canonical == parsed.canonical


@given(TEXTS)
def test_what_is_shown_as_understood_asks_the_same(text):
    parsed = parse(text)
    assert parse(parsed.read_as).query == parsed.query


@given(TEXTS)
def test_every_note_is_in_the_catalogue(text):
    assert set(codes(text)) <= set(CODES)


HOSTILE = {
    "letters": "а" * 100_000,
    "digits": "1" * 100_000,
    "brackets": "(" * 3000 + "a" + ")" * 3000,
    "open brackets": "(" * 3000,
    "closed brackets": ")" * 3000,
    "nested or": "(a OR " * 1000 + "b" + ")" * 1000,
    "nested not": "-(" * 900 + "a" + ")" * 900,
    "nested fields": "title:(" * 400 + "a" + ")" * 400,
    "stars": " ".join(f"*{letter}*" for letter in "абвгдежзик" * 30),
    "short prefixes": "с* " * 300,
    "quotes": '"' * 3000,
    "guillemets": "«" * 3000,
    "nots": "NOT " * 3000 + "a",
    "minuses": "-" * 3000 + "a",
    "ors": "OR " * 3000,
    "pipes": "a|" * 3000,
    "words": " ".join(f"слово{n}" for n in range(5000)),
    "long phrase": '"' + " ".join(f"ц{n}" for n in range(300)) + '"',
    "hyphens": "а-" * 5000,
    "slashes": "a/" * 5000,
    "combining": "а" + "\u0301" * 100_000,
    "soft hyphens": "\u00ad" * 100_000,
    "nul": "\x00" * 100_000,
    "emoji": "😀" * 5000,
    "surrogates": "\ud800" * 1000,
    "dates": "date:" + "2025-" * 3000,
    "values": "agency:" + "a," * 3000,
    "numbers": "15 000 " * 2000,
    "ideographs": "人工知能" * 500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_within_bounds(text):
    parsed = parse(text)
    assert len(parsed.canonical) < 2000
    again = parse(parsed.canonical)
    assert (again.query, again.canonical) == (parsed.query, parsed.canonical)
    assert all(len(note.words) <= 120 for note in parsed.notes)


def test_ten_million_letters_are_not_read_to_the_end():
    assert codes("слово " * 2_000_000) == ["too-long"]


def test_a_long_query_is_cut_between_words():
    assert parse("школа сад " * 600).read_as == "школа AND сад"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("новая школь\u00ad\nная столовая", "новая AND школьная AND столовая"),
        ("новая школь-\r\n  ная столовая", "новая AND школьная AND столовая"),
        ("Самрук-\nКазына", "Самрук AND Казына"),  # a name keeps its parts
        ("школа -\nлицей", "школа AND лицей"),
    ],
)
def test_a_word_cut_by_a_line_break_is_one_word(text, read_as):
    assert parse(text).read_as == read_as


@pytest.mark.parametrize(
    "text",
    [
        "‹новая школа›",
        "‘новая школа’",
        "‚новая школа‘",
        "'новая школа'",
        "「новая школа」",
        "‟новая школа”",
    ],
)
def test_every_kind_of_quotation_marks_makes_a_phrase(text):
    assert parse(text).read_as == '"новая школа"'
    assert not codes(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("the teachers' school", "the teachers' school"),
        ("the school's roof isn't new", "the school's roof isn't new"),
        ("'the school's roof'", '"the school\'s roof"'),
        ("‘школа", "школа"),
        ("школа’ лицей", "школа лицей"),
        ("''школа'", "школа"),
        ("'школа' ИЛИ 'лицей'", "школа OR лицей"),
    ],
)
def test_an_apostrophe_makes_no_phrase_and_a_stray_mark_is_dropped(text, canonical):
    assert parse(text).canonical == canonical
