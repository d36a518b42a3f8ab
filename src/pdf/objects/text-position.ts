// Where the next letters begin in a content stream (PDF 32000-1, 9.4).
import { numbers, type Operator } from './content-operators.js';
import { matrixOf, times, through, UNITY, type Matrix } from './matrices.js';

/** In the space of the stream. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
}

export interface TextPlaces {
  /** Follows an operator; true when it shows text, which begins at `place()`. */
  takes(operator: Operator): boolean;
  place(): TextPlace;
}

/**
 * What follows in the same line without a move is taken to begin where the line does: widths of letters are
 * not read.
 */
export function beginText(): TextPlaces {
  let line: Matrix = UNITY;
  let leading = 0;
  const move = (x: number, y: number): void => void (line = times([1, 0, 0, 1, x, y], line));
  return {
    takes: (operator) => {
      const values = (): readonly [number, number] => {
        const [first = 0, second = 0] = numbers(operator, Math.min(operator.operands.length, 2)) ?? [];
        return [first, second];
      };
      switch (operator.name) {
        case 'BT':
          line = UNITY;
          return false;
        case 'Tm':
          line = matrixOf(numbers(operator, 6));
          return false;
        case 'Td':
          move(...values());
          return false;
        case 'TD':
          leading = -values()[1];
          move(...values());
          return false;
        case 'TL':
          [leading] = values();
          return false;
        case 'T*':
          move(0, -leading);
          return false;
        case "'":
        case '"':
          move(0, -leading);
          return true;
        default:
          return operator.name === 'Tj' || operator.name === 'TJ';
      }
    },
    place: () => {
      const [x, y] = through(line, [0, 0]);
      return { x, y };
    },
  };
}
