// Sizes of files as people read them. Reports for other programs keep bytes.

const UNITS = ['kB', 'MB', 'GB'] as const;

/** In steps of a thousand: `812 bytes`, `830 kB`, `4.2 MB`, `184 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  let value = bytes / 1000;
  let unit = 0;
  while (Math.round(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const isFine = unit > 0 && Math.round(value * 10) < 1000;
  return `${isFine ? value.toFixed(1) : String(Math.round(value))} ${UNITS[unit] ?? 'GB'}`;
}
