// The examples below a command's help.

/** @param rows command lines and what they do, in a few words each */
export function examples(...rows: readonly (readonly [command: string, does: string])[]): string {
  return `\nExamples:\n${rows.map(([command, does]) => `  ${command}\n      ${does}`).join('\n')}\n`;
}
