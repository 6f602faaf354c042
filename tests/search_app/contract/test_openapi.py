import re
import typing

import flask
import pytest
from openapi_spec_validator import validate

from index.search.request import PARAMETERS
from search_app.contract import openapi, parameters
from search_app.contract.described import described, undescribed
from search_app.formats import records


@pytest.fixture(scope="module")
def description(app):
    return app.test_client().get("/api/v1/openapi.json").json


def parameters_of(operation, place="query"):
    return {each["name"]: each for each in operation["parameters"] if each["in"] == place}


def test_the_description_is_valid(description):
    assert description["openapi"].startswith("3.1")
    validate(description)


def test_every_address_of_the_api_is_described(app):
    assert undescribed(app) == []


def test_files_and_suggestions_are_described_too(description):
    said = {"/data/passages.jsonl", "/data/passages.jsonl.gz", "/data/SHA256SUMS"}
    assert {*said, "/opensearch/suggest"} <= set(description["paths"])


def test_the_description_names_every_parameter_that_is_read(description):
    for address in ("/api/v1/search", "/search.csv", "/search.atom", "/agencies/{id}.csv"):
        said = parameters_of(description["paths"][address]["get"])
        assert tuple(said) == PARAMETERS


def test_every_parameter_that_a_view_takes_has_a_meaning(app):
    for said, _ in described(app).values():
        assert set(said.takes) <= set(parameters.PARAMETERS)


def test_facets_are_those_of_the_engine(client, description):
    known = description["components"]["schemas"]["SearchAnswer"]["properties"]["facets"]
    assert set(known["required"]) == set(client.get("/api/v1/search").json["facets"])


@pytest.mark.parametrize("name", ["SearchHit", "FullDocument", "PassageInstruction"])
def test_fields_are_those_of_the_records(description, name):
    known = description["components"]["schemas"][name]
    assert list(known["properties"]) == list(typing.get_type_hints(getattr(records, name)))
    assert known["additionalProperties"] is False


def test_every_place_of_an_address_is_a_parameter(description):
    for path, operations in description["paths"].items():
        assert list(parameters_of(operations["get"], "path")) == re.findall(r"\{(\w+)\}", path)


def test_every_example_answers(app, client, description):
    for path, operations in description["paths"].items():
        places = parameters_of(operations["get"], "path")
        for name, place in places.items():
            path = path.replace(f"{{{name}}}", place["example"])  # noqa: PLW2901
        with client.get(path) as answer:
            assert answer.status_code == 200, path


def test_under_a_prefix_the_server_has_it(app):
    with app.test_request_context():
        said = openapi.document(flask.current_app, "/kk")
    assert said["servers"] == [{"url": "/kk"}]


@pytest.mark.parametrize(
    "date", ["2025", "0001", "2025-12", "2025-07-31", "2024-02-29", "2000-02-29"]
)
def test_dates_that_there_are(date):
    assert re.search(parameters.DATE, date)


@pytest.mark.parametrize(
    "date",
    ["", "25", "0000", "2025-13", "2025-00", "2025-02-29", "1900-02-29", "2025-04-31", "2025-1"],
)
def test_dates_that_there_are_not(date):
    assert not re.search(parameters.DATE, date)
