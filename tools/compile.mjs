// Compiles src/ to lib/: tsc for Node, esbuild for the one script that runs inside the browser's pages.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const project of ['tsconfig.json', 'src/press/pages/in-page/tsconfig.json']) {
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { cwd: root, stdio: 'inherit' });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}
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
