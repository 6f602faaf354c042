import re

import pytest

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/search?q=интеллект&kind=digest&from=2025&to=2025",
    "/search?q=ксилофонист",
    "/documents",
    "/documents/2025-08-11-ai-meeting-full-ru?q=президент",
    "/agencies/government",
    "/areas/ai-education",
    "/trends?q=интеллект&area=ai-education",
    "/api",
    "/help",
    "/about",
    "/kk/help",
]
# Bars of a chart are small, and stand as links of full size in the list or table beside it
# (WCAG 2.5.8, equivalent).
SMALL_TARGETS = """
() => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter(each => each.checkVisibility({visibilityProperty: true}))
  .filter(each => !each.closest("p, td, .skip, svg"))
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => box.width > 0 && (box.height < 23.9 || box.width < 23.9))
  .filter(([each]) => !each.closest("h2, h3, .row, dd"))
  .map(([each, box]) => `${each.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440, 1920])
def test_no_page_scrolls_sideways(opened, width, theme):
    page = opened(PAGES[0], width, color_scheme=theme)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [320, 1440])
def test_targets_are_large_enough(opened, width):
    page = opened(PAGES[0], width)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate(SMALL_TARGETS) == [], address


@pytest.mark.parametrize(("typed", "way"), [("الذكاء الاصطناعي", "rtl"), ("школы", "ltr")])
@pytest.mark.parametrize("address", ["/search", "/instructions", "/trends"])
def test_what_is_typed_runs_its_own_way(opened, address, typed, way):
    field = opened(address).locator("main input[name=q]").last
    field.fill(typed)
    assert field.evaluate("field => getComputedStyle(field).direction") == way


def test_words_of_right_to_left_leave_the_page_in_its_order(opened):
    page = opened("/search/print?q=בינה מלאכותית OR школы", 390)
    assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).direction") == "ltr"
    box = page.locator("h1 bdi").bounding_box()
    assert box["x"] < 20


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_reader(opened, theme):
    page = opened("/", color_scheme=theme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [int(each) for each in paper.strip("rgb()").split(",")]
    assert (sum(channels) > 384) == (theme == "light")


def test_facets_stand_beside_the_results_on_a_wide_screen(opened):
    page = opened("/search?q=интеллект", 1440)
    assert page.locator("#facets").is_visible()
    assert not page.locator("button.sift").is_visible()


@pytest.mark.parametrize("scripted", [True, False])
def test_facets_stand_behind_one_button_on_a_phone(opened, scripted):
    page = opened("/search?q=интеллект", 360, 700, java_script_enabled=scripted)
    facets = page.locator("#facets")
    assert not facets.is_visible()
    page.click("button.sift")
    assert facets.is_visible()
    facets.locator(".values a").first.click()
    page.wait_for_url(re.compile("from="))


@pytest.mark.parametrize("query", ["q=интеллект", "q=интеллект&area=ai-education&lang=ru"])
def test_a_phone_shows_the_first_hit_without_scrolling(opened, query):
    page = opened(f"/search?{query}", width=390, height=844)
    title = page.locator(".hit h2").first.bounding_box()
    assert title["y"] + title["height"] < 700


CUT = """
() => [...document.querySelectorAll("#results a, #results button, .masthead a, .masthead button")]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest("svg, .unseen"))
  .filter(each => each.getBoundingClientRect().right > innerWidth)
  .map(each => each.textContent.trim())
"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["", "/kk", "/en"])
def test_no_row_above_the_hits_is_cut_on_a_phone(opened, language, width):
    page = opened(f"{language}/search?q=AI&lang=en&kind=digest&not_area=healthcare", width)
    assert page.locator(".hit").count()
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("scripted", [True, False])
def test_one_button_shows_every_section_on_a_phone(opened, scripted):
    page = opened("/about", 320, 640, java_script_enabled=scripted)
    assert not page.locator("#menu").is_visible()
    page.locator(".sections").focus()
    page.keyboard.press("Enter")
    boxes = [each.bounding_box() for each in page.locator(".menu a").all()]
    assert len(boxes) == 8
    assert all(0 <= box["x"] <= box["x"] + box["width"] <= 320 for box in boxes)
    assert all(box["y"] + box["height"] <= 640 and box["height"] >= 24 for box in boxes)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(".menu a").first.evaluate("each => each.matches(':focus')")
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()
    assert page.locator(".sections").evaluate("each => each.matches(':focus')")


def test_the_sections_stand_in_one_row_on_a_tablet(opened):
    page = opened("/about", 768, 1024)
    assert not page.locator(".sections").is_visible()
    assert len({each.bounding_box()["y"] for each in page.locator(".menu a").all()}) == 1


