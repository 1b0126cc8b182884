// One shell on the page: its WebSocket, its terminal, its keys. Loaded by the shell tab alone.
import { openView } from "./view.js";

const WINDOW = 256 * 1024;
const REPORT_EVERY = 32 * 1024;
const LONGEST_INPUT = 8 * 1024;
const KEYS = { esc: "\x1b", tab: "\t", up: "A", down: "B", right: "C", left: "D", "ctrl-c": "\x03", "ctrl-d": "\x04", slash: "/", pipe: "|", dash: "-" };

export async function open(root, settings) {
  const shell = new Shell(root, settings);
  await shell.begin();
  return { close: () => shell.close() };
}

class Shell {
  #root; #settings; #view; #socket; #closers = new AbortController();
  #isOpen = false; #hasEnded = false; #isClosed = false; #unread = 0; #ctrl = false;
  #encoder = new TextEncoder();

  constructor(root, settings) {
    this.#root = root;
    this.#settings = settings;
  }

  async begin() {
    this.#say("connecting", "Connecting");
    const view = await openView(this.#place("screen"), this.#settings, {
      typed: text => this.#type(text),
      typedBytes: bytes => this.#send(bytes),
      resized: size => this.#signal({ kind: "resize", ...size }),
      linked: address => this.#offerLink(address),
      leave: () => this.#place("leave")?.focus(),
    });
    // The tab may have been left while the terminal was being loaded.
    if (this.#isClosed) { view.dispose(); return; }
    this.#view = view;
    this.#root.toggleAttribute("data-plain", view.isPlain);
    this.#listen();
    this.#connect();
    view.focus();
  }

  close() {
    this.#isClosed = true;
    this.#closers.abort();
    this.#socket?.close(1000);
    this.#view?.dispose();
  }

  #place(name) { return this.#root.querySelector(`[data-shell-${name}]`); }

  #say(state, text) {
    this.#root.dataset.state = state;
    const place = this.#place("state");
    if (place) place.textContent = text;
  }

  #connect() {
    const size = this.#view.size();
    const address = new URL(this.#settings.address, document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    for (const [name, value] of Object.entries({ ...size, window: WINDOW })) address.searchParams.set(name, value);
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    socket.onmessage = message => typeof message.data === "string" ? this.#told(JSON.parse(message.data)) : this.#show(new Uint8Array(message.data));
    socket.onclose = () => this.#closed();
    this.#socket = socket;
  }

  #show(bytes) {
    this.#view.write(bytes, () => {
      this.#unread += bytes.length;
      if (this.#unread < REPORT_EVERY) return;
      this.#signal({ kind: "read", bytes: this.#unread });
      this.#unread = 0;
    });
  }

  #told(message) {
    if (message.kind === "opened") {
      this.#isOpen = true;
      this.#root.dataset.program = message.program;
      this.#say("open", `${message.program} in ${this.#settings.container}`);
      this.#signal({ kind: "resize", ...this.#view.size() });
    } else if (message.kind === "notice") {
      this.#view.notice(message.text);
    } else if (message.kind === "ended") {
      this.#end(message.title, message.text, message.rule);
    }
  }

  async #closed() {
    if (this.#hasEnded || this.#isClosed) return;
    if (this.#isOpen) this.#end("The connection to the portal was lost.", "The connection to the portal was lost, and the shell with it.");
    else this.#end("There is no shell.", await this.#reason());
  }

  // A browser does not say why a WebSocket was refused; the same address without one does.
  async #reason() {
    try {
      const answer = await fetch(this.#settings.address, { credentials: "same-origin", headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) return told.detail ?? told.title;
      if (told.open >= told.most) return `You have ${told.most} shells open already. Close one first.`;
      const container = told.containers.find(one => one.name === this.#settings.container);
      return container?.whyNot ?? "The portal did not open a WebSocket. Let WebSockets through whatever is in front of it.";
    } catch {
      return "The portal does not answer.";
    }
  }

  #end(title, text, rule) {
    this.#hasEnded = true;
    this.#say(this.#isOpen ? "ended" : "failed", title);
    const detail = this.#place("detail");
    if (detail && !this.#isOpen) detail.textContent = text;
    const place = this.#place("rule");
    if (rule && place) {
      place.hidden = false;
      place.querySelector("pre").textContent = rule;
      place.querySelector("[data-copy]").dataset.copy = rule;
    }
    this.#view.notice(text);
    this.#view.stop();
  }

  #type(text) {
    if (this.#ctrl && text.length === 1) {
      text = String.fromCharCode(text.toUpperCase().charCodeAt(0) & 0x1f);
      this.#hold(false);
    }
    this.#send(this.#encoder.encode(text));
  }

  #send(bytes) {
    if (this.#socket?.readyState !== WebSocket.OPEN || this.#hasEnded) return;
    for (let from = 0; from < bytes.length; from += LONGEST_INPUT) this.#socket.send(bytes.subarray(from, from + LONGEST_INPUT));
  }

  #signal(message) {
    if (this.#socket?.readyState === WebSocket.OPEN && !this.#hasEnded) this.#socket.send(JSON.stringify(message));
  }

  #hold(isHeld) {
    this.#ctrl = isHeld;
    this.#root.querySelector("[data-shell-key=ctrl]")?.setAttribute("aria-pressed", String(isHeld));
  }

  #listen() {
    const signal = this.#closers.signal;
    // A press on a key of the screen must not take the focus, and with it the phone's keyboard, away.
    this.#root.addEventListener("pointerdown", event => { if (event.target.closest("[data-shell-key]")) event.preventDefault(); }, { signal });
    this.#root.addEventListener("click", event => {
      const key = event.target.closest("[data-shell-key]")?.dataset.shellKey;
      if (key) this.#press(key);
      if (event.target.closest("[data-shell-reader]")) this.#toggleReader();
    }, { signal });
    this.#showReader(this.#view.isRead());
  }

  #press(key) {
    if (key === "ctrl") this.#hold(!this.#ctrl);
    else if (["up", "down", "left", "right"].includes(key)) this.#send(this.#encoder.encode(this.#view.arrow(KEYS[key])));
    else this.#type(KEYS[key]);
    this.#view.focus();
  }

  #toggleReader() {
    this.#showReader(this.#view.read(!this.#view.isRead()));
    this.#view.focus();
  }

  #showReader(isRead) { this.#place("reader")?.setAttribute("aria-pressed", String(isRead)); }

  // A program can print a link that reads otherwise than it leads: the address itself is shown, and pressed there.
  #offerLink(address) {
    const link = this.#place("link");
    if (!link || !/^https?:\/\//i.test(address)) return;
    link.hidden = false;
    link.href = address;
    link.textContent = `Open ${address}`;
  }
}
