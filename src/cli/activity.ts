// What Foldmark does just now, for the message when it fails.

let current = 'starting';

/** @param activity as it follows "while": `checking tide.epub` */
export function setActivity(activity: string): void {
  current = activity;
}

export function lastActivity(): string {
  return current;
}
