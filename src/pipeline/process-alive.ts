// Whether a process is there.

/** `id` is a process's number on this machine; 0 is none. */
export function isAlive(id: number): boolean {
  if (!(id > 0)) return false;
  try {
    return process.kill(id, 0); // signal 0 asks without disturbing
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
