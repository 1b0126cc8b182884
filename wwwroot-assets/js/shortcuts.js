// Keys. Nothing is taken from a field, and nothing with a modifier but the palette. Which key does what is chosen under "?" and kept in this browser.
(() => {
  "use strict";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const sheet = document.getElementById("shortcuts");
  if (!sheet) return;
  const rows = all("[data-shortcut]", sheet);
  const told = sheet.querySelector("[data-shortcut-told]");
  const memory = "shortcuts";
  const isKey = key => typeof key === "string" && [...key].length === 1 && key.trim() !== "";
  const scope = row => row.dataset.shortcut.slice(0, 2);
  let chosen = read(), listening = null, going = 0;

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(memory) ?? "{}");
      return Object.fromEntries(Object.entries(kept ?? {}).filter(([, key]) => isKey(key)));
    } catch {
      return {};
    }
  }

  const keyOf = row => chosen[row.dataset.shortcut] ?? row.dataset.keyDefault;
  const find = (within, key) => rows.find(row => scope(row) === within && keyOf(row) === key);
  // With Caps Lock on, a letter is still that letter.
  const plain = event => event.shiftKey ? event.key : event.key.toLowerCase();

  function draw() {
    const prefix = keyOf(rows.find(row => row.dataset.does === "prefix"));
    for (const kbd of all("[data-shows]")) {
      const row = rows.find(one => one.dataset.shortcut === kbd.dataset.shows);
      if (row) kbd.textContent = keyOf(row);
    }
    for (const kbd of all("[data-shows-prefix]")) kbd.textContent = prefix;
    for (const row of rows) {
      row.toggleAttribute("data-changed", keyOf(row) !== row.dataset.keyDefault);
      row.querySelector("[data-rebind] > .visually-hidden").textContent = `${row.dataset.words}: ${scope(row) === "go" ? `${prefix} ` : ""}${keyOf(row)}. Choose another key`;
    }
  }

  function keep() {
    const changed = Object.fromEntries(rows.filter(row => keyOf(row) !== row.dataset.keyDefault).map(row => [row.dataset.shortcut, keyOf(row)]));
    try {
      if (Object.keys(changed).length) localStorage.setItem(memory, JSON.stringify(changed));
      else localStorage.removeItem(memory);
    } catch {
      say("This browser keeps nothing, so the keys last until the page is left.");
    }
    chosen = changed;
    draw();
  }

  function say(text, isRefused = false) {
    told.textContent = text;
    told.toggleAttribute("data-refused", isRefused);
  }

  function listen(row) {
    listening?.removeAttribute("data-listening");
    listening = row;
    if (!row) return;
    row.dataset.listening = "";
    say(`Press the new key for “${row.dataset.words}”. Esc keeps ${keyOf(row)}.`);
  }

  function rebind(event) {
    const row = listening, key = plain(event);
    if (["Shift", "Control", "Alt", "Meta", "CapsLock", "AltGraph"].includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Escape") { listen(null); say(`“${row.dataset.words}” keeps ${keyOf(row)}.`); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || !isKey(key)) { say("Choose a letter, a digit or a sign, without Ctrl, Alt or ⌘.", true); return; }
    const other = find(scope(row), key);
    if (other && other !== row) { say(`${key} is taken: it does “${other.dataset.words}”. Choose another key, or give that one another first.`, true); return; }
    listen(null);
    chosen = { ...chosen, [row.dataset.shortcut]: key };
    say(`“${row.dataset.words}” has the key ${key} now.`);
    keep();
  }

  sheet.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-rebind]") : null;
    if (button) listen(button.closest("[data-shortcut]"));
    else if (event.target.closest?.("[data-shortcuts-reset]")) { listen(null); chosen = {}; say("Every key is as it was at first."); keep(); }
  });
  sheet.addEventListener("close", () => { listen(null); say(""); });
  window.addEventListener("storage", event => { if (event.key === memory) { chosen = read(); draw(); } });

  document.addEventListener("keydown", event => {
    if (listening) { rebind(event); return; }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      window.portal.openPalette?.();
      return;
    }
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing) {
      if (event.key === "Escape" && typing.matches("[data-filter]")) typing.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (going && Date.now() - going < 1500) {
      going = 0;
      const place = find("go", plain(event));
      follow(place ? document.querySelector(`a[data-go="${CSS.escape(place.dataset.keyDefault)}"]`) : null, event);
      return;
    }
    const row = find("do", plain(event));
    const acts = {
      prefix: () => { going = Date.now(); },
      help: () => { event.preventDefault(); window.portal.showModal(sheet); },
      filter: () => focus(all("[data-filter]").find(isVisible), event),
      next: () => moveRow(1, event),
      previous: () => moveRow(-1, event),
      press: () => press(row.dataset.keyDefault, event),
    };
    acts[row?.dataset.does]?.();
  }, true);

  const isVisible = element => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
  function focus(element, event) { if (element) { event.preventDefault(); element.focus(); element.select?.(); } }
  function follow(element, event) { if (element) { event.preventDefault(); element.click(); } }

  function moveRow(step, event) {
    const lines = all("a[data-row]").filter(isVisible);
    const now = lines.indexOf(document.activeElement);
    const next = now < 0 ? lines[step > 0 ? 0 : lines.length - 1] : lines[now + step];
    focus(next, event);
    next?.scrollIntoView({ block: "nearest" });
  }

  // On an object's page a key presses its tab; in a table it opens that part of the row in focus.
  const parts = { l: ["logs", /^\/(cluster\/(pods|workloads)|gpu\/hosts)\//], y: ["yaml", /^\/cluster\//], s: ["shell", /^\/(cluster\/pods|gpu\/hosts)\//] };
  function press(name, event) {
    const row = document.activeElement?.closest?.("a[data-row]");
    const [part, has] = parts[name] ?? [];
    if (row && part && has.test(row.pathname)) {
      event.preventDefault();
      const href = `${row.pathname}?tab=${part}`;
      if (window.Blazor?.navigateTo) window.Blazor.navigateTo(href); else location.assign(href);
      return;
    }
    follow(all(`[data-key="${name}"]`).find(isVisible), event);
  }

  draw();
})();
