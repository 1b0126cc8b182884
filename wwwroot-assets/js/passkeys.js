// Signing in with a passkey, and adding one. A page shows its passkey parts only where the browser has passkeys.
(() => {
  "use strict";
  // Browsers bind passkeys to a name, never to an address, and have none without HTTPS but on localhost.
  const isNamed = !/^[\d.]+$|^\[/.test(location.hostname);
  const has = isNamed && !!(window.PublicKeyCredential && navigator.credentials?.get);
  const nowhere = "Passkeys need HTTPS and a host name, which this address does not have.";
  let waiting = null;

  const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const keys = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));

  // Browsers of before 2025 do not turn the options from JSON and the credential to it themselves.
  const requestOf = json => PublicKeyCredential.parseRequestOptionsFromJSON?.(json)
    ?? { ...json, challenge: bytes(json.challenge), allowCredentials: keys(json.allowCredentials) };
  const creationOf = json => PublicKeyCredential.parseCreationOptionsFromJSON?.(json)
    ?? { ...json, challenge: bytes(json.challenge), user: { ...json.user, id: bytes(json.user.id) }, excludeCredentials: keys(json.excludeCredentials) };

  function toJson(credential) {
    if (credential.toJSON) return credential.toJSON();
    const from = credential.response, response = { clientDataJSON: text(from.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"])
      if (from[part]) response[part] = text(from[part]);
    if (from.getTransports) response.transports = from.getTransports();
    return { id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: credential.getClientExtensionResults(), response };
  }

  async function signInOptions() {
    const answer = await fetch("/_portal/passkeys/sign-in/options", { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}. Try again.`);
    return answer.json();
  }

  async function post(path, body) {
    const { token } = await (await fetch("/_portal/antiforgery", { credentials: "same-origin" })).json();
    const answer = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "RequestVerificationToken": token },
      body: JSON.stringify(body ?? {}),
    });
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    const told = await answer.json().then(problem => problem.detail, () => null);
    throw new Error(told ?? `The portal answered ${answer.status}. Try again.`);
  }

  const told = fault => fault.name === "NotAllowedError" ? "The passkey was not used. Try again."
    : fault.name === "SecurityError" ? nowhere
    : fault.name === "InvalidStateError" ? "This device has a passkey for your account already."
    : fault instanceof TypeError ? "The portal does not answer. Try again." : fault.message;

  function say(sentence) {
    const place = document.querySelector("[data-passkey-fault]");
    if (!place) return;
    place.textContent = sentence ?? "";
    place.hidden = !sentence;
  }

  async function signIn(json, extra) {
    const credential = await navigator.credentials.get({ publicKey: requestOf(json), ...extra });
    await post("/_portal/passkeys/sign-in", toJson(credential));
    location.assign(document.querySelector("[data-passkey=sign-in]")?.dataset.return ?? "/");
  }

  // The browser offers passkeys where the name is typed, for as long as the page is open.
  async function offer() {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    // Nobody has asked for anything yet, so a fault here is not worth a word.
    const json = await signInOptions().catch(() => null);
    if (!json) return;
    waiting = new AbortController();
    const mine = waiting;
    const renew = setTimeout(() => { mine.abort(); offer(); }, 240000);
    try {
      await signIn(json, { mediation: "conditional", signal: mine.signal });
    } catch (fault) {
      if (!mine.signal.aborted) say(told(fault));
    } finally {
      clearTimeout(renew);
    }
  }

  // For the account page: null when it was added, else the sentence to show.
  async function add(label) {
    if (!has) return nowhere;
    try {
      const publicKey = creationOf(await post("/_portal/passkeys/add/options"));
      const credential = await navigator.credentials.create({ publicKey });
      await post(`/_portal/passkeys/add?label=${encodeURIComponent(label ?? "")}`, toJson(credential));
      return null;
    } catch (fault) {
      return told(fault);
    }
  }

  // For the dialog "confirm who you are": null when the session is fresh now, else the sentence to show.
  async function prove() {
    if (!has) return nowhere;
    try {
      const publicKey = requestOf(await post("/_portal/proof/passkey/options"));
      await post("/_portal/proof/passkey", toJson(await navigator.credentials.get({ publicKey })));
      return null;
    } catch (fault) {
      return told(fault);
    }
  }

  window.portalPasskeys = { has, add, prove };

  const button = document.querySelector("[data-passkey=sign-in]");
  if (!has || !button) return;
  for (const part of document.querySelectorAll("[data-passkey-part], [data-passkey=sign-in]")) part.hidden = false;
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    waiting?.abort();
    say(null);
    try {
      await signIn(await signInOptions());
    } catch (fault) {
      say(told(fault));
      offer();
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  offer();
})();
