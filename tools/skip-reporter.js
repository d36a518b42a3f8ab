// Ends a run of the tests with one line for each thing that the machine lacks: how many tests were skipped
// for it. The reasons are those of tests/needs.ts, and of tests that skip themselves in words.

/** A reporter of vitest, beside its own. */
export default class SkipReporter {
  onInit({ config }) {
    this.picked = config.testNamePattern ?? /^/;
  }

  onTestRunEnd(modules) {
    const lines = skipLines(modules.flatMap((module) => this.reasonsIn(module)));
    if (lines.length > 0) console.log(`\n${lines.join('\n')}`);
  }

  /** For vitest, a test that `-t` leaves out is skipped too. */
  reasonsIn(module) {
    return [...module.children.allTests('skipped')]
      .filter(({ fullName }) => this.picked.test(fullName.replaceAll(' > ', ' ')))
      .map(
        (test) =>
          test.result().note ??
          test.meta().skipped ??
          (isInFailed(test) ? 'their preparation failed, see above' : undefined),
      );
  }
}

/** Whether what a test shares with others, a beforeAll, has failed. */
function isInFailed({ parent }) {
  return parent !== undefined && (parent.errors().length > 0 || isInFailed(parent));
}

/** One line for each reason, the commonest first. */
export function skipLines(reasons) {
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || (one === undefined) - (other === undefined))
    .map(
      ([reason = 'no reason is given', count]) =>
        `${count} ${count === 1 ? 'test' : 'tests'} skipped: ${reason}`,
    );
}
