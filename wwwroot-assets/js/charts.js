// Reading a chart: the value at the pointer, the finger or the arrow keys. The server draws; nothing here asks it.
(() => {
  "use strict";
  // The zone of this browser's clock is a display choice like the theme: a cookie, because the server draws the first paint.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && /^[A-Za-z][\w+\-/]*$/.test(zone)) document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;

  const list = text => text ? text.split(",").map(part => part === "" ? null : Number(part)) : [];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  function timeOf(chart, index) {
    const step = Number(chart.dataset.step);
    const at = new Date(Number(chart.dataset.from) + step * index);
    const day = { day: "numeric", month: "short" };
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const shape = step >= 86400000 ? { ...day, year: "numeric" } : step >= 300000 ? { ...day, ...clock } : clock;
    return at.toLocaleString("en-GB", { ...shape, timeZone: chart.dataset.zone });
  }

  function textAt(chart, index) {
    const unit = chart.dataset.unit;
    const digits = Number(chart.dataset.digits);
    const show = value => `${value.toFixed(digits)} ${unit}`;
    const value = list(chart.dataset.values)[index];
    const lines = [timeOf(chart, index), value === null || value === undefined ? "not measured" : show(value)];
    const low = list(chart.dataset.low)[index], high = list(chart.dataset.high)[index];
    if (typeof low === "number" && typeof high === "number") lines.push(`${low.toFixed(digits)} to ${show(high)}`);
    for (const level of chart.querySelectorAll("[data-level]")) {
      const values = list(level.getAttribute("value"));
      const known = values.length === 1 ? values[0] : values[index];
      if (typeof known === "number") lines.push(`${level.dataset.level} ${show(known)}`);
    }
    return lines;
  }

  function show(chart, index) {
    const values = list(chart.dataset.values);
    if (!values.length) return;
    index = clamp(index, 0, values.length - 1);
    chart.dataset.chosen = index;
    const canvas = chart.querySelector(".canvas");
    const left = (index + 0.5) / values.length;
    const cross = canvas.querySelector(".cross"), dot = canvas.querySelector(".dot"), tip = canvas.querySelector(".tip");
    cross.hidden = tip.hidden = false;
    cross.style.left = `${left * 100}%`;
    dot.hidden = values[index] === null;
    if (!dot.hidden) {
      dot.style.left = `${left * 100}%`;
      dot.style.bottom = `${clamp(values[index] / Number(chart.dataset.top), 0, 1) * 100}%`;
    }
    const lines = textAt(chart, index);
    tip.textContent = lines.join("\n");
    // Beside the line, on the side with more room, and never over the edge.
    const width = canvas.clientWidth, x = left * width, room = tip.offsetWidth + 12;
    tip.style.left = `${clamp(x + 12 + room > width ? x - room : x + 12, 0, Math.max(0, width - tip.offsetWidth))}px`;
    chart.setAttribute("aria-valuenow", index);
    chart.setAttribute("aria-valuetext", lines.join(", "));
  }

  function hide(chart) {
    for (const part of chart.querySelectorAll(".cross, .dot, .tip")) part.hidden = true;
    delete chart.dataset.chosen;
  }

  // Charts of one page are read together: processor and memory at the same moment.
  const all = () => document.querySelectorAll("[data-chart]");
  const showAll = (index, count) => { for (const chart of all()) if (list(chart.dataset.values).length === count) show(chart, index); };
  const hideAll = () => { for (const chart of all()) hide(chart); };

  function at(event) {
    const chart = event.target instanceof Element ? event.target.closest("[data-chart]") : null;
    if (!chart) return false;
    const box = chart.querySelector(".canvas").getBoundingClientRect();
    const count = list(chart.dataset.values).length;
    showAll(Math.floor((event.clientX - box.left) / box.width * count), count);
    return true;
  }

  let isShown = false;
  const follow = event => { const now = at(event); if (isShown && !now) hideAll(); isShown = now; };
  document.addEventListener("pointermove", follow, { passive: true });
  document.addEventListener("pointerdown", follow, { passive: true });
  document.addEventListener("pointerleave", hideAll);
  document.addEventListener("focusin", event => {
    const chart = event.target;
    if (chart instanceof Element && chart.matches("[data-chart]:focus-visible")) {
      const values = list(chart.dataset.values);
      showAll(values.findLastIndex(value => value !== null), values.length);
    }
  });
  document.addEventListener("focusout", event => { if (event.target instanceof Element && event.target.matches("[data-chart]")) hideAll(); });

  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", event => {
    const chart = event.target;
    if (!(chart instanceof Element) || !chart.matches("[data-chart]")) return;
    if (event.key === "Escape") { hideAll(); return; }
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const count = list(chart.dataset.values).length;
    const now = Number(chart.dataset.chosen ?? count - 1);
    showAll(clamp(now + steps[event.key], 0, count - 1), count);
  });
})();
