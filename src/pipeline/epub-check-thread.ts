// Runs in a thread of its own: checks EPUBs while the PDFs are finished.
import { checkEpub, type EpubFile } from '../check/epub/check-epub.js';
import type { Finding } from '../model/finding.js';
import { answerQuestions } from '../shared/worker-thread.js';

export interface EbookTalk {
  readonly question: EpubFile;
  readonly answer: readonly Finding[];
}

answerQuestions<EbookTalk>(checkEpub);
