// A thread that says which it is, and fails when it is asked to.
import { threadId } from 'node:worker_threads';
import { answerQuestions } from '../../../lib/shared/worker-thread.js';

answerQuestions(async (question) => {
  if (question === 'fail') throw new Error('as asked');
  return `${question} from ${threadId}`;
});
