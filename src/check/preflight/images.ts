// Pictures: enough pixels for their place, and not more than the printer takes.
import type { Finding } from '../../model/finding.js';
import type { PaintedImage } from '../../pdf/read/pdf-facts.js';
import type { BookImage, Preflight } from './preflight-input.js';
import { inMillimetres, pageFindings, type PageFinding } from './page-findings.js';

/** Rounding to pixels costs a picture at 300 ppi up to one. */
const PLAY = 1.5;

/** Findings PRINT-030 to PRINT-033. */
export function checkImages(preflight: Preflight): readonly Finding[] {
  const {
    facts: { pages },
    profile: {
      title,
      images: { least, good, most = Infinity, refused = 0 },
    },
  } = preflight;
  const shown = pages.flatMap(({ images }, page) => images.map((image) => ({ image, page })));
  const said = (image: PaintedImage, page: number, wish: string): PageFinding => ({
    page,
    box: image.box,
    ...placeOf(image, page, preflight),
    message:
      `${nameOf(image, page, preflight)} of ${image.width} by ${image.height} pixels, printed ` +
      `${inMillimetres(image.box.right - image.box.left)} wide, has ${Math.round(image.ppi)} pixels per ` +
      `inch; ${wish}.`,
    hint:
      `For this place it needs ${Math.ceil((image.width * good) / image.ppi)} by ` +
      `${Math.ceil((image.height * good) / image.ppi)} pixels.`,
  });
  const refusable = shown.filter(({ image }) => image.ppi < refused - PLAY);
  const coarse = shown.filter(({ image }) => image.ppi < least - PLAY && image.ppi >= refused - PLAY);
  const soft = shown.filter(({ image }) => image.ppi >= least - PLAY && image.ppi < good - PLAY);
  const heavy = shown.filter(({ image }) => image.ppi > most + PLAY);
  return [
    ...pageFindings(
      'PRINT-033',
      refusable.map(({ image, page }) => said(image, page, `${title} refuses images below ${refused}`)),
      preflight,
    ),
    ...pageFindings(
      'PRINT-031',
      coarse.map(({ image, page }) => said(image, page, `below ${least} single pixels are seen`)),
      preflight,
    ),
    ...pageFindings(
      'PRINT-030',
      soft.map(({ image, page }) => said(image, page, `${title} asks for ${good}`)),
      preflight,
    ),
    ...pageFindings(
      'PRINT-032',
      heavy.map(({ image, page }) => said(image, page, `${title} takes up to ${most}`)),
      preflight,
    ),
  ];
}

/**
 * The book's picture with as many pixels on this page, where that is one only; a browser may print it turned.
 */
function bookPicture(
  { width, height }: PaintedImage,
  page: number,
  { pictures = [] }: Preflight,
): BookImage | undefined {
  const here = pictures.filter((one) => one.page === page);
  const equal = here.filter(({ sizes }) =>
    sizes.some(
      (size) =>
        (size.width === width && size.height === height) || (size.width === height && size.height === width),
    ),
  );
  const files = new Set(equal.map(({ file }) => file));
  return files.size === 1 ? equal[0] : undefined;
}

function placeOf(image: PaintedImage, page: number, preflight: Preflight): Pick<PageFinding, 'at'> {
  const found = bookPicture(image, page, preflight);
  return found ? { at: found.at } : {};
}

function nameOf(image: PaintedImage, page: number, preflight: Preflight): string {
  const found = bookPicture(image, page, preflight);
  return found ? `The image ${found.file}` : 'An image';
}
