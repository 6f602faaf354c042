import json

import pytest

# The types and properties of schema.org that we use, each as its page there defines it.
THING = {"@type", "@id", "@context", "name", "url", "description", "subjectOf"}
WORK = THING | {"inLanguage", "about", "mentions", "hasPart", "headline", "isBasedOn"}
WORK |= {"datePublished", "dateCreated", "sourceOrganization", "workTranslation", "text"}
KNOWN = {
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
    "Article": WORK,
    "Quotation": WORK | {"spokenByCharacter"},
    "Event": THING | {"startDate"},
    "Organization": THING,
    "Person": THING,
    "DefinedTerm": THING,
    "Dataset": WORK | {"distribution"},
    "DataDownload": THING | {"encodingFormat", "contentUrl"},
}
SPEECH = "/documents/2025-08-11-ai-meeting-full-ru"


def told(soup, address):
    (block,) = soup(address).select("script[type='application/ld+json']")
    return json.loads(block.text)


def things(said):
    if isinstance(said, dict):
        yield said
        for value in said.values():
            yield from things(value)
    elif isinstance(said, list):
        for value in said:
            yield from things(value)


@pytest.mark.parametrize("address", ["/", SPEECH, "/en" + SPEECH, "/api"])
def test_only_words_of_schema_org_are_used(soup, address):
    said = told(soup, address)
    assert said["@context"] == "https://schema.org"
    for thing in things(said):
        assert set(thing) <= KNOWN[thing["@type"]], thing
        assert None not in thing.values()


def test_the_front_page_tells_of_its_search(soup):
    said = told(soup, "/en/")
    assert said["@type"] == "WebSite"
    template = said["potentialAction"]["target"]["urlTemplate"]
    assert template == "http://localhost/en/search?q={search_term_string}"


def test_a_document_tells_of_its_event_translations_and_quotations(client, soup):
    said = told(soup, SPEECH)
    known = client.get(f"/api/v1{SPEECH}").json
    assert (said["@type"], said["headline"], said["isBasedOn"]) == (
        "Article",
        known["title"],
        known["url"],
    )
    assert said["subjectOf"]["@type"] == "Event"
    assert {each["inLanguage"] for each in said["workTranslation"]} <= {"kk", "bg", "en"}
    direct = [each for each in known["passages"] if each["speaker"]["role"] == "president"]
    assert [each["text"] for each in said.get("hasPart", [])] == [each["text"] for each in direct][
        :20
    ]


def test_an_event_tells_of_its_documents(client, soup):
    event = client.get(f"/api/v1{SPEECH}").json["event"]
    said = told(soup, f"/events/{event['id']}")
    assert said["@type"] == "Event"
    assert {each["@id"].split("/")[-1] for each in said["subjectOf"]} == set(event["versions"])


def test_no_text_closes_the_block(app):
    from index.documents.document import Document  # noqa: PLC0415
    from search_app.formats import linked_data  # noqa: PLC0415

    with app.test_request_context():
        said = linked_data.document(Document("d", "</script><script>alert(1)</script>", ()), [])
    assert said.count("</script>") == 1
    assert json.loads(said.removeprefix('<script type="application/ld+json">')[:-9])[
        "headline"
    ] == ("</script><script>alert(1)</script>")
