// Runs a command and measures it with all its children: seconds on the clock, seconds of processors, megabytes at the peak. Linux.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const EVERY_MS = 100;
const TICKS = 100;

export async function measure(command, args, { cwd }) {
  const start = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const seen = new Map();
  let memory = 0;
  const look = () => {
    const own = tree(child.pid);
    for (const pid of own) seen.set(pid, Math.max(seen.get(pid) ?? 0, cpuOf(pid)));
    memory = Math.max(memory, own.reduce((sum, pid) => sum + memoryOf(pid), 0));
  };
  const timer = setInterval(look, EVERY_MS);
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const code = await new Promise((resolve) => { child.on('close', resolve); });
  clearInterval(timer);
  if (code !== 0) console.error(said.slice(-800));
  return { code, wall: (performance.now() - start) / 1000, cpu: [...seen.values()].reduce((sum, one) => sum + one, 0), memory };
}

function tree(root) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), Number(stat(pid)[1])]);
  const own = [root];
  for (const pid of own) own.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return own;
}

/** The fields behind the command's name: state, parent, … 11 and 12 are processor time. proc(5). */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function cpuOf(pid) {
  const fields = stat(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}

/** Shared pages count by the share that is this process's. */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
