// The terminal itself: xterm where the build could get it, else text and a line to type.
import { withoutStyleElements } from "./styles.js";
import { themeOf, followTheme } from "./theme.js";
import { openPlainView } from "./plain.js";

const READER = "shell-screen-reader";

async function load(address) {
  try {
    return await import(address);
  } catch {
    return {};
  }
}

export async function openView(screen, settings, events) {
  const [xterm, fit, unicode] = await Promise.all([settings.xterm, settings.fit, settings.unicode].map(load));
  if (!xterm.Terminal) return openPlainView(screen, events);
  await addStyles(settings.styles);
  const isTouch = matchMedia("(pointer: coarse)").matches;
  const terminal = new xterm.Terminal({
    allowProposedApi: true,
    cursorBlink: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    fontFamily: getComputedStyle(screen).fontFamily,
    fontSize: isTouch ? 12 : 13,
    lineHeight: 1.2,
    linkHandler: { activate: (_, address) => events.linked(address) },
    macOptionIsMeta: true,
    // Programs choose colours for a black screen; on paper they must still be readable.
    minimumContrastRatio: 4.5,
    screenReaderMode: localStorage.getItem(READER) === "true",
    scrollback: 5000,
    theme: themeOf(screen),
  });
  if (unicode.Unicode11Addon) {
    terminal.loadAddon(new unicode.Unicode11Addon());
    terminal.unicode.activeVersion = "11";
  }
  const fitting = fit.FitAddon ? new fit.FitAddon() : null;
  if (fitting) terminal.loadAddon(fitting);
  withoutStyleElements(() => terminal.open(screen));
  fitting?.fit();

  const watching = new ResizeObserver(() => requestAnimationFrame(() => { if (screen.offsetWidth > 0) fitting?.fit(); }));
  watching.observe(screen);
  const unfollow = followTheme(() => { terminal.options.theme = themeOf(screen); });
  terminal.onData(events.typed);
  terminal.onBinary(text => events.typedBytes(Uint8Array.from(text, character => character.charCodeAt(0))));
  terminal.onResize(({ cols, rows }) => events.resized({ columns: cols, rows }));
  terminal.attachCustomKeyEventHandler(event => isForShell(event, terminal, events));

  return {
    isPlain: false,
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    write: (bytes, done) => terminal.write(bytes, done),
    notice: text => terminal.write(`\r\n\x1b[0;2m${text.replace(/[^\P{C}]/gu, "")}\x1b[0m\r\n`),
    arrow: letter => (terminal.modes.applicationCursorKeysMode ? "\x1bO" : "\x1b[") + letter,
    focus: () => terminal.focus(),
    isRead: () => terminal.options.screenReaderMode,
    read: isRead => {
      terminal.options.screenReaderMode = isRead;
      localStorage.setItem(READER, String(isRead));
      return isRead;
    },
    stop: () => { terminal.options.disableStdin = true; terminal.write("\x1b[?25l"); },
    dispose: () => { watching.disconnect(); unfollow(); terminal.dispose(); },
  };
}

function addStyles(address) {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return Promise.resolve();
  return new Promise(done => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: done });
    document.head.append(link);
  });
}

// False keeps a key from the shell.
function isForShell(event, terminal, events) {
  if (event.type !== "keydown") return true;
  const control = event.ctrlKey || event.metaKey;
  // Everything else is the shell's, Tab and Escape too, so this is the way out by keyboard.
  if (event.ctrlKey && event.shiftKey && event.key === "ArrowUp") {
    event.preventDefault();
    events.leave();
    return false;
  }
  if (control && event.key.toLowerCase() === "c" && terminal.hasSelection()) {
    event.preventDefault();
    copy(terminal.getSelection());
    terminal.clearSelection();
    return false;
  }
  if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === "c") {
    event.preventDefault();
    return false;
  }
  // The browser then fires its paste event, which the terminal takes, in brackets where the shell knows them.
  return !(control && event.key.toLowerCase() === "v");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain http on the LAN has no clipboard API; the browser's own command takes what the handler below gives it.
    const give = event => { event.preventDefault(); event.clipboardData.setData("text/plain", text); };
    document.addEventListener("copy", give, { once: true, capture: true });
    document.execCommand("copy");
  }
}
