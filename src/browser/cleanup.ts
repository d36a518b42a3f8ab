// Takes away what a browser leaves: its processes and its temporary folder. When this process is killed so
// hard that it cannot do so itself, a shell does, which waits for its input to end: that happens whichever
// way its parent dies.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';

export interface Cleanup {
  /** Names the browser, once it runs: the leader of a process group. */
  watch(browser: number): void;
  /** Kills the browser's group, whatever state it is in, and removes the folder. Safe to call twice. */
  reap(): void;
}

/**
 * What a dying process writes meanwhile is waited for at most 0.75 s where a watcher looks after us, or else
 * 10 s: each time 50 ms longer.
 */
const RETRIES = { watched: 5, alone: 20 };

/** A browser takes a moment to follow its parent, and writes meanwhile: hence twice. */
const LAST_RITES =
  'while read -r named; do group=$named; done; [ -n "$group" ] && kill -KILL -"$group" 2>/dev/null; ' +
  'rm -rf -- "$1"; sleep 1; rm -rf -- "$1"';

/**
 * Watches over a folder until `reap` is called, or this process ends in any way. Effects: starts /bin/sh,
 * where there is one.
 *
 * @param endStart kills the browser while it is only starting and has not been named: nobody can remove a
 *   folder that it fills.
 */
export function startCleanup(folder: string, endStart: () => void): Cleanup {
  const watcher = process.platform === 'win32' ? undefined : startWatcher(folder);
  let group: number | undefined;
  const take = (): void => {
    if (group === undefined) endStart();
    else killGroup(group);
    rmSync(folder, {
      recursive: true,
      force: true,
      maxRetries: watcher === undefined ? RETRIES.alone : RETRIES.watched,
      retryDelay: 50,
    });
  };
  // On the way out a process of the killed group may still write; the watcher, which outlives us, takes away
  // what it wrote.
  const takeAtExit = (): void => {
    try {
      take();
    } catch (cause) {
      if (watcher === undefined) throw cause;
    }
  };
  process.once('exit', takeAtExit);
  return {
    watch: (browser) => {
      group = browser;
      watcher?.stdin.write(`${browser}\n`);
    },
    reap: () => {
      takeAtExit();
      group = undefined;
      process.removeListener('exit', takeAtExit);
      watcher?.stdin.end(); // it looks once more, a second later, for what a dying process wrote
    },
  };
}

type Watcher = ChildProcessByStdio<Writable, null, null>;

/** In a session of its own, so that Control-C at a terminal does not reach it. */
function startWatcher(folder: string): Watcher {
  const watcher = spawn('/bin/sh', ['-c', LAST_RITES, 'foldmark', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    cwd: '/',
  });
  watcher.on('error', () => undefined); // a system without a shell does without
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  // a pipe is one, though its type does not say so
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
  return watcher;
}

/**
 * A group holds the renderers too, also one that is frozen and would never notice that its browser is gone.
 */
function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ESRCH' || cause.code === 'EPERM'))
      return; // gone already
    throw cause;
  }
}
