// The tool as a process that things happen to: started with a temporary folder of its own, by which
// everything that it started can be told from all else on the machine.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  /** When it ended, by performance.now(). */
  readonly at: number;
}

export interface Running {
  readonly pid: number;
  readonly temporary: string;
  readonly ended: Promise<Ending>;
  /** Waits until standard error says this. @throws when it ends before. */
  says(words: string): Promise<void>;
  /** What it said so far on standard error. */
  heard(): string;
  kill(signal: NodeJS.Signals): void;
}

export function startTool(
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Running {
  const temporary = newPlace();
  const child = spawn(
    process.execPath,
    [join(ROOT, 'lib/cli.js'), ...args, ...(args[0] === 'build' ? ['--no-cache'] : [])],
    {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', CI: '1', TMPDIR: temporary, ...env },
    },
  );
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    stderr += more;
    listeners.forEach((listen) => {
      listen();
    });
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, stderr, at: performance.now() });
    });
  });
  const heard = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const listen = (): void => {
        if (stderr.includes(words)) resolve();
      };
      listeners.add(listen);
      listen();
    });
  return {
    pid: child.pid ?? 0,
    temporary,
    ended,
    says: (words) =>
      Promise.race([
        heard(words),
        ended.then((ending) => {
          if (!ending.stderr.includes(words))
            throw new Error(
              `It ended (${ending.code ?? ending.signal}) without saying "${words}":\n${ending.stderr}`,
            );
        }),
      ]),
    heard: () => stderr,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/**
 * Every process that the tool started in this temporary folder, and the tool itself; `kind`: a part of its
 * command line.
 */
export function processesIn(temporary: string, kind = ''): readonly number[] {
  const running = runningProcesses();
  const ours = known.get(temporary) ?? new Set<string>();
  known.set(temporary, ours);
  const isOurs = (process: Process | undefined): boolean =>
    process !== undefined &&
    (process.said.includes(temporary) || ours.has(process.name) || isOurs(running.get(process.parent)));
  const found = [...running.values()].filter(isOurs);
  found.forEach(({ name }) => {
    ours.add(name);
  });
  return found.filter(({ command }) => command.includes(kind)).map(({ pid }) => pid);
}

/**
 * Those that were seen under a temporary folder: a tab forgets its folder's name, and its parent may end
 * before it.
 */
const known = new Map<string, Set<string>>();

interface Process {
  readonly pid: number;
  /** The number and the moment of its start: numbers are given again. */
  readonly name: string;
  readonly parent: number;
  readonly command: string;
  /** Its command line and its environment. */
  readonly said: string;
}

function runningProcesses(): ReadonlyMap<number, Process> {
  return new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .flatMap((pid) => {
        try {
          const [state, parent, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ');
          if (state === 'Z') return []; // ended, and not yet waited for
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return [
            [
              pid,
              {
                pid,
                name: `${pid} ${rest[17]}`,
                parent: Number(parent),
                command,
                said: command + readFileSync(`/proc/${pid}/environ`, 'utf8'),
              },
            ] as const,
          ];
        } catch {
          return []; // it ended while we looked
        }
      }),
  );
}

/** Waits for what another process brings about. */
export async function until(
  isSo: () => boolean,
  { what, withinMs }: { what: string; withinMs: number },
): Promise<void> {
  const since = performance.now();
  while (!isSo()) {
    if (performance.now() - since > withinMs) throw new Error(`Not within ${withinMs} ms: ${what}.`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

/** Nothing of the tool runs any more and its temporary folder is empty. */
export async function expectNothingLeft(temporary: string): Promise<void> {
  await until(() => processesIn(temporary).length === 0, {
    what: `no process of the tool runs (${processesIn(temporary).join(', ')})`,
    withinMs: 4000,
  });
  await until(() => readdirSync(temporary).length === 0, {
    what: `the temporary folder is empty (${readdirSync(temporary).join(', ')})`,
    withinMs: 2000,
  });
}

const places: string[] = [];

export function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'failing-'));
  places.push(place);
  return place;
}

export function clearPlaces(): void {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
}

/** A book whose layout takes a few seconds. */
export function longBook(chapters = 6): string {
  const folder = newPlace();
  writeFileSync(join(folder, 'book.yml'), 'title: Long\nname: long\nlanguage: en\n');
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const paragraphs = Array.from(
      { length: 60 },
      (_, index) =>
        `Paragraph ${index + 1} of chapter ${chapter}. ` +
        `${'The tide came in over the flats and took the boats one by one. '.repeat(8)}`,
    );
    writeFileSync(
      join(folder, `${String(chapter).padStart(2, '0')}.md`),
      `# Chapter ${chapter}\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  return folder;
}

/** An output folder that holds the last good build, which must stay. */
export function lastGood(): string {
  const out = join(newPlace(), 'dist');
  mkdirSync(out);
  for (const name of OUTPUTS) writeFileSync(join(out, name), `the last good ${name}`);
  return out;
}

export function isLastGood(out: string): boolean {
  return (
    readdirSync(out).sort().join() === [...OUTPUTS].sort().join() &&
    OUTPUTS.every((name) => readFileSync(join(out, name), 'utf8') === `the last good ${name}`)
  );
}

const OUTPUTS = ['long-print.pdf', 'long-screen.pdf', 'long.epub', 'report.json'];
