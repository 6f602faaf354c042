"""The site against its own description: schemathesis with all its checks."""

import json

import pytest

# Warnings of its own about a WSGI application without a server are not ours to mend.
schemathesis = pytest.importorskip("schemathesis")

from schemathesis.engine import events, from_schema  # noqa: E402

pytestmark = pytest.mark.server
EXAMPLES = 10  # of each phase and address; a longer run is a matter of this number


def uncompressed(app):
    """The application for a client that, unlike schemathesis' own, says what it can read."""

    def answer(environ, start_response):
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        return app(environ, start_response)

    return answer


def failures(event):
    for case, checks in event.recorder.checks.items():
        for check in checks:
            if check.status.name == "FAILURE":
                curl = event.recorder.cases[case].value.as_curl_command()
                yield f"{event.label} {check.name}: {check.failure_info.failure.message} {curl}"


def test_every_described_address_keeps_its_word(app):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", uncompressed(app))
    schema.config.generation.update(max_examples=EXAMPLES)
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
