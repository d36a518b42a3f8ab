// docs/reference/findings.md: every code with what it means, written from the tables of codes.
import { CODES } from '../../model/codes.js';
import type { Code } from '../../model/codes/code-row.js';

/** The page as Markdown. */
export function findingsPage(): string {
  const rows = Object.entries(CODES).map(
    ([code, row]) => `## ${code}\n\n${marksOf(row).join(' · ')} · **${row.title}**\n\n${row.about}\n`,
  );
  return (
    '# Findings\n\nEvery code that Foldmark can print. Codes are permanent. A build with an error exits ' +
    `with 1, or with 2 where the code says so. \`npm run docs\` writes this page from ` +
    `\`src/model/codes/\`.\n\n${rows.join('\n')}`
  );
}

function marksOf({ severity, exit, suppressible }: Code): readonly string[] {
  return [
    `*${severity}*`,
    ...(exit === undefined ? [] : [`exit ${exit}`]),
    ...(suppressible ? ['`{.stet}` suppresses it'] : []),
  ];
}
