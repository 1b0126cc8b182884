// What only the browser can do: dialogs, keys, ticking ages, display choices, the way back from a lost connection.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);

  // Blazor's dialogs; the browser gives the focus back to the opener on close.
  function showModal(dialog) { if (dialog?.isConnected && !dialog.open) dialog.showModal(); }
  function close(dialog) { if (dialog?.open) dialog.close(); }
  function hide(popover) { if (popover?.matches(":popover-open")) popover.hidePopover(); }
  window.portal = { showModal, close, showLine };

  // Of a long text only the lines in sight are there; the others are as high as the first of those.
  function showLine(pane, number) {
    const line = pane.querySelector(`[data-line="${number}"]`);
    const height = pane.querySelector("[data-line]")?.offsetHeight ?? 20;
    const top = line ? line.offsetTop - pane.offsetTop : number * height;
    if (top < pane.scrollTop + height || top > pane.scrollTop + pane.clientHeight - 3 * height) pane.scrollTop = top - pane.clientHeight / 3;
    requestAnimationFrame(() => pane.querySelector("mark.chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" }));
  }

  // Display choices are cookies, because the server draws the first paint.
  function choose(name, value) {
    if (value) root.setAttribute(`data-${name}`, value); else root.removeAttribute(`data-${name}`);
    document.cookie = `${name}=${value ?? ""};path=/;max-age=${value ? 31536000 : 0};samesite=lax`;
  }

  function nextTheme() {
    const order = [null, "light", "dark"];
    const next = order[(order.indexOf(root.getAttribute("data-theme")) + 1) % order.length];
    choose("theme", next);
    announce(next ? `Display is ${next}` : "Display follows the system");
  }

  function announce(text) {
    const announcer = document.getElementById("announcer");
    if (announcer) announcer.textContent = text;
  }

  async function copy(button) {
    let text = button.dataset.copy;
    try {
      text ??= await fetchText(button.dataset.copyFrom);
    } catch {
      announce("It could not be read");
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Plain http on the LAN has no clipboard API.
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.dataset.copied = "";
    announce("Copied");
    setTimeout(() => delete button.dataset.copied, 1500);
  }

  async function fetchText(address) {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  }

  document.addEventListener("click", event => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const opener = target.closest("[data-opens]");
    if (opener) open(opener.dataset.opens);
    const copied = target.closest("[data-copy], [data-copy-from]");
    if (copied) copy(copied);
    if (target.closest("[data-closes]")) { close(target.closest("dialog")); hide(target.closest("[popover]")); }
    if (target.closest("[data-theme-next]")) nextTheme();
    if (target.closest("[data-rail-toggle]")) choose("rail", root.dataset.rail ? null : "narrow");
    if (target.closest("[data-reconnect]")) reconnect();
    if (target.matches("dialog[data-light-dismiss]")) {
      const box = target.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) close(target);
    }
  });

  function open(id) {
    if (id === "palette") window.portal.openPalette?.();
    else showModal(document.getElementById(id));
  }

  // Ages tick here, so that a quiet page costs the server nothing. Same words as RelativeTime.cs.
  const serverTime = Number(document.querySelector("meta[name=server-time]")?.content);
  const skew = serverTime ? serverTime - (performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0)) : 0;

  function ageText(seconds) {
    if (seconds < 1) return "0 s";
    if (seconds < 100) return `${Math.floor(seconds)} s`;
    if (seconds < 6000) return `${Math.floor(seconds / 60)} min`;
    if (seconds < 172800) return `${Math.floor(seconds / 3600)} h`;
    return `${Math.floor(seconds / 86400)} d`;
  }

  function tick() {
    if (document.hidden) return;
    const now = Date.now() + skew;
    for (const element of all("[data-age]")) {
      const text = ageText((now - Date.parse(element.getAttribute("datetime"))) / 1000);
      // The text node stays, because Blazor holds on to it.
      const node = element.firstChild;
      if (node?.nodeType === Node.TEXT_NODE && node.data !== text) node.data = text;
    }
    for (const element of all("time[data-until]")) {
      const text = ageText(Math.max(0, (Date.parse(element.dateTime) - now) / 1000));
      const node = element.firstChild;
      if (node?.nodeType === Node.TEXT_NODE && node.data !== text) node.data = text;
    }
  }
  setInterval(tick, 1000);

  // The way back. The framework's script sets the classes and retries; a replaced server means a fresh page.
  const bar = document.getElementById("components-reconnect-modal");
  let reloading = false;
  async function reconnect() {
    try {
      if (await window.Blazor?.reconnect?.() === false) reload();
    } catch {
      // Still unreachable; the next try is the next time someone looks.
    }
  }
  function reload() { if (!reloading) { reloading = true; location.reload(); } }

  // A server that is shutting down still takes a connection and then drops it unnoticed, so success is checked.
  const sleep = time => new Promise(done => setTimeout(done, time));
  const instance = document.querySelector("meta[name=server-instance]")?.content;
  async function askInstance() {
    try {
      const answer = await fetch("/_portal/instance", { cache: "no-store", signal: AbortSignal.timeout(4000) });
      return answer.ok ? await answer.text() : null;
    } catch {
      return null;
    }
  }

  // A session that was ended takes its connection with it; then no try helps, and signing in does.
  let asking = false;
  async function checkSession() {
    if (asking || reloading) return;
    asking = true;
    try {
      const answer = await fetch("/_portal/session", { cache: "no-store", signal: AbortSignal.timeout(4000) });
      if (answer.status === 401) {
        reloading = true;
        location.assign(`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`);
      }
    } catch {
      // The portal is away, and the framework goes on trying.
    }
    asking = false;
  }

  let checking = false;
  async function checkWayBack() {
    if (checking) return;
    checking = true;
    for (const wait of [700, 1500, 3000, 6000]) {
      await sleep(wait);
      if (!bar.classList.contains("components-reconnect-hide")) break;
      let answer = await askInstance();
      if (answer === instance) continue;
      bar.classList.replace("components-reconnect-hide", "components-reconnect-show");
      while (answer === null) { await sleep(1500); answer = await askInstance(); }
      reload();
    }
    checking = false;
  }

  if (bar) {
    new MutationObserver(() => {
      if (bar.classList.contains("components-reconnect-rejected")) reload();
      if (bar.classList.contains("components-reconnect-show") || bar.classList.contains("components-reconnect-failed")) checkSession();
      if (bar.classList.contains("components-reconnect-hide")) checkWayBack();
    }).observe(bar, { attributeFilter: ["class"] });
    const again = () => { if (!document.hidden && bar.classList.contains("components-reconnect-failed")) reconnect(); };
    document.addEventListener("visibilitychange", () => { tick(); again(); });
    window.addEventListener("online", again);
    setInterval(again, 15000);
  }

  if (isMac) {
    const label = () => all("[data-modifier-key]").forEach(key => { key.textContent = "⌘ K"; });
    label();
  }
})();
