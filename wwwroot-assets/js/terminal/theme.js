// The terminal's colours are the portal's, as css/tokens.css has them for light and dark.
// In the order of the ANSI numbers; the bright ones come after.
const NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

export function themeOf(element) {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = token => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    background: colour("terminal-paper"),
    foreground: colour("terminal-ink"),
    cursor: colour("accent"),
    cursorAccent: colour("terminal-paper"),
    selectionBackground: colour("terminal-selection"),
    scrollbarSliderBackground: colour("line"),
    scrollbarSliderHoverBackground: colour("line-strong"),
    scrollbarSliderActiveBackground: colour("line-strong"),
  };
  NAMES.forEach((name, number) => {
    theme[name] = colour(`ansi-${number}`);
    theme[`bright${name[0].toUpperCase()}${name.slice(1)}`] = colour(`ansi-${number + NAMES.length}`);
  });
  probe.remove();
  return theme;
}

// Calls back when the display changes between light and dark; returns how to stop.
export function followTheme(changed) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const choice = new MutationObserver(changed);
  system.addEventListener("change", changed);
  choice.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => { system.removeEventListener("change", changed); choice.disconnect(); };
}
