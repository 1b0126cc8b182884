#!/usr/bin/env bash
# Installs the Debian packages named that are not there yet; says plainly when it cannot.
set -euo pipefail
missing=()
for package in "$@"; do
  dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0
if ! command -v apt-get >/dev/null || [[ $(id -u) -ne 0 ]]; then
  echo "Missing: ${missing[*]} (install them with apt-get as root)" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
stamp=/var/cache/apt/pkgcache.bin
[[ -f $stamp && -n $(find "$stamp" -mmin -720) && -n $(apt-cache policy "${missing[0]}") ]] || apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 || { apt-get update -qq >&2; apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2; }
