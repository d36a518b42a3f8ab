#!/bin/sh
# Runs `npm ci` and `npm test` where the README promises that they pass: in a clean clone of what is committed here, on a
# Debian that has Node and npm and nothing else (bare-root.sh), as root or as an ordinary user. It ends with npm's exit code.
#
#   sh tools/prove/bare-test.sh [root|user] [FILE...]   all tests, or those of these files
#
# FOLDMARK_BARE_PACKAGES names packages of Debian to have there as well: "chromium fonts-noto-core" for other fonts.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)

case ${1:-root} in
  user) shift; run=run-as-user ;;
  root) if [ $# -gt 0 ]; then shift; fi; run=run ;;
  *) run=run ;;
esac

clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone -q "$here" "$clone/foldmark"
sh "$here/tools/prove/bare-root.sh" "$run" "$clone/foldmark" sh -c '
  set -eu
  for tool in chromium google-chrome fc-list java pdftotext qpdf gs mutool python3 git; do
    if command -v "$tool" >/dev/null; then echo "There is a $tool here."; fi
  done
  echo "$(. /etc/os-release && echo "$PRETTY_NAME"), Node $(node --version), npm $(npm --version), user $(id -un)"
  npm ci --no-audit --no-fund --loglevel=error
  npm test -- "$@"
' bare "$@"
