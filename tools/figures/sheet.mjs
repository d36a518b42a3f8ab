// The sheet of a plate: A5 with ten millimetres more on every side, one unit a millimetre.
import { drawing } from './ink.mjs';

export const SHEET = { width: 168, height: 230 };

export function plate({ ground, shapes }) {
  return drawing({ ...SHEET, millimetres: 1, ground, shapes });
}
