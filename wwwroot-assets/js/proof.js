// Proofs of who it is go from here straight to the portal: a password never passes through the page's live connection.
(() => {
  "use strict";
  const token = () => document.querySelector("meta[name=request-token]")?.content ?? "";

  function post(path, body) {
    return fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "RequestVerificationToken": token() },
      body: JSON.stringify(body ?? {}),
    });
  }

  function say(from, text) {
    const place = from.closest("dialog")?.querySelector("[data-proof-error]");
    if (place) place.textContent = text;
  }

  async function messageOf(answer) {
    try {
      return (await answer.json()).detail;
    } catch {
      return null;
    }
  }

  // The page notices by itself that the session has become fresh, so success needs no word.
  async function prove(element, send) {
    const button = element.matches("button") ? element : element.querySelector("button");
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    say(element, "");
    try {
      const answer = await send();
      if (!answer.ok) say(element, await messageOf(answer) ?? `The portal answered ${answer.status}. Try again.`);
    } catch (fault) {
      say(element, fault?.name === "NotAllowedError" ? "The passkey was not used. Try again." : "The portal does not answer. Try again.");
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset?.proof !== "password") return;
    event.preventDefault();
    const field = form.querySelector("input[type=password]");
    const password = field.value;
    field.value = "";
    prove(form, () => post("/_portal/proof/password", { password })).then(() => { if (field.isConnected) field.focus(); });
  });

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-proof=passkey]") : null;
    if (!button) return;
    prove(button, async () => {
      const options = await post("/_portal/proof/passkey/options");
      if (!options.ok) return options;
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json());
      const credential = await navigator.credentials.get({ publicKey });
      return post("/_portal/proof/passkey", credential.toJSON());
    });
  });
})();
