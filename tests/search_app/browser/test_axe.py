"""axe-core over every page: WCAG 2.2 AA, on a desktop, a phone and the narrowest screen."""

import importlib.resources

import pytest

pytestmark = pytest.mark.browser

AXE = importlib.resources.files("axe_playwright_python") / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
tags => axe.run(document, {runOnly: {type: "tag", values: tags}}).then(said =>
  said.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)} ${node.failureSummary}`)))
"""
SPEECH = "2025-08-11-ai-meeting-full-ru"
PAGES = [
    "/",
    "/search?q=интеллект&kind=digest&from=2025&to=2025",
    "/search?q=ксилофонист",
    "/documents",
    f"/documents/{SPEECH}?q=президент",
    f"/documents/{SPEECH}/passages/10",
    "/instructions?due=overdue",
    "/search/print?q=интеллект",
    "/events",
    "/events/ai-meeting-2025-08-11",
    "/matrix?by=year",
    "/areas/ai-education/timeline",
    "/search?q=интеллект&group=event",
    "/agencies",
    "/agencies/government",
    "/areas",
    "/areas/ai-education",
    "/trends",
    "/trends?q=интеллект&q=данные&area=ai-education&agency=government",
    "/help",
    "/about",
    "/api",
    "/kk/help",
    "/en/search?q=QazTech",
    "/nothing",
]
SCREENS = {
    "desktop, light": (1440, {"color_scheme": "light"}),
    "phone, dark": (390, {"color_scheme": "dark"}),
    "narrow, forced colours": (320, {"forced_colors": "active"}),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_shuts_anybody_out(chromium, site, screen):
    width, kind = SCREENS[screen]
    context = chromium.new_context(base_url=site, viewport={"width": width, "height": 900}, **kind)
    page, found = context.new_page(), {}
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('.why').forEach(each => each.open = true)")
        page.evaluate(AXE.read_text("utf-8"))
        if said := page.evaluate(RUN, TAGS):
            found[address] = said
    context.close()
    assert found == {}


def test_the_open_menu_shuts_nobody_out(chromium, site):
    context = chromium.new_context(base_url=site, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto("/kk/about")
    page.click(".sections")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, TAGS) == []
    context.close()
