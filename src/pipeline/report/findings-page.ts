// docs/findings.md: every code with what it means, written from the tables of codes.
import { CODES } from '../../model/codes.js';

/** The page as Markdown. */
export function findingsPage(): string {
  const rows = Object.entries(CODES).map(([code, { severity, title, about }]) => `## ${code}\n\n*${severity}* · **${title}**\n\n${about}\n`);
  return `# Findings\n\nEvery code that Foldmark can print. Codes are permanent. This page is written by \`npm run docs\` from \`src/model/codes/\`.\n\n${rows.join('\n')}`;
}
