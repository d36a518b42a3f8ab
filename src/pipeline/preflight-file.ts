// Preflight of a file on its own: any PDF against any printer's profile.
import { readProfile } from '../config/index.js';
import { checkPrint } from '../check/preflight/preflight.js';
import { finding, type Finding } from '../model/finding.js';
import { readFacts, type PdfFacts } from '../pdf/read/pdf-facts.js';
import { readPdfText } from '../pdf/read/pdf-text.js';
import { openWorld } from './world-files.js';
import { handedIcc } from './command-line-icc.js';

export interface PreflightOrder {
  readonly bytes: Uint8Array;
  /** The file's name, for the findings. */
  readonly name: string;
  readonly profile: string;
  /** A book's folder, for profiles of its own. */
  readonly folder: string;
  /** The ICC profile that the file is to be made for. */
  readonly icc?: string | undefined;
}

/**
 * What a printer would say about a PDF. Findings: PRINT-001, PRINT-002, PRINT-005 and those of checkPrint.
 */
export async function preflight({
  bytes,
  name,
  profile: wanted,
  folder,
  icc,
}: PreflightOrder): Promise<readonly Finding[]> {
  const at = { path: name, line: 1 };
  const handed = handedIcc(icc);
  const { value: profile, diagnostics } = readProfile(openWorld({ folder }), {
    name: wanted,
    at,
    option: '--profile',
    instead: { at, ...(handed ? { handedIcc: handed } : {}) },
  });
  if (!profile)
    return diagnostics.map(({ code, message, option, hint, severity }) => ({
      code,
      severity,
      message,
      ...(option === undefined ? {} : { option }),
      ...(hint === undefined ? {} : { hint }),
    }));
  const facts = await factsOf(bytes);
  if (typeof facts === 'string')
    return [
      finding('PRINT-005', {
        message: `${name} cannot be read as a PDF: ${facts}`,
        hint: 'Make the file again, without a password.',
      }),
    ];
  return [
    ...diagnostics,
    ...checkPrint({
      file: name,
      facts,
      texts: await readPdfText(bytes),
      profile,
      labels: [],
      direction: 'ltr',
    }),
  ];
}

/** The facts, or why there are none. */
async function factsOf(bytes: Uint8Array): Promise<PdfFacts | string> {
  try {
    return await readFacts(bytes);
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  }
}
