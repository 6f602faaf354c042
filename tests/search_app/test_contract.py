"""The site against its own description: schemathesis with all its checks."""

import json
import re
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest

# Warnings of its own about a WSGI application without a server are not ours to mend.
schemathesis = pytest.importorskip("schemathesis")

from schemathesis.engine import events, from_schema  # noqa: E402

pytestmark = pytest.mark.server
EXAMPLES = 10  # of each phase and address; a longer run is a matter of this number
SEED = 1  # the same questions at every run


def uncompressed(app):
    """The application for a client that, unlike schemathesis' own, says what it can read.

    Nor does that one close an answer, which may be a file.
    """

    def answer(environ, start_response):
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        with closing(app(environ, start_response)) as body:
            return [b"".join(body)]

    return answer


def is_blank(value):
    return value == "null" or not value.strip()


def is_unsayable(message, curl):
    """Whether all that is called invalid is of a type that no address has a way to say.

    Null is sent as a blank or as the word «null», an empty list not at all, an object or a number
    in place of a list as a list of its values, and the site rightly reads them. White space of any
    alphabet is a blank.
    """
    address = re.search(r"'(http[^']*)'", curl)
    sent = parse_qs(urlsplit(address[1]).query, keep_blank_values=True) if address else {}
    invalid = re.findall(r"`(\w+)`(?=.* in query)", message.partition("Invalid component")[2])
    objects = re.findall(r"/properties/(\w+) \(was array, became (?:object|number)\)", message)
    nothing = [name for name in invalid if all(is_blank(value) for value in sent.get(name, []))]
    return bool(invalid) and set(invalid) <= {*nothing, *objects}


def failures(event):
    for case, checks in event.recorder.checks.items():
        for check in checks:
            if check.status.name == "FAILURE":
                curl = event.recorder.cases[case].value.as_curl_command()
                message = check.failure_info.failure.message
                if check.name != "negative_data_rejection" or not is_unsayable(message, curl):
                    yield f"{event.label} {check.name}: {message} {curl}"


@pytest.mark.parametrize(
    ("address", "nothing"),
    [
        ("/search?added=&per_page=78&speaker=null", True),
        ("/search?added=x&speaker=null", False),
        ("/search?speaker=null", True),  # «added» was an empty list
        ("/search?added=%C2%85&speaker=null", True),
    ],
)
def test_only_what_no_address_can_say_is_no_failure(address, nothing):
    said = (
        "Invalid data should have been rejected\n"
        "Invalid component: parameters `speaker`, `added` in query\n"
        "  - violates `type` at /properties/speaker (was array, became null)"
    )
    assert is_unsayable(said, f"curl -X GET 'http://localhost{address}'") == nothing


def test_a_number_in_place_of_a_list_is_a_list_of_it():
    said = (
        "Invalid component: parameters `area`, `page` in query\n"
        "  - violates `type` at /properties/area (was array, became number)\n"
        "  - violates `anyOf` at /properties/page"
    )
    assert is_unsayable(said, "curl -X GET 'http://localhost/search?area=6.7e16'")
    assert not is_unsayable(said, "curl -X GET 'http://localhost/search?area=6.7e16&page=x'")


def test_an_object_in_place_of_a_list_is_sent_as_a_list():
    said = (
        "Invalid component: parameters `sort`, `not_agency` in query\n"
        "  - violates `anyOf` at /properties/sort\n"
        "  - violates `type` at /properties/not_agency (was array, became object)"
    )
    assert is_unsayable(said, "curl -X GET 'http://localhost/search?sort=&not_agency=a'")
    assert not is_unsayable(said, "curl -X GET 'http://localhost/search?sort=x&not_agency=a'")


def test_every_described_address_keeps_its_word(app):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", uncompressed(app))
    schema.config.generation.update(max_examples=EXAMPLES)
    schema.config.seed = SEED
    found, errors, asked = [], [], 0
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            asked += len(event.recorder.cases)
            found += failures(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            errors.append(event)
    assert errors == []
    assert found == [], json.dumps(found, indent=1)
    assert asked > 500
