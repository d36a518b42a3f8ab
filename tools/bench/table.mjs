// The benchmark in words: a row for each way of building and each length, and how time grows with length.
export function table(results) {
  const rows = results.flatMap(({ size, medians }) =>
    Object.entries(medians).map(([name, one]) => row(size, name, one, medians[REFERENCE])),
  );
  return [
    '| pages | what | seconds | of processors | peak memory | words lost | against pagedjs-cli |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const REFERENCE = 'pagedjs-cli, one PDF';

function row(size, name, { wall, cpu, memory, lost, codes }, reference) {
  const failed = codes.some((code) => code !== 0);
  const times =
    reference === undefined || failed || name === REFERENCE || reference.codes.some((code) => code !== 0)
      ? ''
      : `${(reference.wall / wall).toFixed(1)} times as fast`;
  const cells = failed
    ? [`ended with ${codes.join(' ')}`, '', '', '']
    : [wall.toFixed(2), cpu.toFixed(2), `${Math.round(memory)} MB`, lost ?? ''];
  return `| ${[size, name, ...cells, times].join(' | ')} |`;
}

/**
 * Between the least length from 265 pages on and the greatest: seconds of processors are as the pages to this
 * power.
 */
export function growth(results) {
  const [first, last] = [results.find(({ size }) => size >= 265), results.at(-1)];
  if (first === undefined || first === last) return 'Growth is told from 265 pages to more.';
  const rows = Object.keys(first.medians)
    .filter((name) => [first, last].every(({ medians }) => medians[name]?.codes.every((code) => code === 0)))
    .map((name) => {
      const power =
        Math.log(last.medians[name].cpu / first.medians[name].cpu) / Math.log(last.size / first.size);
      return `| ${name} | ${power.toFixed(2)} |`;
    });
  return [
    `| from ${first.size} to ${last.size} pages | seconds of processors grow as the pages to the power of |`,
    '|---|---|',
    ...rows,
  ].join('\n');
}
