// Passkeys: signing in, proving who one is, adding one. Loaded on pages that need it; window.portalPasskeys is for components.
