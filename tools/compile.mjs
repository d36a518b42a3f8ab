// Compiles src/ to lib/: tsc for Node, esbuild for the one script that runs inside the browser's pages.
// Bundles what is shipped of other packages (tools/bundle/).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePackages } from './bundle/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// A file that was renamed or deleted in src/ must not stay in lib/, and so in the package.
rmSync(new URL('../lib', import.meta.url), { recursive: true, force: true });
for (const project of ['tsconfig.json', 'src/pagination/browser-script/tsconfig.json']) {
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}
await build({
  absWorkingDir: root,
  entryPoints: ['src/pagination/browser-script/index.ts'],
  bundle: true,
  format: 'iife',
  globalName: 'Foldmark',
  target: 'chrome120',
  legalComments: 'none',
  outfile: 'lib/pagination/browser-script.js',
});
await bundlePackages();

// The cache's keys hold this digest: of the compiled code, and of the versions of the libraries that it was
// made with.
const compiled = readdirSync(join(root, 'lib'), { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .sort();
const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
for (const name of compiled)
  digest.update(`\0${name.replaceAll('\\', '/')}\0`).update(readFileSync(join(root, 'lib', name)));
writeFileSync(join(root, 'lib', 'build-id'), `${digest.digest('hex')}\n`);
