// Which colour space a PDF's object names.
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** `DeviceRGB`, `ICCBased3`, `Indexed`, `Separation` …; `none` where there is none. */
export function spaceName(context: PDFContext, space: PDFObject | undefined): string {
  const direct = context.lookup(space);
  if (direct instanceof PDFName) return direct.decodeText();
  if (!(direct instanceof PDFArray)) return 'none';
  const family = direct.lookup(0);
  const name = family instanceof PDFName ? family.decodeText() : 'none';
  if (name !== 'ICCBased') return name;
  const profile = direct.lookup(1);
  const components = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  return `ICCBased${components instanceof PDFNumber ? components.asNumber() : ''}`;
}

/** Three components that a screen shows. */
export function isRgb(name: string): boolean {
  return name === 'DeviceRGB' || name === 'CalRGB' || name === 'ICCBased3';
}

export function numbersOf(object: PDFObject | undefined): readonly number[] {
  if (!(object instanceof PDFArray)) return [];
  return object
    .asArray()
    .map((_, index) => object.lookup(index))
    .flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []));
}

/** The dictionary of an object that is one, or of a stream. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}
