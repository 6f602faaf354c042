"use strict";
// The site works without this file; it only spares a reader some steps.

// A form sends no empty fields, so that addresses stay short.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const field of event.target.querySelectorAll("input[name]")) {
    field.disabled = field.value === "" && field.name !== "q";
  }
});
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("input:disabled")) field.disabled = false;
});

// ¶ copies the address of its passage.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-copy]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.href);
  address.search = "";
  try {
    await navigator.clipboard.writeText(address.href);
  } catch {
    return;
  }
  let told = link.parentElement.querySelector("[role=status]");
  if (!told) {
    told = document.createElement("span");
    told.setAttribute("role", "status");
    link.after(told);
  }
  told.textContent = link.dataset.copy;
  setTimeout(() => { told.textContent = ""; }, 2500);
});

// n and p go to the next and the previous passage found in a document.
document.addEventListener("keydown", (event) => {
  const step = { n: 1, p: -1, "т": 1, "з": -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const found = [...document.querySelectorAll("[data-hit]")];
  if (found.length === 0) return;
  const here = found.findIndex((passage) => "#" + passage.id === location.hash);
  const next = here < 0 ? (step > 0 ? 0 : found.length - 1) : here + step;
  if (found[next]) location.hash = found[next].id;
});

// Arrows lead from bar to bar of a chart, of which one is a stop of the Tab key; without this file all are.
const rove = () => {
  for (const bar of document.querySelectorAll("[data-bars] a:not(:last-of-type)")) bar.setAttribute("tabindex", "-1");
};
rove();
document.addEventListener("fresh", rove); // results.js has put other bars in their place
document.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.("[data-bars] a");
  if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
  const bars = [...bar.parentElement.querySelectorAll("a")];
  const here = bars.indexOf(bar);
  const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: bars.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  if (!bars[next]) return;
  bar.setAttribute("tabindex", "-1");
  bars[next].removeAttribute("tabindex");
  bars[next].focus();
});

// What is cited can be copied at a press.
for (const card of document.querySelectorAll(".cite")) {
  for (const text of navigator.clipboard ? card.querySelectorAll("pre") : []) {
    const press = document.createElement("button");
    Object.assign(press, { type: "button", className: "press quiet", textContent: card.dataset.copy });
    press.setAttribute("aria-label", card.dataset.copy + ": " + text.getAttribute("aria-label"));
    press.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      press.textContent = card.dataset.copied;
      press.setAttribute("aria-live", "polite");
      setTimeout(() => { press.textContent = card.dataset.copy; }, 2500);
    });
    text.after(press);
  }
}
