// The map as a picture: moving, zooming, and lighting up what a hostname passes. The server draws; nothing here asks it.
(() => {
  "use strict";
  const views = new WeakMap();
  const [step, most, reach] = [1.25, 8, 0.2];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
  const windowOf = target => target instanceof Element ? target.closest("[data-map]")?.querySelector("[data-map-window]") : null;

  // Where the picture stands: zoom and shift in its own units, on top of how the browser fits it in.
  function viewOf(pane) {
    let view = views.get(pane);
    if (!view) {
      view = { zoom: 1, x: 0, y: 0, pointers: new Map(), moved: false };
      views.set(pane, view);
      pane.addEventListener("wheel", event => onWheel(pane, event), { passive: false });
      pane.addEventListener("dragstart", event => event.preventDefault());
      // A live change may make the frame taller and push things about: what is looked at stays where it is.
      new MutationObserver(() => keepPlace(pane)).observe(pane.querySelector("[data-map-svg]"), { subtree: true, childList: true, attributeFilter: ["viewBox", "x", "y"] });
      view.base = base(pane);
    }
    return view;
  }

  const base = pane => pane.querySelector("[data-map-svg]").getScreenCTM();
  const inner = (matrix, x, y) => new DOMPoint(x, y).matrixTransform(matrix.inverse());
  const size = pane => pane.querySelector("[data-map-svg]").viewBox.baseVal;

  // The part of the picture's plane that the window shows before any zoom.
  function seen(pane) {
    const [box, matrix] = [pane.getBoundingClientRect(), base(pane)];
    const [start, end] = [inner(matrix, box.left, box.top), inner(matrix, box.right, box.bottom)];
    return { left: start.x, top: start.y, right: end.x, bottom: end.y, width: end.x - start.x, height: end.y - start.y };
  }

  const whole = pane => { const [part, all] = [seen(pane), size(pane)]; return Math.min(part.width / all.width, part.height / all.height); };

  function within(at, length, start, end) {
    const rest = reach * Math.min(length, end - start);
    return clamp(at, start + rest - length, end - rest);
  }

  function place(pane, zoom, x, y) {
    const [view, part, all] = [viewOf(pane), seen(pane), size(pane)];
    view.zoom = clamp(zoom, Math.min(1, whole(pane)), most);
    // Some of it is always in sight, and each of its edges can be brought there.
    view.x = within(x, all.width * view.zoom, part.left, part.right);
    view.y = within(y, all.height * view.zoom, part.top, part.bottom);
    view.base = base(pane);
    pane.querySelector("[data-map-world]").setAttribute("transform", `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${view.zoom.toFixed(4)})`);
    view.at = view.lit && standing(pane, view.lit);
  }

  function zoomAt(pane, factor, clientX, clientY) {
    const [view, at] = [viewOf(pane), inner(base(pane), clientX, clientY)];
    const zoom = clamp(view.zoom * factor, Math.min(1, whole(pane)), most);
    place(pane, zoom, at.x - (at.x - view.x) * zoom / view.zoom, at.y - (at.y - view.y) * zoom / view.zoom);
  }

  function zoomMiddle(pane, factor) {
    const box = pane.getBoundingClientRect();
    zoomAt(pane, factor, box.left + box.width / 2, box.top + box.height / 2);
  }

  function showAll(pane) {
    const [part, all, zoom] = [seen(pane), size(pane), whole(pane)];
    place(pane, zoom, (part.left + part.right - all.width * zoom) / 2, (part.top + part.bottom - all.height * zoom) / 2);
  }

  function shift(pane, dx, dy) {
    const [view, matrix] = [viewOf(pane), base(pane)];
    place(pane, view.zoom, view.x + dx / matrix.a, view.y + dy / matrix.d);
  }

  function keepPlace(pane) {
    const view = views.get(pane);
    if (!view || !pane.isConnected || (view.zoom === 1 && view.x === 0 && view.y === 0)) return;
    const [before, now, was] = [view.base, base(pane), view.at];
    const origin = inner(now, before.e + view.x * before.a, before.f + view.y * before.d);
    place(pane, view.zoom * before.a / now.a, origin.x, origin.y);
    if (was && view.at && was.room === view.at.room) shift(pane, was.x - view.at.x, was.y - view.at.y);
  }

  // Where a thing stands in a window of some size; null when it was taken out of the picture.
  function standing(pane, thing) {
    const [box, at] = [pane.getBoundingClientRect(), thing.getBoundingClientRect()];
    return thing.isConnected ? { x: at.left - box.left, y: at.top - box.top, room: `${box.width} ${box.height}` } : null;
  }

  function onWheel(pane, event) {
    const view = viewOf(pane);
    // Seen whole and turned further out, the page goes on scrolling.
    if (event.deltaY > 0 && !event.ctrlKey && view.zoom <= Math.min(1, whole(pane)) * 1.001) return;
    event.preventDefault();
    hush(pane);
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey) shift(pane, -(event.deltaX || event.deltaY) * lines, 0);
    else zoomAt(pane, Math.exp(-clamp(event.deltaY * lines, -120, 120) * (event.ctrlKey ? 0.01 : 0.002)), event.clientX, event.clientY);
  }

  // Pushing with one pointer, pinching with two.
  document.addEventListener("pointerdown", event => {
    const pane = event.target instanceof Element ? event.target.closest("[data-map-window]") : null;
    if (!pane || event.button !== 0) return;
    const view = viewOf(pane);
    if (view.pointers.size === 0) view.moved = false;
    view.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    view.from = { x: event.clientX, y: event.clientY };
  });

  document.addEventListener("pointermove", event => {
    for (const pane of document.querySelectorAll("[data-map-window]")) {
      const view = views.get(pane), before = view?.pointers.get(event.pointerId);
      if (!before) continue;
      if (!view.moved && Math.hypot(event.clientX - view.from.x, event.clientY - view.from.y) < 5) continue;
      view.moved = true;
      pane.dataset.panning = "";
      hush(pane);
      const now = { x: event.clientX, y: event.clientY };
      const other = [...view.pointers].find(([id]) => id !== event.pointerId)?.[1];
      view.pointers.set(event.pointerId, now);
      if (!other) { shift(pane, now.x - before.x, now.y - before.y); continue; }
      const [far, near] = [Math.hypot(now.x - other.x, now.y - other.y), Math.hypot(before.x - other.x, before.y - other.y)];
      shift(pane, (now.x - before.x) / 2, (now.y - before.y) / 2);
      if (near > 0) zoomAt(pane, far / near, (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
  }, { passive: true });

  function release(event) {
    for (const pane of document.querySelectorAll("[data-map-window]")) {
      const view = views.get(pane);
      if (view?.pointers.delete(event.pointerId) && view.pointers.size === 0) delete pane.dataset.panning;
    }
  }
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);

  // What was pushed is not opened. A finger has no pointing: it points first, and opens at the second touch.
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-map-zoom]") : null;
    if (button) {
      const pane = windowOf(button);
      if (button.dataset.mapZoom === "all") showAll(pane); else zoomMiddle(pane, button.dataset.mapZoom === "in" ? step : 1 / step);
      return;
    }
    const pane = event.target instanceof Element ? event.target.closest("[data-map-window]") : null;
    if (!pane) return;
    const [view, thing] = [viewOf(pane), event.target.closest("[data-say]")];
    const first = event.pointerType === "touch" && thing && view.touched !== thing;
    if (event.detail > 0 && (view.moved || first)) { event.preventDefault(); event.stopPropagation(); }
    view.touched = view.moved ? null : thing;
    if (event.pointerType === "touch" && !view.moved) { if (thing) light(pane, thing); else dim(pane); }
    view.moved = false;
  }, true);

  const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  document.addEventListener("keydown", event => {
    const pane = event.target instanceof Element ? event.target.closest("[data-map-window]") : null;
    if (!pane || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) shift(pane, ...moves[event.key]);
    else if (event.key === "+" || event.key === "=") zoomMiddle(pane, step);
    else if (event.key === "-" || event.key === "_") zoomMiddle(pane, 1 / step);
    else if (event.key === "0") showAll(pane);
    else if (event.key === "Escape") dim(pane);
    else return;
    event.preventDefault();
  });

  // Lighting up: everything that shares a path with what is pointed at.
  function light(pane, thing) {
    const view = viewOf(pane);
    [view.lit, view.at] = [thing, standing(pane, thing)];
    const on = new Set(thing.dataset.on?.split(" ") ?? []);
    for (const part of pane.querySelectorAll("[data-on]"))
      part.toggleAttribute("data-lit", on.size > 0 && part.dataset.on.split(" ").some(path => on.has(path)));
    thing.toggleAttribute("data-lit", on.size > 0);
    pane.toggleAttribute("data-lighting", on.size > 0);
    say(pane, thing);
  }

  // Finding: all whose words hold what is typed are lit, and Enter goes to the first of them.
  function find(field) {
    const pane = document.querySelector("[data-map-window]"), words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!pane) return [];
    dim(pane);
    const found = words.length === 0 ? [] : [...pane.querySelectorAll("[data-say]")].filter(thing => words.every(word => thing.getAttribute("aria-label").toLowerCase().includes(word)));
    for (const thing of found) {
      thing.setAttribute("data-lit", "");
      thing.closest(".panel")?.setAttribute("data-lit", "");
    }
    pane.toggleAttribute("data-lighting", words.length > 0);
    return found;
  }

  document.addEventListener("input", event => { if (event.target instanceof Element && event.target.matches("[data-map-find]")) find(event.target); });
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.target instanceof Element) || !event.target.matches("[data-map-find]")) return;
    // By preference the thing of that very name, and nothing that is only mentioned.
    const typed = event.target.value.trim().toLowerCase(), found = find(event.target);
    (found.find(thing => thing.dataset.say.split("\n")[0].toLowerCase().includes(typed)) ?? found[0])?.focus({ focusVisible: true });
  });

  function dim(pane) {
    viewOf(pane).lit = null;
    pane.removeAttribute("data-lighting");
    for (const part of pane.querySelectorAll("[data-lit]")) part.removeAttribute("data-lit");
    hush(pane);
  }

  function hush(pane) { pane.querySelector("[data-map-tip]").textContent = ""; }

  // Beside the thing, on the side with more room, and never over the edge.
  function say(pane, thing) {
    const tip = pane.querySelector("[data-map-tip]");
    tip.textContent = thing.dataset.say;
    const [box, at] = [pane.getBoundingClientRect(), thing.getBoundingClientRect()];
    const [above, left] = [at.top - box.top, at.left - box.left];
    const top = above + at.height + 8 + tip.offsetHeight > box.height ? above - tip.offsetHeight - 8 : above + at.height + 8;
    tip.style.translate = `${clamp(left, 8, box.width - tip.offsetWidth - 8)}px ${clamp(top, 8, box.height - tip.offsetHeight - 8)}px`;
  }

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch" || !(event.target instanceof Element)) return;
    const pane = event.target.closest("[data-map-window]");
    if (!pane) return;
    const [view, thing] = [viewOf(pane), event.target.closest("[data-say]")];
    if (view.pointers.size > 0 || thing === view.lit) return;
    if (thing) light(pane, thing); else dim(pane);
  }, { passive: true });
  document.addEventListener("pointerout", event => {
    const pane = event.pointerType !== "touch" && event.target instanceof Element ? event.target.closest("[data-map-window]") : null;
    if (pane && !(event.relatedTarget instanceof Node && pane.contains(event.relatedTarget))) dim(pane);
  }, { passive: true });

  // By keyboard: what has the focus is lit, and brought into sight.
  document.addEventListener("focusin", event => {
    const thing = event.target instanceof Element ? event.target.closest("[data-map-window] a") : null;
    if (!thing?.matches(":focus-visible")) return;
    const pane = thing.closest("[data-map-window]");
    const [box, at, edge] = [pane.getBoundingClientRect(), thing.getBoundingClientRect(), 24];
    const dx = at.left < box.left + edge ? box.left + edge - at.left : at.right > box.right - edge ? box.right - edge - at.right : 0;
    const dy = at.top < box.top + edge ? box.top + edge - at.top : at.bottom > box.bottom - edge ? box.bottom - edge - at.bottom : 0;
    if (dx || dy) shift(pane, dx, dy);
    if (thing.matches("[data-say]")) light(pane, thing); else dim(pane);
  });
  document.addEventListener("focusout", event => {
    const pane = event.target instanceof Element ? event.target.closest("[data-map-window]") : null;
    if (pane && !pane.contains(event.relatedTarget)) dim(pane);
  });
})();
