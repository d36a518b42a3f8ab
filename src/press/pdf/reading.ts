// Asks the thread in which pdf.js reads finished files. It is started with the first question and lives on for the next.
import { Worker } from 'node:worker_threads';
import type { Answers, Reading, ReadingAnswer, ReadingOrder } from './reading-thread.js';

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, { readonly resolve: (answer: Answers[keyof Answers]) => void; readonly reject: (reason: Error) => void }>;
}

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/press/pdf/reading-thread.js', import.meta.url);

let thread: Thread | undefined;
let orders = 0;

/**
 * Has a file read; the thread holds no process up.
 *
 * @throws an Error when the file is not a readable PDF.
 */
export function readInThread<Wanted extends keyof Answers>(reading: Reading & { readonly wanted: Wanted }): Promise<Answers[Wanted]> {
  const { worker, waiting } = thread ??= startThread();
  const order: ReadingOrder = { id: orders += 1, reading };
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve: (answer) => { resolve(answer as Answers[Wanted]); }, reject });
    worker.ref();
    worker.postMessage(order);
  });
}

function startThread(): Thread {
  const worker = new Worker(SCRIPT);
  const waiting: Thread['waiting'] = new Map();
  worker.on('message', (answer: ReadingAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('read' in answer) asked?.resolve(answer.read);
    else asked?.reject(new Error(answer.failed));
  });
  worker.on('error', (reason) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(new Error('The text of a finished PDF could not be read.', { cause: reason }));
  });
  return { worker, waiting };
}
