// The viewer of logs. Lines come from the portal by a stream of their own, never through the page's live connection.
// They are kept in blocks that the browser need not lay out while they are out of sight; the oldest block goes when there are too many.
import { LogStream } from "./stream.js";
import { Search } from "./search.js";
import { rowOf, shownOf } from "./rows.js";

const mostLines = 10_000;
const mostLetters = 8_000_000;
const perBlock = 100;
const pace = 100;
const colours = 8;

export function open(root, settings) { return new Viewer(root, settings); }

class Viewer {
  constructor(root, settings) {
    this.root = root;
    this.list = root.querySelector("[data-log-list]");
    this.state = root.querySelector("[data-log-state]");
    this.jump = root.querySelector("[data-log-jump]");
    this.pauseButton = root.querySelector("[data-log-pause]");
    this.fault = root.querySelector("[data-log-fault]");
    this.items = [];
    this.queue = [];
    this.sources = new Map();
    this.said = new Map();
    this.letters = this.unseen = this.gone = 0;
    this.following = true;
    this.isDrawing = this.isStale = false;
    this.timer = this.drawn = null;
    this.search = new Search("", false);
    this.ends = new AbortController();
    const on = (element, name, action) => element?.addEventListener(name, action, { signal: this.ends.signal, passive: true });
    on(this.list, "scroll", () => this.scrolled());
    on(this.jump, "click", () => this.follow(true));
    on(this.pauseButton, "click", () => this.follow(!this.following));
    on(root.querySelector("[data-log-clear]"), "click", () => this.clear());
    for (const toggle of root.querySelectorAll("[data-log-toggle]")) on(toggle, "click", () => this.toggle(toggle));
    if (matchMedia("(max-width: 760px)").matches) this.press("wrap", true);
    this.update(settings);
  }

  // The page's choices: another address begins anew, another search goes over what is there.
  update(settings) {
    const before = this.settings;
    this.settings = settings;
    if (before?.address !== settings.address) {
      this.stream?.close();
      this.clear();
      this.sources.clear();
      this.said.clear();
      this.following = true;
      this.stream = new LogStream(settings.address, items => this.heard(items), told => this.told(told));
      this.tell("Connecting");
    }
    if ((before?.search ?? "") !== (settings.search ?? "") || before?.pattern !== settings.pattern) {
      this.search.close();
      this.search = new Search(settings.search, settings.pattern);
      this.redraw();
    }
  }

  close() {
    this.ends.abort();
    this.stream?.close();
    this.search.close();
    clearTimeout(this.timer);
  }

  heard(items) {
    for (const item of items) {
      if (item.k === "source") {
        this.colour(item);
        this.sources.set(item.s, item);
        if (item.late && !item.again) this.queue.push({ k: "mark", kind: "join", s: item.s, source: item, x: `${item.container} joined.` });
      }
      else if (item.k === "state") { if (item.x) this.said.set(item.s, item.x); else this.said.delete(item.s); }
      else if (item.k === "line" || item.k === "mark") this.queue.push(Object.assign(item, { source: this.sources.get(item.s) }));
    }
    // The stream may bring more than can be shown; the newest count.
    if (this.queue.length > 2 * mostLines) this.gone += this.queue.splice(0, this.queue.length - mostLines).length;
    this.schedule();
  }

  schedule() {
    if (!this.isDrawing) this.timer ??= setTimeout(() => this.flush(), pace);
  }

