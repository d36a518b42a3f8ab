// Runs a command and measures it with all its children: seconds on the clock, seconds of processors,
// megabytes at the peak. Linux.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const EVERY_MS = 100;
/** Adding up the memory of a browser takes its time, which the measured would miss. */
const MEMORY_EVERY = 4;
const TICKS = 100;

/** A program that does not come to an end is ended, and so is all that it started: it counts as failed. */
const MOST_SECONDS = Number(process.env.FOLDMARK_BENCH_SECONDS ?? 900);

export async function measure(command, args, { cwd, env = process.env }) {
  const start = performance.now();
  const reaped = reapedSeconds();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const watcher = watchTree(child.pid);
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + text).slice(-MOST_SAID);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endTree(child.pid);
  }, MOST_SECONDS * 1000);
  const code = await new Promise((resolve, reject) => {
    child.on('close', (ended) => {
      resolve(late ? 'timeout' : ended);
    });
    child.on('error', reject);
  });
  clearTimeout(timer);
  const wall = (performance.now() - start) / 1000;
  const { cpu, memory } = watcher.end();
  if (code !== 0) console.error(said);
  return { code, wall, cpu: Math.max(cpu, reapedSeconds() - reaped), memory };
}

const MOST_SAID = 800;

/** Those that were started last first: a browser whose parent is gone would not be found. */
function endTree(root) {
  for (const pid of tree(root).reverse()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (cause) {
      if (cause.code !== 'ESRCH') throw cause;
    }
  }
}

const CHANGES = 5;

/**
 * Of several changes the one in the middle, from the moment when the file changes to the line that says that
 * the book is built.
 */
export async function measureWatch(command, args, { cwd, change }) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const watcher = watchTree(child.pid);
  const line = lines(child);
  await line();
  const taken = [];
  for (let run = 0; run < CHANGES; run += 1) {
    const before = watcher.cpu();
    const start = performance.now();
    change();
    await line();
    taken.push({ wall: (performance.now() - start) / 1000, cpu: watcher.cpu() - before });
  }
  child.kill('SIGINT');
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  return {
    code: 0,
    ...taken.sort((a, b) => a.wall - b.wall)[Math.floor(CHANGES / 2)],
    memory: watcher.end().memory,
  };
}

/** Answers with the next line that a process says; throws when it ends before. */
function lines(child) {
  let said = '';
  let wake = () => {};
  let ended = false;
  child.stdout.on('data', (text) => {
    said += text;
    wake();
  });
  child.on('close', () => {
    ended = true;
    wake();
  });
  return async () => {
    while (!said.includes('\n')) {
      if (ended) throw new Error('The watching build ended by itself.');
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
    const line = said.slice(0, said.indexOf('\n'));
    said = said.slice(line.length + 1);
    return line;
  };
}

function watchTree(root) {
  const seen = new Map();
  let memory = 0;
  let looks = 0;
  const cpu = () => {
    for (const pid of tree(root)) seen.set(pid, Math.max(seen.get(pid) ?? 0, cpuOf(pid)));
    return [...seen.values()].reduce((sum, one) => sum + one, 0);
  };
  const look = () => {
    cpu();
    if (looks % MEMORY_EVERY === 0)
      memory = Math.max(
        memory,
        tree(root).reduce((sum, pid) => sum + memoryOf(pid), 0),
      );
    looks += 1;
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    cpu,
    end: () => {
      clearInterval(timer);
      return { cpu: cpu(), memory };
    },
  };
}

/** What children, and theirs, took that have ended and were waited for: cutime and cstime. proc(5). */
function reapedSeconds() {
  const fields = stat('self');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICKS;
}

function tree(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [Number(pid), Number(stat(pid)[1])]);
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
