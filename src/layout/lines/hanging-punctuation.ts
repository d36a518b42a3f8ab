// Hanging marks: how much of its width a mark may reach outside the measure, so that the edge looks straight.

const AT_START: Readonly<Record<string, number>> = {
  '‘': 0.6,
  '“': 0.5,
  '‚': 0.6,
  '„': 0.5,
  '«': 0.4,
  '»': 0.4,
  '‹': 0.4,
  '›': 0.4,
  '—': 0.15,
  '(': 0.1,
};

const AT_END: Readonly<Record<string, number>> = {
  '-': 0.55,
  '\u2010': 0.55,
  ',': 0.6,
  '.': 0.6,
  ';': 0.4,
  ':': 0.4,
  '’': 0.6,
  '‘': 0.6,
  '”': 0.5,
  '“': 0.5,
  '«': 0.4,
  '»': 0.4,
  '‹': 0.4,
  '›': 0.4,
  '—': 0.2,
  '–': 0.3,
  '!': 0.15,
  '?': 0.15,
};

/** Share of the mark's width that stands outside; 0 for all that is no mark. */
export function hangAtStart(mark: string): number {
  return AT_START[mark] ?? 0;
}

export function hangAtEnd(mark: string): number {
  return AT_END[mark] ?? 0;
}
