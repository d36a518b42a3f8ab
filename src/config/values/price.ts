// The price add-on of a bar code: five digits beside the ISBN (GS1 General Specifications; BISG, "Product
// Identification").
import type { ParsedValue } from './parsed-value.js';

/** `51299`: 5 for US dollars, then 12.99. CONF-003 when it is not five digits. */
export function readPriceDigits(written: string | number): ParsedValue<string> {
  const digits = String(written).trim();
  if (/^\d{5}$/.test(digits)) return { value: digits };
  return {
    fault: {
      code: 'CONF-003',
      message: `"${written}" is not the five digits of a price.`,
      hint: 'Write currency and price in quotes: "51299" is 12.99 US dollars, "90000" is no price.',
    },
  };
}