  // One at a time, in the order they came: what is asked anew meanwhile is drawn next.
  async flush() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.isDrawing) return;
    this.isDrawing = true;
    try {
      do await this.draw(this.isStale ? this.takeBack() : 0, this.queue.splice(0));
      while (this.isStale);
    } finally {
      this.isDrawing = false;
      if (this.queue.length) this.schedule();
    }
  }

  async draw(again, fresh) {
    this.root.toggleAttribute("data-many", new Set([...this.sources.values()].map(source => source.id)).size > 1);
    const shown = fresh.map(item => item.k === "line" ? shownOf(item, this.isOn("raw")) : null);
    this.drawn = fresh;
    const found = await this.found(shown);
    if (this.drawn !== fresh) return;
    for (const [i, item] of fresh.entries()) this.add(item, shown[i], found[i]);
    this.trim();
    if (this.following) this.list.scrollTop = this.list.scrollHeight;
    else this.unseen += fresh.length - again;
    this.tellState();
  }

  async found(shown) {
    const lines = shown.map(one => one?.text ?? "");
    const search = this.search;
    try {
      const found = await search.find(lines);
      this.blame("");
      return found;
    } catch (fault) {
      // The search before was ended; with the present one all is drawn anew.
      if (search === this.search) {
        this.blame(fault.message);
        search.close();
        this.search = new Search("", false);
      }
      return lines.map(() => []);
    }
  }

  // Two sources side by side differ while there are colours left; the server's choice is the same everywhere.
  colour(source) {
    const others = [...this.sources.values()].filter(other => other.id !== source.id).map(other => other.colour);
    for (let step = 0; step < colours && others.includes(source.colour); step++) source.colour = (source.colour + 1) % colours;
  }

  add(item, shown, found) {
    const row = rowOf(item, item.source, shown ?? { text: item.x, spans: [] }, found);
    // Marks stay in sight: what is missing is missing from the matches too.
    row.classList.toggle("no-match", item.k === "line" && !this.search.isNone && !found?.length);
    let block = this.list.lastElementChild;
    if (!block || block.childElementCount >= perBlock) {
      block = document.createElement("div");
      block.className = "log-block";
      this.list.append(block);
    }
    block.append(row);
    item.matched = found?.length > 0;
    this.items.push(item);
    this.letters += (item.x?.length ?? 0) + (item.r?.length ?? 0);
  }

  trim() {
    while ((this.items.length > mostLines || this.letters > mostLetters) && this.list.childElementCount > 1) {
      const block = this.list.firstElementChild;
      const [height, top] = [this.list.scrollHeight, this.list.scrollTop];
      const old = this.items.splice(0, block.childElementCount);
      for (const item of old) this.letters -= (item.x?.length ?? 0) + (item.r?.length ?? 0);
      this.gone += old.length;
      block.remove();
      // What the reader looks at stays where it is.
      if (!this.following && this.list.scrollTop === top) this.list.scrollTop = top - (height - this.list.scrollHeight);
    }
    const note = this.root.querySelector("[data-log-gone]");
    note.hidden = !this.gone;
    if (this.gone) note.textContent = `${this.gone.toLocaleString()} older lines were let go; download the log to have them.`;
  }

  redraw() {
    this.isStale = true;
    this.flush();
  }

  // Everything on the screen goes back in front of the queue.
  takeBack() {
    this.isStale = false;
    const again = this.items.length;
    this.queue.unshift(...this.items);
    this.items = [];
    this.letters = 0;
    this.list.replaceChildren();
    return again;
  }

  clear() {
    this.drawn = null;
    this.items = [];
    this.queue = [];
    this.letters = this.unseen = this.gone = 0;
    this.list.replaceChildren();
    this.trim();
    this.tellState();
  }

  scrolled() {
    const isAtEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 8;
    if (isAtEnd !== this.following && (isAtEnd || this.list.scrollTop < (this.lastTop ?? 0))) this.follow(isAtEnd);
    this.lastTop = this.list.scrollTop;
  }

  follow(on) {
    this.following = on;
    if (on) {
      this.unseen = 0;
      this.list.scrollTop = this.list.scrollHeight;
    }
    this.tellState();
  }

  isOn(name) { return this.root.hasAttribute(`data-${name}`); }

  toggle(button) {
    this.press(button.dataset.logToggle, button.getAttribute("aria-pressed") !== "true");
    if (button.dataset.logToggle === "raw") this.redraw();
    if (this.following) this.list.scrollTop = this.list.scrollHeight;
  }

  press(name, on) {
    this.root.toggleAttribute(`data-${name}`, on);
    this.root.querySelector(`[data-log-toggle="${name}"]`)?.setAttribute("aria-pressed", String(on));
  }

  told({ ok, words }) {
    this.connected = ok;
    this.trouble = words;
    this.tellState();
  }

  tell(words) { if (this.state.textContent !== words) this.state.textContent = words; }

  blame(words) {
    this.fault.textContent = words;
    this.fault.hidden = !words;
  }

  tellState() {
    this.root.toggleAttribute("data-following", this.following);
    this.root.toggleAttribute("data-searching", !this.search.isNone);
    this.pauseButton?.setAttribute("aria-pressed", String(!this.following));
    this.jump.hidden = this.following;
    this.jump.textContent = this.unseen ? `↓ ${this.unseen.toLocaleString()} new ${this.unseen === 1 ? "line" : "lines"}` : "↓ Newest";
    const lines = this.items.filter(item => item.k === "line").length;
    const matches = this.search.isNone ? "" : `${this.items.filter(item => item.matched).length.toLocaleString()} of `;
    const said = [...new Set(this.said.values())].slice(0, 2).join(" ");
    this.root.dataset.state = this.trouble ? "trouble" : said ? "waiting" : "well";
    if (this.trouble) this.tell(this.trouble);
    else if (said) this.tell(said);
    else if (this.connected) this.tell(lines || this.sources.size ? `${matches}${lines.toLocaleString()} ${lines === 1 ? "line" : "lines"}` : "Waiting for the first pod");
  }
}
