import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripted", [True, False])
def test_from_the_front_page_to_the_marked_passage(opened, scripted):
    page = opened("/", java_script_enabled=scripted)
    page.fill("#q", "«искусственный интеллект»")
    page.click("form[role=search] button")
    page.locator("[aria-labelledby=facet-source] .values a").first.click()
    page.locator(".hit h2 a").first.click()
    passage = page.locator(":target")
    assert "#p" in page.url
    assert passage.locator("mark").count() > 0


@pytest.mark.parametrize("scripted", [True, False])
def test_a_document_leads_to_another_search(opened, scripted):
    page = opened(
        "/documents/2025-08-11-ai-meeting-full-ru", 320, 640, java_script_enabled=scripted
    )
    page.locator("#seek").focus()
    page.keyboard.type("школы")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits")
    assert page.input_value("#q") == "школы"


def test_the_keyboard_reaches_everything_in_order(opened):
    page = opened("/search?q=интеллект")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_focus_is_seen(opened):
    page = opened("/search?q=интеллект")
    for _ in range(40):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2


def test_the_keys_n_and_p_go_from_match_to_match(opened):
    page = opened("/documents/2025-08-11-ai-meeting-full-ru?q=президент")
    found = page.eval_on_selector_all("[data-hit]", "all => all.map(each => each.id)")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.wait_for_url(f"**#{found[1]}")
    page.keyboard.press("p")
    page.wait_for_url(f"**#{found[0]}")


def test_the_sign_of_a_passage_copies_its_address(opened):
    page = opened(
        "/documents/2025-08-11-ai-meeting-full-ru?q=президент",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.click("#p2 .tools a")
    page.wait_for_selector("#p2 [role=status]:has-text('скопирована')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/documents/2025-08-11-ai-meeting-full-ru#p2")


def test_an_empty_field_of_a_form_stays_out_of_the_address(opened):
    page = opened("/search?q=интеллект")
    page.fill("form.range input[name=from]", "2025")
    page.click("form.range button")
    page.wait_for_url(re.compile("from=2025"))
    assert "to=" not in page.url


@pytest.mark.parametrize("typed", ["вчера", "2025-13", "2025-00", "2025-12-32"])
def test_a_malformed_date_is_stopped_in_the_form(opened, typed):
    page = opened("/search?q=интеллект")
    page.fill("form.range input[name=from]", typed)
    page.click("form.range button")
    assert "from=" not in page.url
