#!/usr/bin/env bash
# Takes pictures of the pages into artifacts/screenshots, desktop and phone, light and dark.
#   eng/screenshots.sh                               all pages of a portal it starts on the simulated lab
#   eng/screenshots.sh --url http://127.0.0.1:5080   of a portal that already runs
#   eng/screenshots.sh pods                          only the pages whose name contains "pods"
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ ${1:-} == --url ]]; then
  export HOMELAB_PORTAL_URL=$2
  shift 2
fi
export HOMELAB_TEST_PICTURES=1
filter='FullyQualifiedName~ScreenshotTests'
[[ -n ${1:-} ]] && filter+="&DisplayName~$1"
[[ -x ${HOMELAB_TEST_CHROMIUM:-/usr/bin/chromium} ]] || eng/apt-install.sh chromium fonts-dejavu-core
dotnet build tests/HomelabPortal.BrowserTests --nologo --verbosity quiet
dotnet test tests/HomelabPortal.BrowserTests --nologo --no-build --filter "$filter"
ls -1 artifacts/screenshots/*"${1:-}"*.png
