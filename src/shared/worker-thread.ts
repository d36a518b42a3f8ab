// Threads that answer questions. One is started with the first question and lives on for the next, for as
// long as it may; it holds no process up.
import { parentPort, Worker } from 'node:worker_threads';

/** What a thread is asked, and what it answers. */
export interface Exchange {
  readonly question: unknown;
  readonly answer: unknown;
}

interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

/** What was found out, or why it cannot be. */
type Answered<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly failed: string });

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(reason: Error): void;
}

interface Thread<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

export interface ThreadSettings {
  /** What is thrown, beside the reason, when the thread itself ends. */
  readonly fallen: string;
  /**
   * How long it is kept when there is nothing to do, in milliseconds: what it works with may be large.
   * Default: always.
   */
  readonly keptMs?: number;
}

export interface WorkerThread<One extends Exchange> {
  /** What is asked and answered is copied. */
  ask(question: One['question']): Promise<One['answer']>;
  /** Has the thread load what it works with, before there is a question. */
  warmUp(): void;
}

/** @param script what runs in the thread: it calls `answerQuestions`. */
export function openThread<One extends Exchange>(
  script: URL,
  { fallen, keptMs }: ThreadSettings,
): WorkerThread<One> {
  let thread: Thread<One['answer']> | undefined;
  let asked = 0;
  const rest = (resting: Thread<One['answer']>): void => {
    resting.worker.unref();
    if (keptMs === undefined) return;
    const last = asked;
    setTimeout(() => {
      if (asked !== last || thread !== resting) return;
      thread = undefined;
      void resting.worker.terminate();
    }, keptMs).unref();
  };
  const start = (): Thread<One['answer']> => {
    const worker = new Worker(script);
    const waiting: Thread<One['answer']>['waiting'] = new Map();
    const started = { worker, waiting };
    worker.on('message', (said: Answered<One['answer']>) => {
      const one = waiting.get(said.id);
      waiting.delete(said.id);
      if (waiting.size === 0) rest(started);
      if ('answer' in said) one?.resolve(said.answer);
      else one?.reject(new Error(said.failed));
    });
    worker.on('error', (reason) => {
      thread = undefined;
      for (const { reject } of waiting.values()) reject(new Error(fallen, { cause: reason }));
    });
    return started;
  };
  return {
    ask: (question) => {
      const { worker, waiting } = (thread ??= start());
      const order: Asked<One['question']> = { id: (asked += 1), question };
      return new Promise((resolve, reject) => {
        waiting.set(order.id, { resolve, reject });
        worker.ref();
        worker.postMessage(order);
      });
    },
    warmUp: () => {
      if (thread !== undefined) return;
      thread = start();
      rest(thread);
    },
  };
}

/** In the thread: answers whatever it is asked. What is thrown fails the question and not the thread. */
export function answerQuestions<One extends Exchange>(
  answer: (question: One['question']) => Promise<One['answer']>,
): void {
  parentPort?.on('message', ({ id, question }: Asked<One['question']>) => {
    const say = (said: Answered<One['answer']>): void => {
      parentPort?.postMessage(said);
    };
    answer(question).then(
      (found) => {
        say({ id, answer: found });
      },
      (reason: unknown) => {
        say({ id, failed: reason instanceof Error ? reason.message : String(reason) });
      },
    );
  });
}
