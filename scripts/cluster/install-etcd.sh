#!/usr/bin/env bash
# Installs etcd for `npm run test:cluster` on Debian and Ubuntu, where it is missing. Needs root.
set -euo pipefail
if command -v etcd >/dev/null; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo 'etcd is missing, and this system has no apt-get: install etcd 3.4 or newer by hand' >&2
  exit 2
fi
if [ "$(id -u)" -ne 0 ]; then
  echo 'etcd is missing: run scripts/cluster/install-etcd.sh as root' >&2
  exit 2
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# Only the program is wanted: a policy of 101 keeps the package from starting its own service.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod +x "$policy"
fi
apt-get install -y -qq --no-install-recommends etcd-server >/dev/null
command -v etcd >/dev/null
