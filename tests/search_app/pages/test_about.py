import re


def test_the_figures_are_those_of_the_index(client, soup):
    counted = client.get("/api/v1/search?per_page=1").json["total"]
    documents, passages, _ = (
        int(re.sub(r"\D", "", each.text)) for each in soup("/about").select(".figures dd")
    )
    assert (documents, passages) == (counted["documents"], counted["passages"])
