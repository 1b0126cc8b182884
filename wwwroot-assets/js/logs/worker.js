// Runs patterns away from the page, where one that takes too long can be stopped.
"use strict";
const most = 50;

self.onmessage = ({ data: { id, pattern, lines } }) => {
  const expression = new RegExp(pattern, "giu");
  self.postMessage({ id, found: lines.map(line => matches(expression, line)) });
};

self.postMessage({ ready: true });

function matches(expression, line) {
  const found = [];
  for (const match of line.matchAll(expression)) {
    found.push([match.index, match[0].length]);
    if (found.length >= most) break;
  }
  return found;
}
