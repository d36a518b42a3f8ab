// Threads that answer questions. One is started with the first question and lives on for the next; it holds no process up.
import { parentPort, Worker } from 'node:worker_threads';

/** What a thread is asked, and what it answers. */
export interface Talk {
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

/**
 * Asks a thread. What is asked and answered is copied.
 *
 * @param script what runs there: it calls `answerQuestions`.
 * @param fallen what is thrown, beside the reason, when the thread itself ends.
 */
export function openThread<One extends Talk>(script: URL, fallen: string): (question: One['question']) => Promise<One['answer']> {
  let thread: Thread<One['answer']> | undefined;
  let asked = 0;
  const start = (): Thread<One['answer']> => {
    const worker = new Worker(script);
    const waiting: Thread<One['answer']>['waiting'] = new Map();
    worker.on('message', (said: Answered<One['answer']>) => {
      const one = waiting.get(said.id);
      waiting.delete(said.id);
      if (waiting.size === 0) worker.unref();
      if ('answer' in said) one?.resolve(said.answer);
      else one?.reject(new Error(said.failed));
    });
    worker.on('error', (reason) => {
      thread = undefined;
      for (const { reject } of waiting.values()) reject(new Error(fallen, { cause: reason }));
    });
    return { worker, waiting };
  };
  return (question) => {
    const { worker, waiting } = thread ??= start();
    const order: Asked<One['question']> = { id: asked += 1, question };
    return new Promise((resolve, reject) => {
      waiting.set(order.id, { resolve, reject });
      worker.ref();
      worker.postMessage(order);
    });
  };
}

/** In the thread: answers whatever it is asked. What is thrown fails the question and not the thread. */
export function answerQuestions<One extends Talk>(answer: (question: One['question']) => Promise<One['answer']>): void {
  parentPort?.on('message', ({ id, question }: Asked<One['question']>) => {
    const say = (said: Answered<One['answer']>): void => { parentPort?.postMessage(said); };
    answer(question).then(
      (found) => { say({ id, answer: found }); },
      (reason: unknown) => { say({ id, failed: reason instanceof Error ? reason.message : String(reason) }); },
    );
  });
}
