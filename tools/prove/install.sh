#!/bin/sh
# Proves that who installs Foldmark gets no browser download, no install script and no heap of packages, and that a book is
# built at once: packs it, installs it in a bare root (bare-root.sh), and builds the tiny book there with the bundled browser.
#   sh tools/prove/install.sh
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$here"
node tools/run.mjs compile
npm pack --ignore-scripts --silent --pack-destination "$work" >/dev/null
cp -R tests/books/tiny "$work/book"
cat >"$work/prove.sh" <<'INSIDE'
set -eu
for tool in chromium google-chrome java python3 cc pdftotext fc-list; do
  if command -v "$tool" >/dev/null; then echo "This root is not bare: it has $tool." >&2; exit 1; fi
done
echo '{ "name": "shelf", "private": true }' >package.json
npm install --omit=dev --prefer-offline --no-audit --no-fund --loglevel=error ./foldmark-*.tgz
node -e '
  const packages = Object.entries(require("./node_modules/.package-lock.json").packages);
  const scripts = packages.filter(([, one]) => one.hasInstallScript).map(([path]) => path);
  const [kB] = require("node:child_process").execFileSync("du", ["-sk", "node_modules"], { encoding: "utf8" }).split("\t");
  console.log(`${packages.length} packages, ${Math.round(kB / 1000)} MB on disk, install scripts: ${scripts.join(", ") || "none"}`);
  process.exitCode = packages.length < 150 && kB < 150_000 && scripts.length === 0 ? 0 : 1;
'
npx --no-install foldmark build book --out dist
ls -l dist
node -e 'const { build } = require("foldmark"); console.log("require:", typeof build)'
node --input-type=module -e 'import { build } from "foldmark"; console.log("import:", typeof build)'
INSIDE
sh tools/prove/bare-root.sh run "$work" sh prove.sh
