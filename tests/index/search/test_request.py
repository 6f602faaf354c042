import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from index.documents.dates import PartialDate
from index.errors import RequestError
from index.search.arguments import MAX_VALUES
from index.search.arrivals import Arrivals
from index.search.request import (
    EXCLUDED,
    FACETS,
    GROUPS,
    MAX_TEXT,
    ROLES,
    SORTS,
    SearchRequest,
)
from index.search.rolling import UNITS, Rolling


def asked(query_string):
    pairs = urllib.parse.parse_qsl(query_string, keep_blank_values=True)
    return SearchRequest.from_args(MultiDict(pairs))


def date(text):
    return PartialDate.parse(text)


dates = st.dates().flatmap(
    lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]).map(PartialDate.parse)
)
ago = st.builds(Rolling, st.integers(0, 99_999), st.sampled_from(UNITS))
arrivals = st.builds(Arrivals, st.integers(0, 10**9 - 1), st.none() | st.integers(0, 10**9 - 1))
values = st.frozensets(st.text(max_size=12), max_size=4)

left_out = st.frozensets(
    st.tuples(st.sampled_from(sorted(EXCLUDED.values())), st.text(max_size=12)), max_size=4
)


@st.composite
def requests(draw):
    since, until = draw(st.none() | dates | ago), draw(st.none() | dates | ago)
    return SearchRequest(
        text=draw(st.text()),
        **{field: draw(values) for field in FACETS.values() if field != "instructions"},
        instructions=draw(st.sampled_from([frozenset(), frozenset({"1"})])),
        excluded=draw(left_out),
        role=draw(st.sampled_from(ROLES)),
        events=draw(values),
        group=draw(st.sampled_from(GROUPS)),
        added=draw(st.none() | arrivals),
        since=since,
        until=until,
        sort=draw(st.sampled_from(SORTS)),
        page=draw(st.integers(1, 99999)),
        per_page=draw(st.integers(1, 100)),
    )


@given(requests())
def test_query_string_leads_back_to_the_request(wanted):
    assert asked(wanted.to_query_string()) == wanted


@given(requests(), requests())
def test_requests_are_equal_when_their_query_strings_are(one, other):
    assert (one == other) == (one.to_query_string() == other.to_query_string())


@given(requests())
def test_query_string_is_plain_ascii(wanted):
    query_string = wanted.to_query_string()
    assert query_string.isascii()
    assert " " not in query_string


@pytest.mark.parametrize(
    ("given_as", "canonical"),
    [
        ("", ""),
        ("q=", ""),
        ("q=+%D0%B8%D0%B8++&page=1&per_page=20&sort=relevance", "q=%D0%B8%D0%B8"),
        ("utm_source=mail&lang=ru&q=a", "q=a&lang=ru"),  # unknown parameters fall away
        ("area=data&area=ai&area=data&area=", "area=ai&area=data"),
        ("from=2025&to=2025-07&page=3", "from=2025&to=2025-07&page=3"),
        ("from=&to=+&sort=&page=", ""),  # what an empty form sends
        ("agency=retired-long-ago", "agency=retired-long-ago"),
        (
            "event=b&group=event&role=instructed&event=a&instruction=1&speaker=president",
            "speaker=president&instruction=1&role=instructed&event=a&event=b&group=event",
        ),
        ("from=-030d&to=-00y", "from=-30d&to=-0d"),
        ("from=-24m", "from=-2y"),
        ("from=-30d&to=-60d", "from=-60d&to=-30d"),
        ("added=007..09&event=a", "event=a&added=7..9"),
        ("added=7..", "added=7.."),
        ("q=a%00b%0Ac", "q=a%20b%20c"),
        ("from=2025-07-31&to=2025-07", "from=2025-07-31&to=2025-07"),  # the month reaches its end
        ("from=2025-08&to=2025-07", "from=2025-07&to=2025-08"),
        ("page=&page=2&sort=newest&sort=newest", "sort=newest&page=2"),
    ],
)
def test_equal_requests_have_one_query_string(given_as, canonical):
    assert asked(given_as).to_query_string() == canonical


@pytest.mark.parametrize(
    ("query_string", "parameter", "says"),
    [
        ("from=2025-13", "from", "YYYY, YYYY-MM, YYYY-MM-DD, or how long ago: -30d, -6m, -1y"),
        ("from=-30w", "from", "-30d"),
        ("from=-999999d", "from", "-30d"),
        ("from=-٣d", "from", "-30d"),
        ("added=12", "added", "12..15"),
        ("added=a..b", "added", "12..15"),
        ("from=" + "9" * 5000, "from", "YYYY"),
        ("to=yesterday", "to", "YYYY"),
        ("to=2025-02-30", "to", "«2025-02-30» is no date"),
        ("from=2024&from=2025", "from", "one value"),
        ("instruction=%7F", "instruction", "control"),
        ("instruction=yes", "instruction", "takes 1"),
        ("page=1&page=&page=2", "page", "one value"),
        ("page=0", "page", "from 1"),
        ("page=-1", "page", "from 1"),
        ("page=1.5", "page", "from 1"),
        ("page=٣", "page", "from 1"),
        ("page=" + "9" * 400, "page", "from 1"),
        ("per_page=101", "per_page", "from 1 to 100"),
        ("per_page=0", "per_page", "from 1 to 100"),
        ("sort=best", "sort", "relevance, newest, oldest"),
        ("role=boss", "role", "instructed"),
        ("group=area", "group", "document, event"),
    ],
)
def test_a_malformed_parameter_is_named_with_what_it_takes(query_string, parameter, says):
    with pytest.raises(RequestError) as refused:
        asked(query_string)
    assert refused.value.parameter == parameter
    assert says in refused.value.reason


def test_absurd_amounts_are_bounded():
    wanted = asked("q=" + "а" * 100_000 + "".join(f"&area=a{n}" for n in range(5000)))
    assert len(wanted.text) == MAX_TEXT
    assert len(wanted.areas) == MAX_VALUES


def test_an_absurdly_long_value_still_narrows_to_nothing():
    (value,) = asked("area=" + "x" * 10_000).areas
    assert len(value) == 200


def test_lone_surrogates_do_not_break_a_link():
    assert SearchRequest("a\ud800b").to_query_string() == "q=a%20b"


def test_links_start_again_at_the_first_page():
    third = asked("q=a&page=3")
    for link in (
        third.with_value("area", "data"),
        third.without_value("area", "data"),
        third.without_facet("area"),
        third.without_filters(),
        third.within("2025-07"),
        third.without_dates(),
        third.sorted_by("newest"),
        third.with_text("b"),
    ):
        assert link.page == 1


def test_a_value_chosen_and_given_up_leads_back():
    wanted = asked("q=a&lang=ru")
    chosen = wanted.with_value("lang", "kk").with_value("source", "Вестник, утро")
    assert chosen.filters == {"lang": {"ru", "kk"}, "source": {"Вестник, утро"}}
    assert chosen.without_value("lang", "kk").without_facet("source") == wanted


def test_without_filters_keeps_words_order_and_page_size():
    wanted = asked("q=a&lang=ru&from=2025&sort=oldest&per_page=50")
    assert wanted.is_filtered
    assert wanted.without_filters() == asked("q=a&sort=oldest&per_page=50")
    assert not wanted.without_filters().is_filtered


def test_a_period_is_both_ends_of_the_range():
    assert asked("q=a").within("2025-07") == asked("q=a&from=2025-07&to=2025-07")
    assert asked("from=2025").since == date("2025")


def test_turning_keeps_all_else():
    assert asked("q=a&lang=ru").turned_to(4) == asked("q=a&lang=ru&page=4")
