// What a person sees: a live line for each edition on a terminal, plain lines elsewhere, findings in colour.
import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import type { Progress, Step } from '../build/progress.js';

export interface Screen extends Progress {
  /** Prints one line above whatever is moving. */
  line(text: string): void;
}

export const COLOURS: Readonly<Record<'error' | 'warning' | 'info' | 'dim' | 'bold', (text: string) => string>> = { error: pc.red, warning: pc.yellow, info: pc.cyan, dim: pc.dim, bold: pc.bold };

/** A screen on standard error, so that standard output stays free for the report. */
export function openScreen({ quiet }: { quiet: 'quiet' | 'talking' }): Screen {
  if (quiet === 'quiet') return { step: () => undefined, end: () => undefined, line: plainLine };
  return process.stderr.isTTY && !process.env['CI'] ? liveScreen() : plainScreen();
}

function plainLine(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says each new thing once: no page counts, which would fill a log. */
function plainScreen(): Screen {
  const said = new Map<string, string>();
  return {
    step: ({ edition, doing }) => {
      if (said.get(edition) === doing) return;
      said.set(edition, doing);
      plainLine(`${edition}: ${doing}`);
    },
    end: () => undefined,
    line: plainLine,
  };
}

function liveScreen(): Screen {
  const live = createLogUpdate(process.stderr);
  const steps = new Map<string, Step>();
  let ended = false;
  const draw = () => {
    live([...steps.values()].map(stepLine).join('\n'));
  };
  return {
    step: (step) => {
      steps.set(step.edition, step);
      draw();
    },
    end: () => {
      if (ended) return;
      ended = true;
      live.clear();
      live.done();
    },
    line: (text) => {
      if (!ended) live.clear();
      plainLine(text);
      if (!ended) draw();
    },
  };
}

function stepLine({ edition, doing, done, total }: Step): string {
  const count = done === undefined ? '' : total === undefined ? ` ${done}` : ` ${done}/${total}`;
  return `${pc.bold(edition.padEnd(7))} ${doing}${pc.dim(count)}`;
}
