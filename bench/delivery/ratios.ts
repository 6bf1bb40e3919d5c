// Rounds of a measurement as a ratio and its spread.

export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/** A round's figure, and that of what stood beside it. */
export interface Round {
  rate: number;
  against: number;
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** @param values - At least one. */
function spreadOfRatios(values: number[]): Ratio {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), low: at(sorted, 0), high: at(sorted, 1) };
}

export const ratioOf = (rounds: Round[]): Ratio => spreadOfRatios(rounds.map(({ rate, against }) => rate / against));

/** @param values - Milliseconds. */
export function latenciesOf(values: number[]): { p50: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

const number = (value: number, digits = 2) => value.toFixed(digits);

/** What was measured, and what it was to be: `least` or at most (`most`). */
export interface Result {
  name: string;
  against: string;
  ratio: Ratio;
  rate?: number;
  p50?: number;
  p99?: number;
  least?: number;
  most?: number;
}

function markOf({ ratio, least, most }: Result): string {
  if (least !== undefined) return `≥ ${least} ${ratio.median >= least ? 'met' : '**missed**'}`;
  if (most !== undefined) return `≤ ${most} ${ratio.median <= most ? 'met' : '**missed**'}`;
  return '';
}

export function markdownOf(results: Result[]): string {
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
