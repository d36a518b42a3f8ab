// Compiles src/ to lib/: tsc for Node, esbuild for the one script that runs inside the browser's pages.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
await build({
  absWorkingDir: root,
  entryPoints: ['src/press/pages/in-page/index.ts'],
  bundle: true,
  format: 'iife',
  globalName: 'Foldmark',
  target: 'chrome120',
  legalComments: 'none',
  outfile: 'lib/press/pages/in-page.js',
});
