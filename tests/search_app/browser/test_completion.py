import pytest

pytestmark = pytest.mark.browser


def typed(opened, text, address="/", **kind):
    page = opened(address, **kind)
    page.locator("#q").press_sequentially(text)
    page.wait_for_selector("#completions [role=option]")
    return page


def test_the_list_is_told_to_screen_readers(opened):
    page = typed(opened, "искус")
    field, options = page.locator("#q"), page.locator("#completions [role=option]")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert str(options.count()) in page.locator("#completions-told").inner_text()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None


def test_enter_takes_a_phrase_and_keeps_the_filters(opened):
    page = typed(opened, "искус", "/search?lang=ru")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "lang=ru" in page.url
    assert page.input_value("#q") == "искусственный интеллект"


def test_an_agency_is_gone_to_by_mouse(opened):
    page = typed(opened, "правит")
    with page.expect_navigation():
        page.locator("[role=option]", has_text="Правительство Республики").first.click()
    assert "agency=government" in page.url


def test_escape_closes_the_list_and_keeps_the_text(opened):
    page = typed(opened, "мин")
    page.keyboard.press("Escape")
    assert page.is_hidden("#completions")
    assert page.input_value("#q") == "мин"


def test_the_list_fits_a_phone(opened):
    page = typed(opened, "циф", width=360, height=640)
    box = page.locator("#completions").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
