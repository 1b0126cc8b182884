#!/usr/bin/env bash
# Prints the path of a kube-apiserver binary, building it from Debian's source package when the cache has none.
# Debian (bookworm) ships Kubernetes 1.20 as source with only the client built; the server builds in about 7 minutes on 2 cores.
set -euo pipefail

cache=${HOMELAB_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/homelab-portal}
binary=$cache/kube-apiserver-1.20
if [[ -x $binary ]]; then
  echo "$binary"
  exit 0
fi

command -v apt-get >/dev/null || { echo "kube-apiserver is built from Debian's source package, and this machine has no apt-get" >&2; exit 1; }
exec 3>&1 1>&2

here=$(cd "$(dirname "$0")" && pwd)
"$here/apt-install.sh" golang-go rsync golang-github-modern-go-reflect2-dev dpkg-dev

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A source list of our own, so that the machine's configuration stays as it is.
mkdir -p "$work/lists/partial"
{ cat /etc/apt/sources.list 2>/dev/null || true; cat /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
  sed -nE 's/^deb (.*)/deb-src \1/p' > "$work/sources.list"
mkdir -p "$work/parts"
for file in /etc/apt/sources.list.d/*.sources; do
  [[ -f $file ]] && sed 's/^Types:.*/Types: deb-src/' "$file" > "$work/parts/$(basename "$file")"
done
apt_options=(-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts="$work/parts" -o Dir::State::Lists="$work/lists")
apt-get "${apt_options[@]}" update
cd "$work"
apt-get "${apt_options[@]}" source --download-only kubernetes
dpkg-source --extract --no-check kubernetes_*.dsc kubernetes

# Its vendored reflect2 crashes with the Go that Debian ships beside it.
vendored=kubernetes/vendor/github.com/modern-go/reflect2
rm -rf "$vendored"
cp -r /usr/share/gocode/src/github.com/modern-go/reflect2 "$vendored"

cd kubernetes
echo "Building kube-apiserver (about 7 minutes on 2 cores)"
mkdir -p "$work/home"
env -u GOPATH HOME="$work/home" GO111MODULE=off CGO_ENABLED=0 \
  make WHAT=cmd/kube-apiserver GOLDFLAGS="-s -w"
mkdir -p "$cache"
install -m 755 _output/local/bin/linux/*/kube-apiserver "$binary.new"
mv "$binary.new" "$binary"
echo "$binary" >&3
