// Passwords go from here straight to the portal: none ever passes through the page's live connection.
(() => {
  "use strict";
  const token = () => document.querySelector("meta[name=request-token]")?.content ?? "";

  function post(path, body) {
    return fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "RequestVerificationToken": token() },
      body: JSON.stringify(body),
    });
  }

  async function faultOf(answer) {
    if (answer.ok) return "";
    try {
      const problem = await answer.json();
      return problem.detail ?? problem.message ?? problem.title;
    } catch {
      return `The portal answered ${answer.status}. Try again.`;
    }
  }

  // One thing at a time for each button; whatever goes wrong is said at its place. True when nothing did.
  async function run(element, send) {
    const button = element.matches("button") ? element : element.querySelector("button");
    if (button.getAttribute("aria-busy")) return false;
    const place = (element.closest("dialog") ?? document).querySelector("[data-send-error]");
    button.setAttribute("aria-busy", "true");
    if (place) place.textContent = "";
    let fault;
    try {
      fault = await send();
    } catch {
      fault = "The portal does not answer. Try again.";
    }
    button.removeAttribute("aria-busy");
    if (place) place.textContent = fault ?? "";
    return !fault;
  }

  document.addEventListener("submit", async event => {
    const form = event.target;
    const path = form.dataset?.send;
    if (!path) return;
    event.preventDefault();
    const { password, again } = form.elements;
    const secret = password.value;
    const done = await run(form, async () => {
      if (again && again.value !== secret) return "The two are not the same.";
      const fault = await faultOf(await post(path, { password: secret }));
      // Typed anew after a refusal, and gone after a success.
      if (!again || !fault) form.reset();
      return fault;
    });
    if (done) form.querySelector("[data-sent]")?.click();
    else if (password.isConnected) password.focus();
  });

  // A proof needs no word of success: the page notices by itself that the session has become fresh.
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-prove-passkey]") : null;
    if (button) run(button, () => window.portalPasskeys.prove());
  });
})();
