#!/usr/bin/env bash
# Measures the portal on a simulated fleet and prints the figures of docs/benchmarks.md.
#   eng/bench.sh                                    50 nodes, 3,000 pods
#   eng/bench.sh --nodes 4 --pods 120 --seconds 10  another size; --starts and --circuits as well
#   eng/bench.sh --only calls                       only the calls for 500 exposures at once; --exposures for another number
#   eng/bench.sh --soak 30                          and half an hour of changes while tabs come and go
set -euo pipefail
cd "$(dirname "$0")/.."
[[ -x ${HOMELAB_TEST_CHROMIUM:-/usr/bin/chromium} ]] || eng/apt-install.sh chromium fonts-dejavu-core
eng/apt-install.sh libsqlite3-0
output=$PWD/artifacts/bench
mkdir -p "$output"
dotnet publish src/HomelabPortal --nologo --verbosity quiet --configuration Release --use-current-runtime --output "$output/portal"
dotnet build tests/HomelabPortal.Benchmarks --nologo --verbosity quiet --configuration Release
dotnet tests/HomelabPortal.Benchmarks/bin/Release/net10.0/HomelabPortal.Benchmarks.dll --portal "$output/portal/HomelabPortal.dll" "$@" | tee "$output/figures.md"
