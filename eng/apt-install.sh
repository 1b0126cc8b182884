#!/usr/bin/env bash
# Installs those of the named Debian packages that are missing; says plainly when it cannot.
set -euo pipefail
missing=()
for package in "$@"; do
  dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0
if ! command -v apt-get >/dev/null || [[ $(id -u) -ne 0 ]]; then
  echo "Missing: ${missing[*]}. Install them with apt-get as root." >&2
  exit 1
fi

install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
echo "Installing ${missing[*]}" >&2
# The lists of a fresh machine are empty, those of an old one may name versions that are gone.
install 2>/dev/null || { apt-get update -qq >&2 && install; } || {
  echo "Could not install: ${missing[*]}." >&2
  exit 1
}
