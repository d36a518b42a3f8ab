// Runs in a thread of its own: checks EPUBs while the PDFs are finished.
import { checkEpub, type EpubFile } from '../check/epub/check.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { answerQuestions } from '../press/thread.js';

export interface EbookTalk {
  readonly question: EpubFile;
  readonly answer: readonly Diagnostic[];
}

answerQuestions<EbookTalk>(checkEpub);