@pytest.mark.parametrize(("address", "letters"), [("/", "cyrillic"), ("/en/help", "latin")])
def test_the_letters_of_a_page_are_fetched_early_and_once(opened, address, letters):
    page, fetched = opened("about:blank"), []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(address, wait_until="networkidle")
    name = f"literata-{letters}.woff2"
    assert fetched.count(name) == 1
    assert page.locator("link[rel=preload]").get_attribute("href").endswith(name)


def test_printed_pages_leave_the_controls_out(opened):
    page = opened("/documents/2025-08-11-ai-meeting-full-ru?q=президент")
    page.emulate_media(media="print")
    assert not page.locator(".masthead").is_visible()
    assert page.locator("#p1").is_visible()


@pytest.mark.parametrize(
    ("address", "hidden", "shown"),
    [
        ("/instructions?agency=government", ".sieve", ".on-paper"),
        ("/trends?q=данные", ".compare", ".trend"),
        ("/events/ai-meeting-2025-08-11", ".pick", ".versions"),
        ("/search?q=интеллект&lang=ru", ".quick", ".chip.on"),
    ],
)
def test_paper_shows_what_was_asked_and_no_form(opened, address, hidden, shown):
    page = opened(address)
    page.emulate_media(media="print")
    assert not page.locator(hidden).first.is_visible()
    assert page.locator(shown).first.is_visible()


@pytest.mark.parametrize("address", ["/matrix", "/events/ai-meeting-2025-08-11"])
def test_a_wide_table_is_whole_on_paper(opened, address):
    page = opened(address, 1000, 700)  # a sheet of A4 on its side, less its margins
    page.emulate_media(media="print")
    table = page.locator(".scroll table").first.bounding_box()
    assert table["x"] + table["width"] <= 1000


BESIDE = """cell => {
  const first = cell.closest("tr").querySelector("th").getBoundingClientRect();
  return cell.getBoundingClientRect().left >= first.right;
}"""


@pytest.mark.parametrize("address", ["/matrix", "/kk/matrix?by=both", "/matrix?by=year"])
@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_cell_with_the_focus_is_wholly_beside_the_first_column(opened, address, width):
    page = opened(address, width, 844)
    cells = page.locator(".matrix tbody tr").nth(1).locator("td a")
    cells.last.focus()
    for _ in range(cells.count() - 1):
        page.keyboard.press("Shift+Tab")
        assert page.locator(":focus").evaluate(BESIDE)


def test_a_click_beside_a_number_of_the_matrix_opens_it(opened):
    page = opened("/matrix", 1280, 844)
    cell = page.locator(".matrix tbody td", has=page.locator("a")).first
    cell.click(position={"x": 4, "y": 4})
    page.wait_for_url("**/search?*")


def test_the_tables_of_quality_fit_a_phone(opened):
    page = opened("/about", 390)
    room = page.locator(".scroll:has(.measured)")
    assert room.count()
    assert all(each.evaluate("each => each.scrollWidth <= each.clientWidth") for each in room.all())


def test_the_heads_of_a_table_are_targets_large_enough(opened):
    heads = opened("/matrix").locator(".matrix thead a").all()
    assert heads
    assert all(each.bounding_box()["height"] >= 24 for each in heads)


def test_the_president_s_words_are_not_cut_where_texts_stand_side_by_side(opened):
    page = opened("/events/ai-meeting-2025-08-11", 1300)
    cell = page.locator(".versions td p").first
    cell.evaluate("each => each.classList.add('president')")
    room = page.locator(".scroll:has(.versions)").bounding_box()
    assert cell.bounding_box()["x"] >= room["x"]


def test_a_speaker_s_name_bears_no_mark_of_its_language(opened):
    page = opened("/documents/2025-08-11-ai-meeting-full-ru")
    mark = "name => getComputedStyle(name, '::before').content"
    assert page.locator(".turn span[lang]").first.evaluate(mark) == "none"


BROKEN = """[...document.querySelectorAll(".facts dt")].flatMap((name) =>
  [...name.firstChild.data.matchAll(/[^ ]+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(name.firstChild, word.index);
    range.setEnd(name.firstChild, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size > 1;
  }).map((word) => word[0]))"""


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("address", ["/agencies/miicr", "/kk/agencies/miicr"])
def test_no_name_of_a_fact_is_broken_within_a_word(opened, address, width):
    page = opened(address, width)
    assert page.locator(".facts dt").count() > 3
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
