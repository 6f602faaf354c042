"use strict";
// The search box proposes how to go on: a combobox with a list (WAI-ARIA 1.2).
// Without this file it is a plain box.

const field = document.querySelector("input[data-complete]");
if (field) {
  const list = document.getElementById("completions");
  const told = document.getElementById("completions-told");
  let asked, timer, chosen = -1;

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  const options = () => [...list.children];

  const choose = (number) => {
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === number)));
    chosen = number;
    if (number < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options()[number].id);
      options()[number].scrollIntoView({ block: "nearest" });
    }
  };

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    choose(-1);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    told.textContent = "";
  };

  const take = (option) => {
    close();
    if (option.dataset.kind === "phrase") {
      field.value = option.dataset.text;
      field.form.requestSubmit();
    } else location.assign(option.dataset.url);
  };

  const show = (completions) => {
    list.replaceChildren(...completions.map((one, number) => {
      const option = document.createElement("li");
      option.id = "completion-" + number;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      Object.assign(option.dataset, { kind: one.kind, text: one.text, url: one.url });
      const text = document.createElement("span");
      text.textContent = one.text;
      option.append(text);
      if (one.kind !== "phrase") {
        const kind = document.createElement("span");
        kind.className = "num";
        kind.textContent = one.name;
        option.append(" ", kind);
      }
      return option;
    }));
    choose(-1);
    list.hidden = completions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden ? "" : list.dataset.told + " " + completions.length;
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(field.dataset.complete, location.href);
    address.searchParams.set("q", field.value);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) show((await answer.json()).completions);
    } catch {
      // Typed on, or offline: nothing is proposed.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length < 2) close();
    else timer = setTimeout(ask, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const many = options().length;
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && chosen >= 0) take(options()[chosen]);
    else if (event.key === "ArrowDown" && list.hidden && field.value.trim().length > 1) ask();
    else if (event.key === "ArrowDown" && !list.hidden) choose(chosen + 1 < many ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && !list.hidden) choose(chosen < 0 ? many - 1 : chosen - 1);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
}
