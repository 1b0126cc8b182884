#!/usr/bin/env bash
# Prints the path of a kube-apiserver, building it from Debian's source package when the cache has none.
# Debian 12 ships Kubernetes 1.20 as source but builds only the client; the server takes 3 to 7 minutes on 2 cores.
#   HOMELAB_TEST_KUBE_APISERVER  another kube-apiserver to use
#   HOMELAB_TEST_CACHE           where the built one is kept, by default ~/.cache/homelab-portal
set -euo pipefail

if [[ -n ${HOMELAB_TEST_KUBE_APISERVER:-} ]]; then
  echo "$HOMELAB_TEST_KUBE_APISERVER"
  exit 0
fi
cache=${HOMELAB_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/homelab-portal}
binary=$cache/kube-apiserver-1.20
mkdir -p "$cache"
# Two test runs on one machine build it once.
exec 9>"$cache/lock"
flock 9
if [[ -x $binary ]]; then
  echo "$binary"
  exit 0
fi

exec 3>&1 1>&2
command -v apt-get >/dev/null || { echo "kube-apiserver is built from Debian's source package, and this machine has no apt-get."; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
"$here/apt-install.sh" golang-go rsync make golang-github-modern-go-reflect2-dev dpkg-dev

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Source lists of our own, so that the machine's configuration stays as it is.
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/parts"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -nE 's/^deb (.*)/deb-src \1/p' > "$work/sources.list" || true
for file in /etc/apt/sources.list.d/*.sources; do
  [[ -f $file ]] && sed 's/^Types:.*/Types: deb-src/' "$file" > "$work/parts/$(basename "$file")"
done
apt_options=(
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts="$work/parts"
  -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root
)
apt-get "${apt_options[@]}" -qq update
cd "$work"
apt-get "${apt_options[@]}" -qq source --download-only kubernetes
compgen -G 'kubernetes_1.20*.dsc' >/dev/null || {
  echo "The Kubernetes source of this release is $(ls kubernetes_*.dsc), and this script knows how to build 1.20 (Debian 12)."
  echo "Name a ready kube-apiserver by HOMELAB_TEST_KUBE_APISERVER, or a cluster by HOMELAB_TEST_KUBECONFIG."
  exit 1
}
dpkg-source --extract --no-check kubernetes_*.dsc kubernetes >/dev/null

# Its vendored reflect2 crashes with the Go that Debian ships beside it.
vendored=kubernetes/vendor/github.com/modern-go/reflect2
rm -rf "$vendored"
cp -r /usr/share/gocode/src/github.com/modern-go/reflect2 "$vendored"

cd kubernetes
echo "Building kube-apiserver (3 to 7 minutes on 2 cores)"
mkdir "$work/home"
env -u GOPATH -u GOFLAGS HOME="$work/home" GO111MODULE=off CGO_ENABLED=0 \
  make WHAT=cmd/kube-apiserver GOLDFLAGS="-s -w"
install -m 755 _output/local/bin/linux/*/kube-apiserver "$binary.new"
mv "$binary.new" "$binary"
echo "$binary" >&3
