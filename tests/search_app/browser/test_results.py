"""Answers that come without loading the page anew."""

import re

import pytest

pytestmark = pytest.mark.browser


def alive(page):
    """Leave a sign that only a new page loses."""
    page.evaluate("window.sign = true")
    return lambda: page.evaluate("window.sign === true")


def shown(page):
    return page.locator(".told h1").inner_text()


def settled(page, address):
    page.wait_for_url(address)
    page.wait_for_selector("#results:not([aria-busy])")


def test_a_filter_comes_without_a_new_page_and_keeps_the_focus(opened):
    page = opened("/search?q=интеллект")
    same, before = alive(page), shown(page)
    value = page.locator("[aria-labelledby=facet-lang] .values a:not(.away)").first
    name = value.locator("span").first.inner_text()
    value.press("Enter")
    settled(page, re.compile("lang="))
    assert same()
    assert shown(page) != before
    assert page.locator("#told").inner_text() == shown(page)
    assert name in page.evaluate("document.activeElement.textContent")
    assert (
        page.locator("link[rel=canonical]")
        .get_attribute("href")
        .endswith(page.url.rpartition("/")[2])
    )
    assert page.locator("form[role=search] input[name=lang]").count() == 1


def test_back_and_forward_show_what_was_there(opened):
    page = opened("/search?q=интеллект")
    same, before = alive(page), shown(page)
    page.locator("[aria-labelledby=facet-area] .away").first.click()
    settled(page, re.compile("not_area="))
    after = shown(page)
    page.go_back()
    page.locator(".told h1").filter(has_text=before).wait_for()
    page.go_forward()
    page.locator(".told h1").filter(has_text=after).wait_for()
    assert same()


def focused(page):
    page.wait_for_selector("#results:not([aria-busy])")
    return page.locator(":focus").inner_text()


def test_back_and_forward_put_the_focus_where_the_reader_was(opened):
    page = opened("/search?q=интеллект")
    names = {}
    for facet in ("kind", "lang"):
        value = page.locator(f"[aria-labelledby=facet-{facet}] .values a:not(.away)").first
        names[facet] = value.locator("span").first.inner_text()
        value.press("Enter")
        settled(page, re.compile(f"[?&]{facet}="))
    for move, facet in (
        (page.go_back, "lang"),
        (page.go_back, "kind"),
        (page.go_forward, "kind"),
        (page.go_forward, "lang"),
    ):
        page.evaluate("document.getElementById('results').dataset.before = true")
        move()
        page.wait_for_selector("#results:not([data-before])")
        assert names[facet] in focused(page), move
        assert page.locator("#told").inner_text() == shown(page)


def test_where_the_link_is_gone_the_heading_has_the_focus(opened):
    page = opened("/search?q=интеллект&lang=ru")
    page.locator(".chips.over .chip.on").press("Enter")
    settled(page, re.compile("интеллект$|%82$"))
    assert focused(page) == shown(page)
    page.go_back()
    settled(page, re.compile("lang=ru"))
    page.wait_for_selector(".chip.on:focus")
    page.go_forward()
    settled(page, re.compile("%82$"))
    page.wait_for_selector("h1:focus")


def test_a_place_of_the_page_is_gone_to_without_asking_again(opened):
    page = opened("/search?q=интеллект")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".skip").press("Enter")
    page.wait_for_url("**#main")
    page.go_back()
    page.wait_for_url(re.compile("[^#]+$"))
    assert [each for each in asked if "/search" in each] == []


def test_other_words_and_a_range_of_dates_come_so_too(opened):
    page = opened("/search?q=интеллект&kind=digest")
    same = alive(page)
    page.fill("#q", "данные")
    page.press("#q", "Enter")
    settled(page, re.compile("q=%D0%B4"))
    page.fill("form.range input[name=from]", "2025")
    page.click("form.range button")
    settled(page, re.compile("from=2025"))
    assert "kind=digest" in page.url
    assert "to=" not in page.url
    assert same()


