// Stands in where the build had no terminal to copy: output as text, input a line at a time. Programs that draw do not work in it.
const MOST = 200_000;
// Escape sequences: titles and links, then colours and movements, then the rest.
const SEQUENCES = /\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]/g;

export function openPlainView(screen, events) {
  const output = Object.assign(document.createElement("pre"), { tabIndex: 0 });
  output.setAttribute("role", "log");
  output.setAttribute("aria-label", "Output of the shell");
  const input = Object.assign(document.createElement("input"), { type: "text", autocomplete: "off", spellcheck: false, autocapitalize: "off", placeholder: "Type a command and press Enter" });
  input.setAttribute("aria-label", "Input of the shell");
  input.addEventListener("keydown", event => {
    if (event.key === "Enter") {
      events.typed(input.value + "\r");
      input.value = "";
    } else if (event.ctrlKey && event.key.toLowerCase() === "c" && input.selectionStart === input.selectionEnd) {
      events.typed("\x03");
    } else if (event.ctrlKey && event.key.toLowerCase() === "d") {
      events.typed("\x04");
    } else {
      return;
    }
    event.preventDefault();
  });
  screen.append(output, input);

  const decoder = new TextDecoder();
  let text = "";
  const add = more => {
    text += more.replace(SEQUENCES, "").replace(/\r\n/g, "\n");
    for (let before = ""; before !== text;) { before = text; text = text.replace(/[^\n]\x08/g, ""); }
    text = text.slice(-MOST);
    output.textContent = text.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
    output.scrollTop = output.scrollHeight;
  };
  return {
    isPlain: true,
    size: () => ({ columns: 100, rows: 30 }),
    write: (bytes, done) => { add(decoder.decode(bytes, { stream: true })); done(); },
    notice: more => add(`\n${more}\n`),
    arrow: letter => `\x1b[${letter}`,
    focus: () => input.focus(),
    isRead: () => true,
    read: () => true,
    stop: () => { input.disabled = true; },
    dispose: () => { output.remove(); input.remove(); },
  };
}
