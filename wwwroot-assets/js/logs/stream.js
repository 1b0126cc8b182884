// Reads the log's stream, one JSON object a line, and begins again where it was cut off.
const silence = 35_000;

export class LogStream {
  #address;
  #heard;
  #told;
  #stop = new AbortController();
  #cursors = new Map();
  #sources = new Map();
  #wait = 500;

  // heard: called with each list of objects; told: called with {ok, words} when the connection changes.
  constructor(address, heard, told) {
    this.#address = address;
    this.#heard = heard;
    this.#told = told;
    this.#run();
  }

  close() { this.#stop.abort(); }

  async #run() {
    while (!this.#stop.signal.aborted) {
      let end = "The connection to the portal was lost. It is tried again.";
      try {
        end = await this.#read() ?? end;
        if (end === "over") return;
      } catch {
        // Said below; a closed viewer says nothing.
      }
      if (this.#stop.signal.aborted) return;
      this.#told({ ok: false, words: typeof end === "string" ? end : end.words });
      if (end.final) return;
      await new Promise(done => setTimeout(done, this.#wait * (0.5 + Math.random() / 2)));
      this.#wait = Math.min(this.#wait * 2, 10_000);
    }
  }

  async #read() {
    const once = new AbortController();
    const abort = () => once.abort();
    this.#stop.signal.addEventListener("abort", abort, { once: true });
    let watchdog = setTimeout(abort, silence);
    try {
      const answer = await fetch(this.#address + this.#resume(), { signal: once.signal, credentials: "same-origin", cache: "no-store", redirect: "manual" });
      if (!answer.ok) return await refusal(answer);
      this.#wait = 500;
      this.#told({ ok: true, words: "" });
      this.#sources.clear();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ;) {
        const { done, value } = await reader.read();
        clearTimeout(watchdog);
        // A log that is not followed has an end.
        if (done) return this.#address.includes("follow=1") ? null : "over";
        watchdog = setTimeout(abort, silence);
        const lines = (rest + value).split("\n");
        rest = lines.pop();
        const items = lines.filter(Boolean).map(line => JSON.parse(line));
        for (const item of items) this.#remember(item);
        this.#heard(items);
      }
    } finally {
      clearTimeout(watchdog);
      this.#stop.signal.removeEventListener("abort", abort);
    }
  }

  // How far each source was heard: the time of its last line, and how many lines have exactly that time.
  #remember(item) {
    if (item.k === "source") {
      this.#sources.set(item.s, item.id);
      item.again = this.#cursors.has(item.id);
    }
    if (item.k !== "line" || !item.t) return;
    const id = this.#sources.get(item.s);
    const last = this.#cursors.get(id);
    if (last?.t === item.t) last.n++;
    else this.#cursors.set(id, { t: item.t, n: 1 });
  }

  #resume() {
    const all = [...this.#cursors].map(([id, last]) => `${id}~${last.t}~${last.n}`).join(",");
    return all && all.length < 6000 ? `&resume=${encodeURIComponent(all)}` : "";
  }
}

async function refusal(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401) return { final: true, words: "You are not signed in any more. Load the page again." };
  let words = `The portal answered ${answer.status}.`;
  try {
    const problem = await answer.json();
    words = problem.detail ?? problem.title ?? words;
  } catch {
    // Not the portal's own answer; its status is all there is to say.
  }
  return { final: answer.status < 500, words };
}
