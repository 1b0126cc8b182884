// Finds what is searched for. Plain words here; patterns in a worker, which is stopped when one takes too long.
const patience = 1500;
const most = 50;

export class Search {
  #worker = null;
  #ready = null;
  #next = 0;
  #waiting = new Map();
  #refusals = new Set();

  constructor(text, isPattern) {
    this.text = text ?? "";
    this.isPattern = isPattern;
    this.needle = this.text.toLowerCase();
  }

  get isNone() { return !this.text; }

  // A list of [start, length] for each line; an empty one for a line without a match.
  async find(lines) {
    if (this.isNone) return lines.map(() => []);
    return this.isPattern ? await this.#ask(lines) : lines.map(line => this.#plain(line));
  }

  // What is still asked for is refused: nobody waits for an answer to the search before.
  close() {
    this.#worker?.terminate();
    this.#worker = this.#ready = null;
    for (const refuse of this.#refusals) refuse(new Error("The search was ended."));
  }

  #plain(line) {
    const found = [];
    const lower = line.toLowerCase();
    // Some letters change their length with their case; then the places would be wrong.
    const hay = lower.length === line.length ? lower : line;
    for (let at = hay.indexOf(this.needle); at >= 0 && found.length < most; at = hay.indexOf(this.needle, at + this.needle.length)) found.push([at, this.needle.length]);
    return found;
  }

  #ask(lines) {
    return new Promise((resolve, reject) => {
      let timer;
      const end = action => answer => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        this.#refusals.delete(refuse);
        action(answer);
      };
      const id = this.#next++;
      const refuse = end(reject);
      this.#refusals.add(refuse);
      this.#waiting.set(id, end(resolve));
      const worker = this.#start();
      // The browser may need a while to start it; only the pattern's own time counts.
      this.#ready.then(() => {
        if (!this.#refusals.has(refuse)) return;
        timer = setTimeout(() => { refuse(new Error("This pattern takes too long. Make it simpler.")); this.close(); }, patience);
        worker.postMessage({ id, pattern: this.text, lines });
      });
    });
  }

  #start() {
    if (this.#worker) return this.#worker;
    const worker = this.#worker = new Worker(new URL("./worker.js", import.meta.url));
    this.#ready = new Promise(ready => worker.addEventListener("message", ({ data }) => data.ready ? ready() : this.#waiting.get(data.id)?.(data.found)));
    worker.addEventListener("error", event => {
      event.preventDefault();
      for (const refuse of this.#refusals) refuse(new Error("The browser cannot use this pattern."));
    });
    return worker;
  }
}
