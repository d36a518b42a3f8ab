#!/bin/sh
# Builds a book in a network namespace that has no interface but a loopback that is down: who builds without a network
# needs none. Linux, as root or where users may make namespaces.
#   sh tools/prove/offline.sh [BOOK [OUT]]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
book=${1:-$here/tests/books/tiny}
out=${2:-$(mktemp -d)}
node=${NODE:-$(command -v node)}
if unshare -n true 2>/dev/null; then apart='unshare -n'; else apart='unshare -rn'; fi
$apart sh -c '
  if ip link 2>/dev/null | grep -q "state UP"; then echo "There is a network here." >&2; exit 1; fi
  exec "$@"
' offline "$node" "$here/lib/cli.js" build "$book" --out "$out"
