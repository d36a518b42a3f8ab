// Interrupts builds at random moments and looks at what is left: the last good files, no process, no
// temporary folder.
//   node tools/prove/interrupts.mjs [TIMES [BOOK [SEED]]]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [times = 100, book = join(root, 'tests/books/tiny'), seed = 20261123] = process.argv.slice(2);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'];

const place = mkdtempSync(join(tmpdir(), 'interrupts-'));
const out = join(place, 'dist');
const since = performance.now();
if ((await run({})).code !== 0) throw new Error('The book does not build even when nobody disturbs it.');
const whole = performance.now() - since;
const good = stateOf(out);
const faults = [];
const slowest = { ms: 0 };
let early = 0;
let state = Number(seed);

for (let time = 0; time < Number(times); time += 1) {
  state = (state * 1664525 + 1013904223) % 2 ** 32;
  const signal = SIGNALS[time % SIGNALS.length];
  const afterMs = Math.round((state / 2 ** 32) * whole * 1.1);
  const { code, tookMs, temporary, listened } = await run({ signal, afterMs });
  const said = `${signal} after ${afterMs} ms:`;
  if (code === null && signal !== 'SIGKILL' && !listened) early += 1;
  else if (![0, 130].includes(code) && signal !== 'SIGKILL') faults.push(`${said} exit ${code}`);
  if (tookMs !== undefined && code !== 0 && tookMs > slowest.ms)
    Object.assign(slowest, { ms: Math.round(tookMs), said });
  if (stateOf(out) !== good) faults.push(`${said} dist/ has changed`);
  const left = await leftIn(temporary);
  if (left !== '') faults.push(`${said} left ${left}`);
}
rmSync(place, { recursive: true, force: true });
console.log(
  `${times} interruptions of a build of ${Math.round(whole)} ms; ${faults.length} faults; ${early} ` +
    `came before the tool ran; the slowest ended ${slowest.ms} ms after its signal ` +
    `(${slowest.said ?? 'none'}).`,
);
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);

/**
 * A build of the same book gives the same bytes, so that what stands there may only be the same or, for an
 * instant, a draft.
 */
function run({ signal, afterMs }) {
  const temporary = mkdtempSync(join(place, 'tmp-'));
  const child = spawn(process.execPath, [join(root, 'lib/cli.js'), 'build', book, '--out', out, '--quiet'], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary },
  });
  let killedAt; // unless it ends before
  let listened = false;
  if (signal)
    setTimeout(() => {
      listened = isListening(child.pid);
      killedAt = performance.now();
      child.kill(signal);
    }, afterMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({
        code,
        tookMs: killedAt === undefined ? undefined : performance.now() - killedAt,
        temporary,
        listened,
      });
    });
  });
}

/**
 * Whether the tool has begun to hear signals, as the kernel knows it: Node takes a moment to begin, in which
 * no program can. Asked of SIGHUP, to which the tool listens last; SIGINT and SIGTERM Node itself catches, to
 * set the terminal right.
 */
function isListening(pid) {
  try {
    const caught = BigInt(`0x${/^SigCgt:\s*(\w+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]}`);
    return ((caught >> BigInt(constants.signals.SIGHUP - 1)) & 1n) === 1n;
  } catch {
    return true; // it has ended
  }
}

function stateOf(folder) {
  if (!existsSync(folder)) return 'nothing';
  return readdirSync(folder)
    .filter((name) => name !== 'report.json' && !name.startsWith('.foldmark-'))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .join('\n');
}

/** What runs or lies there three seconds later. */
async function leftIn(temporary) {
  for (let tries = 0; ; tries += 1) {
    const left = [...processesOf(temporary), ...readdirSync(temporary)].join(', ');
    if (left === '' || tries === 60) return left;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

function processesOf(temporary) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) &&
          (
            readFileSync(`/proc/${pid}/environ`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8')
          ).includes(temporary)
        );
      } catch {
        return false;
      }
    })
    .map((pid) => `process ${pid}`);
}
