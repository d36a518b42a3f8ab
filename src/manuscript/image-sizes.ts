// The size that an author gives an image: width="300", width=60%, height=4cm, style="width: 50%".

/** Both as CSS has them, `60%` or `300px`; a height is never a share. */
export interface WrittenSize {
  readonly width?: string;
  readonly height?: string;
}

/** Undefined for what is no length; empty for `auto`, which an image is anyway. */
export function readImageLength(name: 'width' | 'height', written: string): string | undefined {
  const plain = written.trim().toLowerCase();
  if (plain === 'auto' || plain === '') return '';
  const found = LENGTH.exec(plain);
  const amount = Number(found?.[1]);
  const unit = UNITS[found?.[2] ?? ''];
  if (unit === undefined || !(amount > 0) || amount > MOST) return undefined;
  if (unit !== '%') return `${amount}${unit}`;
  if (name === 'height') return undefined;
  return amount >= 100 ? '100%' : `${amount}%`;
}

/** What a style says of the size, and whether it says anything else. */
export function readImageStyle(style: string): WrittenSize & { readonly hasMore: boolean } {
  let [size, hasMore]: [WrittenSize, boolean] = [{}, false];
  for (const declaration of style.split(';')) {
    const [name = '', ...value] = declaration.split(':');
    const property = name.trim().toLowerCase();
    if (property === '') continue;
    const target = property === 'height' ? 'height' : SIZES.has(property) ? 'width' : undefined;
    const length =
      target === undefined ? undefined : readImageLength(target, value.join(':').replace(/!important/i, ''));
    if (target === undefined || length === undefined) hasMore = true;
    else if (length !== '' && (property !== 'max-width' || (size.width === undefined && length !== '100%')))
      size = { ...size, [target]: length };
  }
  return { ...size, hasMore };
}

const LENGTH = /^(\d{0,6}(?:\.\d{1,6})?)\s*([a-z%\\]*)$/;
const MOST = 10_000;

const SIZES: ReadonlySet<string> = new Set(['width', 'max-width']);

/** A share of the window, or of TeX's line, is one of the text's width. */
const UNITS: Readonly<Record<string, string>> = {
  '': 'px',
  px: 'px',
  '%': '%',
  vw: '%',
  mm: 'mm',
  cm: 'cm',
  in: 'in',
  inch: 'in',
  pt: 'pt',
  pc: 'pc',
  em: 'em',
  rem: 'em',
};
