"use strict";
// Another order, filter or page comes without loading the page anew; without this file, by links.
{
  const told = document.getElementById("told");
  let asked;

  const results = () => document.getElementById("results");
  // What a link is to a reader, whatever its address has become in the new answer.
  const named = (link) => {
    const part = link.closest("section[aria-labelledby], nav[aria-label], ul[aria-label]");
    const place = part?.getAttribute("aria-labelledby") ?? part?.getAttribute("aria-label") ?? "";
    const words = link.getAttribute("aria-label") ?? link.querySelector("span")?.firstChild?.data;
    return place + "\n" + (words ?? link.textContent).trim();
  };
  const putsBack = (link, from) => {
    const [place, words] = named(link).split("\n");
    return link.matches(".out") && from.startsWith(place + "\n") && from.endsWith(": " + words);
  };
  const opened = () => [...results().querySelectorAll("details[open]")]
    .map((each) => each.closest("section")?.getAttribute("aria-labelledby"));

  const put = (fresh, from) => {
    const open = opened();
    const sheet = document.getElementById("facets")?.matches(":popover-open");
    const scrolled = document.getElementById("facets")?.scrollTop;
    results().replaceWith(fresh.getElementById("results"));
    document.title = fresh.title;
    document.querySelector("nav.tongues")?.replaceWith(fresh.querySelector("nav.tongues"));
    const own = "link[rel=canonical], link[rel=alternate]";
    for (const link of document.head.querySelectorAll(own)) link.remove();
    document.head.append(...fresh.head.querySelectorAll(own));
    const box = document.getElementById("q"); // a link may ask in other words
    if (box !== document.activeElement) box.value = fresh.getElementById("q").value;
    const form = document.querySelector("form[role=search]");
    for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
    form.append(...fresh.querySelectorAll("form[role=search] input[type=hidden]"));
    for (const details of results().querySelectorAll("section > details")) {
      details.open ||= open.includes(details.closest("section").getAttribute("aria-labelledby"));
    }
    sift();
    document.dispatchEvent(new Event("fresh"));
    const facets = document.getElementById("facets");
    if (sheet && facets) {
      facets.showPopover();
      facets.scrollTop = scrolled;
    }
    const heading = results().querySelector("h1, h2");
    told.textContent = heading?.textContent ?? "";
    const links = [...results().querySelectorAll("a[href]")].filter((link) => link.checkVisibility());
    // what was left out has no «−» any more, but a link that puts it back
    const next = links.find((link) => named(link) === from) ?? links.find((link) => putsBack(link, from))
      ?? (sheet ? facets?.querySelector("button") : heading); // an open sheet covers the heading
    if (next === heading && heading) heading.tabIndex = -1;
    next?.focus({ preventScroll: next !== heading });
  };

  // An entry of the history has a number, and knows the link by which it came and the one by which
  // it was left: so back and forward put the focus where a reader was.
  let shown = location.pathname + location.search;
  let step = history.state?.step ?? 0;
  const note = (address, from) => {
    history.replaceState({ ...history.state, step, left: from }, "");
    history.pushState({ step: ++step, came: from }, "", address);
  };

  const go = async (address, { from, push = true, top = false }) => {
    asked?.abort();
    const mine = asked = new AbortController();
    told.textContent = "";
    results().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!fresh.getElementById("results")) throw new Error("another page");
      if (push) note(address, from);
      shown = location.pathname + location.search;
      put(fresh, from);
      if (top) results().scrollIntoView();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    } finally {
      if (asked === mine) results()?.removeAttribute("aria-busy");
    }
  };

  const ours = (address) => address.origin === location.origin
    && address.pathname === location.pathname && !address.hash;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#results a[href]");
    if (!link || event.defaultPrevented || event.button) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(link.href instanceof SVGAnimatedString ? link.href.baseVal : link.href, location.href);
    if (!ours(address)) return;
    event.preventDefault();
    const turn = Boolean(link.closest(".turns"));
    go(address, { from: turn ? "" : named(link), top: turn });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const address = new URL(form.action, location.href);
    if (form.method !== "get" || !ours(address)) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // nothing is sent, so no field has to be kept back
    const fields = [...new FormData(form)].filter(([name, value]) => value || name === "q");
    address.search = new URLSearchParams(fields).toString();
    go(address, { from: "" });
  });
  addEventListener("popstate", ({ state }) => {
    if (location.pathname + location.search === shown) return; // to another place of this page
    const from = (state?.step ?? 0) < step ? state?.left : state?.came;
    step = state?.step ?? 0;
    document.getElementById("q").value = new URLSearchParams(location.search).get("q") ?? "";
    go(location.href, { from: from ?? "", push: false });
  });

  // A long list of values can be searched in.
  const sift = () => {
    for (const section of results().querySelectorAll("[data-sift]")) {
      const field = document.createElement("input");
      Object.assign(field, { type: "search", className: "sift-box", autocomplete: "off" });
      field.placeholder = section.dataset.sift;
      field.setAttribute("aria-label", section.dataset.sift + ": " + section.querySelector("h2").textContent);
      field.addEventListener("input", () => {
        const words = field.value.trim().toLocaleLowerCase();
        for (const row of section.querySelectorAll(".values > li")) {
          row.hidden = !row.textContent.toLocaleLowerCase().includes(words);
        }
        const rest = section.querySelector("details");
        if (rest && words) rest.open = true;
        if (rest) rest.hidden = !rest.querySelector(".values > li:not([hidden])");
        none.textContent = section.querySelector(".values > li:not([hidden])") ? "" : section.dataset.none;
      });
      const none = document.createElement("p");
      none.className = "note";
      none.setAttribute("role", "status");
      section.querySelector("h2").after(field, none);
    }
  };
  sift();
}
