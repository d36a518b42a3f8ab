// What a person sees: a live line for each edition on a terminal, plain lines elsewhere, findings in colour.
import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import type { Progress } from '../pipeline/build-progress.js';
import { setActivity } from './activity.js';
import { startPace } from './time-estimate.js';

export interface Terminal extends Progress {
  /** Prints one line above whatever is moving. */
  line(text: string): void;
}

export const TERMINAL_COLOURS: Readonly<
  Record<'error' | 'warning' | 'info' | 'dim' | 'bold', (text: string) => string>
> = { error: pc.red, warning: pc.yellow, info: pc.cyan, dim: pc.dim, bold: pc.bold };

/** A screen on standard error, so that standard output stays free for the report. */
export function openTerminal({ quiet }: { quiet: 'quiet' | 'talking' }): Terminal {
  const screen =
    quiet === 'quiet' ? MUTE : process.stderr.isTTY && !process.env['CI'] ? liveScreen() : plainScreen();
  return {
    ...screen,
    step: (step) => {
      setActivity(`${step.doing} (${step.edition})`);
      screen.step(step);
    },
  };
}

const MUTE: Terminal = { step: () => undefined, end: () => undefined, line: plainLine };

function plainLine(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** How often a log is told of pages. */
const SPARSE_MS = 10_000;

/** Says each new thing once, and how far it is now and then: every page would fill a log. */
function plainScreen(): Terminal {
  const said = new Map<string, { readonly doing: string; readonly at: number }>();
  const pace = startPace();
  return {
    step: (step) => {
      const now = performance.now();
      const count = pace.told(step, now);
      const last = said.get(step.edition);
      const isNew = last?.doing !== step.doing;
      if (!isNew && now - last.at < SPARSE_MS) return;
      said.set(step.edition, { doing: step.doing, at: now });
      plainLine(`${step.edition}: ${step.doing}${isNew ? '' : count}`);
    },
    end: () => undefined,
    line: (text) => {
      said.clear(); // a line between tells of something else
      plainLine(text);
    },
  };
}

function liveScreen(): Terminal {
  const live = createLogUpdate(process.stderr);
  const steps = new Map<string, string>();
  const pace = startPace();
  let ended = false;
  const draw = () => {
    live([...steps.values()].join('\n'));
  };
  return {
    step: (step) => {
      steps.set(
        step.edition,
        `${pc.bold(step.edition.padEnd(7))} ${step.doing}${pc.dim(pace.told(step, performance.now()))}`,
      );
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
