#!/usr/bin/env bash
# Installs what the tests need where it can, builds, runs every test, prints what was skipped and why.
# Ends with one line "N passed, N failed, N skipped". With CI=true a skipped test is a failure.
#   eng/test.sh                         everything
#   eng/test.sh FullyQualifiedName~Dns  only the tests that this dotnet test filter selects
set -uo pipefail
cd "$(dirname "$0")/.."
filter=${1:-}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

echo "== What the tests need"
# One by one: a package that cannot be had takes only its own tests with it.
for package in libsqlite3-0 busybox-static openssl iproute2 iptables docker.io etcd-server chromium fonts-dejavu-core curl jq python3; do
  eng/apt-install.sh "$package" >"$results/apt.log" 2>&1 || tail -n 1 "$results/apt.log"
done
if [[ -z ${HOMELAB_TEST_KUBECONFIG:-} ]]; then
  eng/kube-apiserver.sh >"$results/kube-apiserver.log" 2>&1 &
  apiserver=$!
fi

echo "== Build"
# Not warnings as errors alone: a warning of the build tools themselves counts as well.
if ! dotnet build --nologo --verbosity quiet -warnaserror; then
  echo "The build failed."
  [[ -n ${apiserver:-} ]] && kill "$apiserver" 2>/dev/null
  exit 1
fi
if [[ -n ${apiserver:-} ]]; then
  kill -0 "$apiserver" 2>/dev/null && echo "Waiting for kube-apiserver, which is built once per machine ($results/kube-apiserver.log)"
  wait "$apiserver" || { echo "There is no kube-apiserver:"; tail -n 5 "$results/kube-apiserver.log"; }
fi

failures=0
for project in $(printf "%s\n" tests/*/*.csproj | sort -r); do
  grep -q '<IsTestProject>true' "$project" || continue
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" --nologo --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 10m --blame-hang-dump-type none ${filter:+--filter "$filter"}
  if [[ $? -ne 0 ]]; then
    failures=$((failures + 1))
  fi
done

# trx: <Counters total="5" executed="4" passed="3" ...; whatever was executed and did not pass has failed.
count() {
  cat "$results"/*.trx 2>/dev/null | sed -nE "s/.*<Counters .*\b$1=\"([0-9]+)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
skipped=$((total - executed))

if [[ $skipped -gt 0 ]]; then
  echo "== Skipped"
  awk '
    /<UnitTestResult / { name = ""; if (/outcome="NotExecuted"/) { match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11) } }
    name != "" && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print name ": " $0; name = "" }
  ' "$results"/*.trx | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | sort
fi

status=0
if [[ $failed -gt 0 ]]; then
  status=1
elif [[ $failures -gt 0 ]]; then
  echo "A test run ended early; its output above says why."
  status=1
elif [[ $total -eq 0 ]]; then
  echo "No test was found."
  status=1
elif [[ $skipped -gt 0 && ${CI:-} == true ]]; then
  echo "In CI nothing may be skipped."
  status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
