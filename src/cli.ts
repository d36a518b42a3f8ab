#!/usr/bin/env node
// The command line's first file. It imports nothing before it knows that this Node.js can read the rest.
void import('./cli/required-node.js').then((early) => {
  const fail = (failure: Parameters<typeof early.printEarly>[0]): void => {
    early.printEarly(failure, process.argv.slice(2));
    process.exitCode = failure.exit;
  };
  const refused = early.refusedNode(process.versions.node);
  if (refused !== undefined)
    return fail({ exit: 4, code: 'RUN-010', message: refused, hint: early.NEWER_NODE });
  return import('./cli/main.js').then(
    (main) => main.main(process.argv.slice(2)),
    (cause: unknown) => fail(early.notLoaded(cause)),
  );
});
