// The file as a whole: nothing for screens in it, everything its standard asks for, not too large.
import type { Finding } from '../../model/finding.js';
import type { Preflight } from './preflight-input.js';
import { fileFinding, pageFindings } from './page-findings.js';

/** Findings PRINT-060 to PRINT-063. */
export function checkDocument(preflight: Preflight): readonly Finding[] {
  const {
    facts,
    profile: { title, largestMegabytes = Infinity },
  } = preflight;
  const annotated = facts.pages.flatMap(({ annotations }, page) =>
    annotations === 0
      ? []
      : [
          {
            page,
            message:
              `${annotations === 1 ? 'A link or note is' : `${annotations} links or notes are`} on this ` +
              'page.',
            hint: 'Send the print file, not the one for screens.',
          },
        ],
  );
  const megabytes = facts.bytes / 1_000_000;
  return [
    ...(facts.reading.length === 0
      ? []
      : [
          fileFinding(
            'PRINT-060',
            {
              message: `The file holds ${facts.reading.join(', ')}, which are for reading on a screen.`,
              hint: 'Send the print file, not the one for screens.',
            },
            preflight,
          ),
        ]),
    ...pageFindings('PRINT-060', annotated, preflight),
    ...standardFaults(preflight),
    ...otherCondition(preflight),
    ...(megabytes <= largestMegabytes
      ? []
      : [
          fileFinding(
            'PRINT-062',
            {
              message: `The file has ${Math.round(megabytes)} MB, and ${title} takes ${largestMegabytes} MB.`,
              hint: 'Use smaller pictures.',
            },
            preflight,
          ),
        ]),
  ];
}

/** A condition that was named by its file, as the printer gave it, has to be the file's own. */
function otherCondition(preflight: Preflight): readonly Finding[] {
  const {
    facts: { intent },
    profile: { condition, standard },
  } = preflight;
  if (condition?.file === undefined || standard === 'none') return [];
  if (intent && Buffer.compare(intent, condition.icc) === 0) return [];
  return [
    fileFinding(
      'PRINT-061',
      {
        message:
          `The file is made for ${intent ? 'another printing' : 'no printing that it describes'}, and ` +
          `not for ${condition.file}.`,
        hint: `Make it again: foldmark build --icc ${condition.file}.`,
      },
      preflight,
    ),
  ];
}

/** The first words of what each standard calls itself. */
const CALLED = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1' } as const;

function standardFaults(preflight: Preflight): readonly Finding[] {
  const {
    facts: { standard: claimed, has, version },
    profile: { standard },
  } = preflight;
  if (standard === 'none') return [];
  const missing = Object.entries(has).flatMap(([what, there]) => (there || what === 'dates' ? [] : [what]));
  const say = (message: string, hint: string): Finding =>
    fileFinding('PRINT-061', { message, hint }, preflight);
  return [
    ...(has.dates
      ? []
      : [
          fileFinding(
            'PRINT-063',
            {
              message: `The file has no date, and cannot be called ${CALLED[standard]}.`,
              hint: 'Give the book a date: published: 2026-11-23 in book.yml.',
            },
            preflight,
          ),
        ]),
    ...(!has.dates || claimed.startsWith(CALLED[standard])
      ? []
      : [
          say(
            `The file claims ${claimed === '' ? 'no standard' : claimed}, and ${CALLED[standard]} is ` +
              'asked for.',
            'Make it for this printer.',
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [say(`The file has no ${missing.join(', no ')}.`, 'Make it for this printer.')]),
    ...(standard === 'x-1a' && Number(version) > 1.4
      ? [say(`The file is PDF ${version}, and PDF/X-1a is PDF 1.3.`, 'Make it for this printer.')]
      : []),
  ];
}
