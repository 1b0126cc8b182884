// The palette: places and acts are filtered here and answer at once; what the lab holds follows from the server.
(() => {
  "use strict";
  const palette = document.getElementById("palette");
  if (!palette) return;
  const field = palette.querySelector("[data-palette-filter]");
  const [recent, fixed, hits] = ["recent", "fixed", "hits"].map(name => palette.querySelector(`[data-palette-group=${name}]`));
  const none = palette.querySelector(".none"), count = palette.querySelector("[data-palette-count]");
  const entries = [...fixed.children];
  const words = entries.map(entry => entry.textContent.toLowerCase());
  const memory = "palette-lately", most = 6;
  let chosen = null, asked = 0, asking = null;

  const options = () => [...palette.querySelectorAll("[role=option]")].filter(option => !option.hidden && !option.parentElement.hidden);

  // What was chosen lately is kept in this browser alone.
  function remembered() {
    try {
      const list = JSON.parse(localStorage.getItem(memory) ?? "[]");
      return Array.isArray(list) ? list.filter(one => typeof one?.name === "string" && /^(\/(?!\/)|https?:\/\/)/.test(one.href)).slice(0, most) : [];
    } catch {
      return [];
    }
  }

  function remember(option) {
    const href = option.getAttribute("href");
    if (!href) return;
    const text = selector => option.querySelector(selector)?.textContent ?? "";
    const one = { href, name: text("b"), kind: text("small"), place: text(".place") };
    try {
      localStorage.setItem(memory, JSON.stringify([one, ...remembered().filter(other => other.href !== href)].slice(0, most)));
    } catch {
      // A browser that keeps nothing only forgets.
    }
  }

  function line(one) {
    const [link, dot, name, kind, place] = ["a", "i", "b", "small", "small"].map(tag => document.createElement(tag));
    [link.href, dot.className, name.textContent, kind.textContent, place.textContent, place.className] = [one.href, one.kind === "Act" ? "does" : `state-${one.state ?? "off"}`, one.name, one.kind, one.place ?? "", "place"];
    link.setAttribute("role", "option");
    link.tabIndex = -1;
    link.dataset.closes = "";
    link.append(dot, name, kind, place);
    if (one.state && one.state !== "off") {
      const spoken = document.createElement("span");
      [spoken.className, spoken.textContent] = ["visually-hidden", `, ${one.state}`];
      dot.title = one.state;
      link.append(spoken);
    }
    return link;
  }

  // Better hits first: the beginning, then the beginning of a word, then anywhere.
  function rank(entry, typed) {
    const title = entry.querySelector("b").textContent.toLowerCase();
    return title.startsWith(typed) ? 0 : title.includes(` ${typed}`) ? 1 : title.includes(typed) ? 2 : 3;
  }

  function filter(text) {
    const typed = text.trim().toLowerCase(), parts = typed.split(/\s+/).filter(Boolean);
    entries.forEach((entry, index) => { entry.hidden = !parts.every(part => words[index].includes(part)); });
    fixed.append(...(typed ? [...entries].sort((a, b) => rank(a, typed) - rank(b, typed)) : entries));
    fixed.hidden = entries.every(entry => entry.hidden);
    recent.replaceChildren(...(typed ? [] : remembered().map(line)));
    recent.hidden = recent.childElementCount === 0;
    clearTimeout(asked);
    asking?.abort();
    if (parts.length === 0) show([]);
    else { asked = setTimeout(() => ask(text), 120); settle(); }
  }

  // What the lab holds never comes in front of what was typed since.
  async function ask(text) {
    asking = new AbortController();
    try {
      const answer = await fetch(`/api/v1/search?acts=true&limit=20&q=${encodeURIComponent(text.slice(0, 100))}`, { signal: asking.signal, headers: { accept: "application/json" } });
      show(answer.ok ? (await answer.json()).hits : []);
    } catch (fault) {
      if (fault.name !== "AbortError") show([]);
    }
  }

  function show(found) {
    hits.replaceChildren(...found.map(line));
    hits.hidden = found.length === 0;
    settle();
  }

  function settle() {
    const shown = options();
    shown.forEach((option, index) => { option.id = `palette-option-${index}`; });
    none.hidden = shown.length > 0;
    choose(chosen && shown.includes(chosen) && field.value ? chosen : shown[0]);
    count.textContent = field.value ? (shown.length === 1 ? "1 result" : `${shown.length} results`) : "";
  }

  function choose(option) {
    for (const other of palette.querySelectorAll("[aria-selected=true]")) other.setAttribute("aria-selected", "false");
    chosen = option ?? null;
    if (!chosen) { field.removeAttribute("aria-activedescendant"); return; }
    chosen.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const shown = options();
    if (shown.length) choose(shown[(shown.indexOf(chosen) + by + shown.length) % shown.length]);
  }

  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  field.addEventListener("input", () => { chosen = null; filter(field.value); });
  field.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key in steps) {
      const shown = options(), at = shown.indexOf(chosen) + steps[event.key];
      if (Math.abs(steps[event.key]) === 1) step(steps[event.key]);
      else choose(shown[Math.min(Math.max(at, 0), shown.length - 1)]);
    }
    else if (event.key === "Enter") chosen?.click();
    else return;
    event.preventDefault();
  });
  palette.addEventListener("click", event => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option) remember(option);
  });

  window.portal.openPalette = () => {
    field.value = "";
    chosen = null;
    filter("");
    window.portal.showModal(palette);
  };
})();
