// Draws lines. Everything of a log goes in as text; class names are those listed here and no others.
const styles = /^(?:[fk](?:\d|1[0-5])|[bdiun])$/;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

export function rowOf(item, source, shown, found) {
  if (item.k === "mark") return markOf(item, source);
  const row = document.createElement("div");
  row.className = `log-line ${item.v ? `v-${item.v}` : ""}`;
  const time = part("log-time", item.t ? `${clock.format(new Date(item.t))}.${item.t.slice(20, 23)}` : "");
  if (item.t) time.title = item.t;
  const name = part(`log-name c${source?.colour ?? 0}`, source ? `${source.pod} ${source.container}` : "");
  row.append(time, name, textOf(shown, found));
  return row;
}

// What is shown: the text with its colours, or the line as it was written.
export function shownOf(item, isRaw) {
  return isRaw && item.r !== undefined ? { text: item.r, spans: [] } : { text: item.x, spans: item.y ?? [] };
}

function markOf(item, source) {
  const row = part(`log-mark k-${/^[a-z]+$/.test(item.kind) ? item.kind : "end"}`, "");
  row.append(part("", source && item.kind !== "many" ? `${source.pod}: ${item.x}` : item.x));
  return row;
}

function textOf({ text, spans }, found) {
  const line = part("log-text", "");
  if (!spans.length && !found?.length) {
    line.textContent = text;
    return line;
  }
  const cuts = new Set([0, text.length]);
  for (const [start, length] of [...spans, ...(found ?? [])]) { cuts.add(start); cuts.add(start + length); }
  const places = [...cuts].filter(place => place >= 0 && place <= text.length).sort((one, other) => one - other);
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i], places[i + 1]];
    const style = spans.find(([start, length]) => start <= from && to <= start + length)?.[2] ?? "";
    const isFound = found?.some(([start, length]) => start <= from && to <= start + length);
    const names = style.split(" ").filter(name => styles.test(name));
    if (!names.length && !isFound) line.append(text.slice(from, to));
    else {
      const piece = document.createElement(isFound ? "mark" : "span");
      piece.className = names.join(" ");
      piece.textContent = text.slice(from, to);
      line.append(piece);
    }
  }
  return line;
}

function part(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}
