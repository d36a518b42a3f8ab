// Values of declarations, as far as the rules look into them.
import { generate, walk, type CssNode, type Declaration } from 'css-tree';

/** The parts of a shorthand, cut at the spaces that stand in no brackets: `1em 2em` is two. */
export function valueParts({ value }: Declaration): readonly string[] {
  return value.type === 'Value'
    ? value.children
        .toArray()
        .map((part) => generate(part))
        .filter((part) => part.trim() !== '')
    : [generate(value)];
}

/** `0`, `0px`, `none` and the like: nothing is drawn and no room is taken. */
export function isZero(value: string | undefined): boolean {
  return (
    value === undefined ||
    /^(?:[-+]?0*\.?0+[a-z%]*|none|hidden|initial|unset|revert|inherit)$/i.test(value.trim())
  );
}

/** The units of all lengths, in small letters. */
export function unitsOf(node: CssNode): ReadonlySet<string> {
  const units = new Set<string>();
  walk(node, (one) => {
    if (one.type === 'Dimension') units.add(one.unit.toLowerCase());
  });
  return units;
}

/** Whether a length is below zero, in a shorthand too; within a calculation it cannot be told. */
export function hasNegative({ value }: Declaration): boolean {
  return (
    value.type === 'Value' &&
    value.children
      .toArray()
      .some(
        (part) =>
          (part.type === 'Dimension' || part.type === 'Percentage' || part.type === 'Number') &&
          Number(part.value) < 0,
      )
  );
}
