from search_app import create_app
from search_app.config import Config


def test_a_site_with_an_index_is_well(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json["status"]) == (200, "ok")


def test_a_site_without_an_index_is_unavailable(tmp_path):
    answer = create_app(Config(data=tmp_path)).test_client().get("/healthz")
    assert answer.status_code == 503
