// The one door to epubcheck-ts, EPUBCheck without Java: its messages as our findings.
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { finding, type Finding } from '../../model/finding.js';

/**
 * EPUB-201 for what EPUBCheck calls fatal or an error, EPUB-202 for its warnings; usage and info are left
 * out.
 */
export async function runEpubCheck(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages.flatMap(({ id, severity, message, location }) => {
    if (severity !== 'fatal' && severity !== 'error' && severity !== 'warning') return [];
    const place = location && {
      path: location.path,
      line: location.line ?? 1,
      ...(location.column === undefined ? {} : { column: location.column }),
    };
    const said = { message: `${message} (EPUBCheck ${id})`, ...(place && { at: place }) };
    return [finding(severity === 'warning' ? 'EPUB-202' : 'EPUB-201', said)];
  });
}
