// Rounds of a measurement as a ratio and its spread.

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** @param {number[]} values - At least one. */
export function spreadOfRatios(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), low: sorted[0], high: sorted[sorted.length - 1] };
}

/**
 * @param {{ rate: number, trivial: number }[]} rounds - Answers a second, of the route and of the trivial one beside it.
 */
export const ratioOf = (rounds) => spreadOfRatios(rounds.map(({ rate, trivial }) => rate / trivial));

/** @param {number[]} values - Milliseconds. */
export function latenciesOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: at(sorted, 0.5) ?? 0, p99: at(sorted, 0.99) ?? 0 };
}

/** @param {{ caller: string, name: string, ratio: ReturnType<typeof ratioOf>, rate: number, p50: number, p99: number, target: number | null }[]} results */
export function markdownOf(results) {
  const number = (value, digits = 2) => value.toFixed(digits);
  return [
    '| caller | route | a second | of trivial | spread | p50 ms | p99 ms | target |',
    '| --- | --- | --: | --: | --- | --: | --: | --- |',
    ...results.map(({ caller, name, ratio, rate, p50, p99, target }) => {
      const mark = target === null ? '' : `${number(target)} ${ratio.median >= target ? 'met' : 'missed'}`;
      const spread = `${number(ratio.low)}–${number(ratio.high)}`;
      return `| ${caller} | ${name} | ${Math.round(rate)} | ${number(ratio.median)} | ${spread} | ${number(p50, 1)} | ${number(p99, 1)} | ${mark} |`;
    }),
  ].join('\n');
}
