// The colour of registration marks: `All`, which stands on every plate a printer makes (PDF 32000-1,
// 8.6.6.4).
import { PDFDict, PDFName, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';

const NAME = 'FmAll';

/** For each page, the operators that set the colour of lines; it is put among the page's resources. */
export function registrationColour(doc: PDFDocument): (page: PDFPage) => string {
  let space: PDFRef | undefined;
  return (page) => {
    space ??= registerSpace(doc);
    const { node } = page;
    const resources = node.Resources() ?? doc.context.obj({});
    const own = resources.clone(doc.context); // pages may share one
    const spaces = own.lookup(PDFName.of('ColorSpace'));
    const withOurs = spaces instanceof PDFDict ? spaces.clone(doc.context) : doc.context.obj({});
    withOurs.set(PDFName.of(NAME), space);
    own.set(PDFName.of('ColorSpace'), withOurs);
    node.set(PDFName.of('Resources'), own);
    return `/${NAME} CS 1 SCN`;
  };
}

/** Where a device knows no plates, full tint is shown as black. */
function registerSpace({ context }: PDFDocument): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0], N: 1 });
  return context.register(
    context.obj([PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceGray'), tint]),
  );
}
