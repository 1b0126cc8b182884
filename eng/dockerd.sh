#!/usr/bin/env bash
# Runs a private Docker daemon until it is told to end:  eng/dockerd.sh FOLDER [further dockerd options]
# It listens on FOLDER/docker.sock and keeps all its files in FOLDER.
# Network and mounts are namespaces of its own, so neither the machine's bridge and firewall nor another daemon notices.
set -euo pipefail
export FOLDER=$1
shift
mkdir -p "$FOLDER"
echo '{}' > "$FOLDER/daemon.json"

# shellcheck disable=SC2016
exec unshare --net --mount sh -euc '
  busybox ip link set lo up
  # A container often starts without control groups; the daemon will not do without.
  if ! grep -q " - cgroup2\? " /proc/self/mountinfo; then
    mount -t tmpfs cgroup /sys/fs/cgroup
    if [ -n "$(busybox awk "!/^#/ && \$2 != 0" /proc/cgroups)" ]; then
      for controller in $(busybox awk "!/^#/ && \$4 == 1 { print \$1 }" /proc/cgroups); do
        mkdir "/sys/fs/cgroup/$controller"
        mount -t cgroup -o "$controller" cgroup "/sys/fs/cgroup/$controller" || rmdir "/sys/fs/cgroup/$controller"
      done
    else
      mount -t cgroup2 cgroup /sys/fs/cgroup
    fi
  fi
  exec dockerd --config-file "$FOLDER/daemon.json" --data-root "$FOLDER/data" --exec-root "$FOLDER/exec" \
    --pidfile "$FOLDER/docker.pid" -H "unix://$FOLDER/docker.sock" --shutdown-timeout 5 "$@"' sh "$@"
