// The terminal writes its colours and sizes into style elements, which the portal's content policy refuses.
// The same text in a constructed style sheet is allowed, so the terminal is handed something that puts it there.
export function withoutStyleElements(open) {
  const create = document.createElement;
  document.createElement = (name, options) => String(name).toLowerCase() === "style" ? adopted() : create.call(document, name, options);
  try {
    open();
  } finally {
    delete document.createElement;
  }
}

function adopted() {
  const sheet = new CSSStyleSheet();
  const place = document.createComment("style");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  Object.defineProperty(place, "textContent", { set: text => sheet.replaceSync(text) });
  place.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
    place.parentNode?.removeChild(place);
  };
  return place;
}
