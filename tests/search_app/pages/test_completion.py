from urllib.parse import quote

import pytest


def completed(client, text, root=""):
    answer = client.get(f"{root}/api/v1/complete?q={quote(text)}")
    assert answer.status_code == 200
    return answer.json


@pytest.mark.parametrize(
    ("text", "kind", "proposed"),
    [
        ("искус", "phrase", "искусственный интеллект"),
        ("правит", "agency", "Правительство Республики Казахстан"),
        ("үкім", "agency", "Правительство Республики Казахстан"),
        ("правительству респ", "agency", "Правительство Республики Казахстан"),
        ("Цифровая инф", "area", "Цифровая инфраструктура и единая платформа"),
    ],
)
def test_what_was_begun_is_completed(client, text, kind, proposed):
    said = completed(client, text)
    assert said["q"] == text
    assert (kind, proposed) in [(each["kind"], each["text"]) for each in said["completions"]]
    assert len(said["completions"]) <= 8


def test_every_completion_leads_somewhere(client):
    for text in ("циф", "мин", "каз", "2025"):
        for each in completed(client, text)["completions"]:
            assert client.get(each["url"]).status_code == 200, each


@pytest.mark.parametrize("text", ["", "ъ", "\n", "%", "ъъъъъъ", '"', "x" * 5000])
def test_nothing_is_proposed_for_nothing(client, text):
    assert completed(client, text)["completions"] == []


def test_completions_are_in_the_language_of_the_address(client):
    (found,) = [
        each
        for each in completed(client, "govern", "/en")["completions"]
        if each["url"].endswith("agency=government")
    ]
    assert found["name"] == "agency"
    assert found["url"].startswith("/en/search?")


def test_the_box_is_plain_without_a_script(soup):
    field = soup("/").select_one("#q")
    assert field["data-complete"] == "/api/v1/complete"
    assert field.get("role") is None
    assert soup("/").select_one("#completions").has_attr("hidden")
