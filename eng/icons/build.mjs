// Turns the icons named in interface.txt and apps.txt into two SVG sprites.
// Usage: node build.mjs <own.svg> <output folder>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [own, output] = process.argv.slice(2);
const names = file => readFileSync(join(here, file), "utf8").split("\n").map(line => line.trim()).filter(Boolean);
const source = (library, name) => readFileSync(join(here, "node_modules", library, "icons", `${name}.svg`), "utf8");
const body = svg => svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
  .replace(/<title>.*?<\/title>/s, "").replace(/\s*\n\s*/g, "").replace(/\s+\/>/g, "/>");

const stroke = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
const lines = names("interface.txt").map(name => `<symbol id="${name}" viewBox="0 0 24 24"><g ${stroke}>${body(source("lucide-static", name))}</g></symbol>`);
const apps = names("apps.txt").map(name => `<symbol id="${name}" viewBox="0 0 24 24">${body(source("simple-icons", name))}</symbol>`);

function write(file, symbols) {
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
  // Written aside and moved, so that a page never reads half a sprite.
  const part = join(output, `${file}.${process.pid}`);
  writeFileSync(part, sprite);
  renameSync(part, join(output, file));
}

mkdirSync(output, { recursive: true });
write("icons.svg", [body(readFileSync(own, "utf8")), ...lines]);
write("apps.svg", apps);
