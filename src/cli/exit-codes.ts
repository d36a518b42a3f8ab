// What the exit codes are called.
export const EXIT = { built: 0, failed: 1, usage: 2, toolMissing: 4, interrupted: 130 } as const;
