import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.reading.plain_text import decode, lines_of, shortened, tidy
from index.errors import DocumentError


@pytest.mark.parametrize(
    ("untidy", "clean"),
    [
        ("  цифро\u00adвой \u00a0 код\t", "цифровой код"),
        ("и\u0306", "й"),  # composed
        ("Ал\u200bматы\ufeff", "Алматы"),
        ("раз\x07два", "раз два"),
        ("\u202eсправа", "справа"),
    ],
)
def test_tidy_leaves_what_a_reader_sees(untidy, clean):
    assert tidy(untidy) == clean


@given(st.text())
def test_tidy_text_is_tidy(text):
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"one\ntwo\nab\xff", 3, "byte 3 of the line is 0xFF"),
        ("привет".encode("cp1251"), 1, "byte 1 of the line is 0xEF"),
        (b"\xef\xbb\xbfone\n\xff", 2, "byte 1 of the line is 0xFF"),
        ("привет".encode("utf-16"), 1, "UTF-16"),
        (b"one\ntwo\0", 2, "NUL"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data, line, reason):
    with pytest.raises(DocumentError, match=reason) as error:
        decode(data, "a.txt")
    assert error.value.line == line


def test_byte_order_mark_and_line_ends_of_other_systems_are_tolerated():
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree", "a.txt") == "one\ntwo\nthree"
    assert lines_of("one\u2028two\x85three") == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Новые правила", "Новые правила"),
        ("Новые правила вступят", "Новые правила…"),
        ("Новые, правила вступят", "Новые, правила…"),
        ("Непереносимоедлинноеслово", "Непереносимоед…"),
    ],
)
def test_shortened_text_ends_between_words(text, short):
    assert shortened(text, 15) == short


@given(st.text(), st.integers(2, 50))
def test_shortened_text_fits(text, limit):
    assert len(shortened(text, limit)) <= limit
