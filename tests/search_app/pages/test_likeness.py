import pytest

WELL_KNOWN = "2025-08-11-ai-meeting-full-ru"


def alike(client, name, ordinal):
    return client.get(f"/api/v1/documents/{name}/passages/{ordinal}/similar")


def test_a_passage_leads_to_those_that_say_the_same(client):
    said = alike(client, WELL_KNOWN, 3).json
    assert (said["document"], said["passage"]) == (WELL_KNOWN, 3)
    assert said["similar"]
    scores = [each["score"] for each in said["similar"]]
    assert scores == sorted(scores, reverse=True)
    assert WELL_KNOWN not in {each["document"] for each in said["similar"]}


def test_some_passages_have_their_like_in_another_language(client):
    languages = {
        each["language"]
        for ordinal in range(1, 9)
        for each in alike(client, WELL_KNOWN, ordinal).json["similar"]
    }
    assert len(languages) > 1


@pytest.mark.parametrize("ordinal", ["0", "999", "x", "-1", "1.0"])
def test_no_such_passage(client, ordinal):
    assert alike(client, WELL_KNOWN, ordinal).status_code == 404
    assert client.get(f"/documents/{WELL_KNOWN}/passages/{ordinal}").status_code == 404


def test_a_document_links_to_what_is_like_its_passages(soup):
    link = soup(f"/documents/{WELL_KNOWN}").select_one("#p3 .tools a[rel=nofollow]")
    page = soup(link["href"])
    assert page.select(".hits > li")
    assert page.select_one("article.hit h2 a")["href"] == f"/documents/{WELL_KNOWN}#p3"