def test_an_answer_that_cannot_be_read_here_is_a_page(opened):
    page = opened("/search?q=интеллект")
    same = alive(page)
    page.route(
        "**/search?*sort=*",
        lambda route: route.fulfill(body="<p>another page", content_type="text/html"),
    )
    page.locator(".orders a").first.click()
    page.get_by_text("another page").wait_for()
    assert not same()


def test_the_sheet_of_filters_stays_open_on_a_phone(opened):
    page = opened("/search?q=интеллект", 390, 800)
    page.click("button.sift")
    page.locator("[aria-labelledby=facet-lang] .values a:not(.away)").first.click()
    settled(page, re.compile("lang="))
    assert page.locator("#facets").is_visible()
    assert page.locator("[aria-labelledby=facet-lang] .on").count() == 1


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_left_out_keeps_the_focus_in_its_list(opened, width):
    page = opened("/search?q=интеллект", width, 800)
    if width < 900:
        page.click("button.sift")
    away = page.locator("[aria-labelledby=facet-lang] .away").first
    name = away.get_attribute("aria-label").partition(": ")[2]
    away.press("Enter")
    settled(page, re.compile("not_lang="))
    assert name in page.locator("[aria-labelledby=facet-lang] .out:focus").inner_text()


def test_the_open_sheet_of_filters_holds_the_focus(opened):
    page = opened("/search?q=интеллект", 390, 800)
    page.click("button.sift")
    page.locator("form.range input[name=from]").fill("2025")
    page.keyboard.press("Enter")
    settled(page, re.compile("from=2025"))
    page.wait_for_selector("#facets :focus")
    assert page.locator("#facets :focus").count() == 1


def test_a_long_list_can_be_searched_in(opened):
    page = opened("/search")
    section = page.locator("[aria-labelledby=facet-agency]")
    field = section.locator("input.sift-box")
    field.fill("здрав")
    rows = section.locator(".values > li:visible")
    assert rows.count() >= 1
    assert all("здрав" in text.lower() for text in rows.all_inner_texts())
    field.fill("")
    assert section.locator(".values > li[hidden]").count() == 0


def test_a_long_list_says_that_it_has_no_such_value(opened):
    page = opened("/search")
    section = page.locator("[aria-labelledby=facet-agency]")
    field = section.locator("input.sift-box")
    field.fill("ксилофон")
    assert section.locator("[role=status]").inner_text() == "Нет такого"
    assert not section.locator("summary").is_visible()
    field.fill("")
    assert section.locator("[role=status]").inner_text() == ""
    assert section.locator("summary").is_visible()


def test_one_bar_of_a_chart_is_a_stop_in_a_new_answer_too(opened):
    page = opened("/search?q=интеллект")
    stops = page.locator("#facets [data-bars] a:not([tabindex])")
    assert stops.count() == 1
    page.locator("[aria-labelledby=facet-lang] .values a:not(.away)").first.click()
    settled(page, re.compile("lang="))
    assert stops.count() == 1


def test_without_script_every_bar_is_a_stop(opened):
    page = opened("/search?q=интеллект", java_script_enabled=False)
    assert page.locator("#facets [data-bars] a").count() > 1
    assert page.locator("#facets [data-bars] a[tabindex]").count() == 0


def test_arrows_lead_from_month_to_month(opened):
    page = opened("/search?q=интеллект")
    bars = page.locator("#facets [data-bars] a")
    bars.last.focus()
    page.keyboard.press("ArrowLeft")
    count = bars.count()
    assert bars.nth(count - 2).evaluate("each => each === document.activeElement")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("from="))
    assert page.locator(".chip.on").count() == 1


def test_the_box_says_what_a_link_asks(opened):
    page = opened("/search?q=что говорилось об утечках в 2025 году?")
    same = alive(page)
    page.locator(".chips.over .chip.on").first.press("Enter")
    settled(page, lambda address: "from=" not in address and "2025" not in address)
    assert same()
    assert page.locator("#q").input_value() == "что говорилось об утечках?"
    page.go_back()
    settled(page, re.compile("2025"))
    assert page.locator("#q").input_value() == "что говорилось об утечках в 2025 году?"
