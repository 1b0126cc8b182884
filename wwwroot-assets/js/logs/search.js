// Finds what is searched for. Plain words here; patterns in a worker, which is stopped when one takes too long.
const patience = 1500;
const most = 50;

export class Search {
  #worker = null;
  #next = 0;

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

  close() {
    this.#worker?.terminate();
    this.#worker = null;
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
    this.#worker ??= new Worker(new URL("./worker.js", import.meta.url));
    const worker = this.#worker;
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const end = action => {
        clearTimeout(timer);
        worker.removeEventListener("message", heard);
        worker.removeEventListener("error", failed);
        action();
      };
      const heard = ({ data }) => { if (data.id === id) end(() => resolve(data.found)); };
      const failed = event => { event.preventDefault(); end(() => reject(new Error("The browser cannot use this pattern."))); };
      const timer = setTimeout(() => { this.close(); end(() => reject(new Error("This pattern takes too long. Make it simpler."))); }, patience);
      worker.addEventListener("message", heard);
      worker.addEventListener("error", failed);
      worker.postMessage({ id, pattern: this.text, lines });
    });
  }
}
