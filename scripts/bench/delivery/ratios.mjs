// Rounds of a measurement as a ratio and its spread.

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** @param {number[]} values - At least one. */
export function spreadOfRatios(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), low: sorted[0], high: sorted[sorted.length - 1] };
}

/**
 * @param {{ rate: number, against: number }[]} rounds - Answers a second, and those of what stood beside it in that round.
 */
export const ratioOf = (rounds) => spreadOfRatios(rounds.map(({ rate, against }) => rate / against));

/** @param {number[]} values - Milliseconds. */
export function latenciesOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: at(sorted, 0.5) ?? 0, p99: at(sorted, 0.99) ?? 0 };
}

const number = (value, digits = 2) => value.toFixed(digits);

/**
 * What was measured, and what it was to be: `least` or at most (`most`).
 *
 * @typedef {{ name: string, against: string, ratio: ReturnType<typeof spreadOfRatios>, rate?: number, p50?: number,
 *   p99?: number, least?: number, most?: number }} Result
 */

/** @param {Result} result */
export function markOf({ ratio, least, most }) {
  if (least !== undefined) return `≥ ${least} ${ratio.median >= least ? 'met' : '**missed**'}`;
  if (most !== undefined) return `≤ ${most} ${ratio.median <= most ? 'met' : '**missed**'}`;
  return '';
}

/** @param {Result[]} results */
export function markdownOf(results) {
  return [
    '| what | beside | ratio | spread | a second | p50 ms | p99 ms | target |',
    '| --- | --- | --: | --- | --: | --: | --: | --- |',
    ...results.map((result) => {
      const { name, against, ratio, rate, p50, p99 } = result;
      const spread = `${number(ratio.low)}–${number(ratio.high)}`;
      const told = [
        rate === undefined ? '' : Math.round(rate),
        ...[p50, p99].map((ms) => (ms === undefined ? '' : number(ms, 1))),
      ];
      return `| ${[name, against, number(ratio.median), spread, ...told, markOf(result)].join(' | ')} |`;
    }),
  ].join('\n');
}
