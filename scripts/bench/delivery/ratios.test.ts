import { expect, it } from 'vitest';
import { latenciesOf, markdownOf, ratioOf } from './ratios.mjs';

it('compares each round with the trivial route of the same round', () => {
  const rounds = [
    { rate: 90, trivial: 100 },
    { rate: 40, trivial: 50 },
    { rate: 70, trivial: 100 },
  ];
  expect(ratioOf(rounds)).toEqual({ median: 0.8, low: 0.7, high: 0.9 });
});

it('takes latencies by rank', () => {
  expect(latenciesOf(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({ p50: 51, p99: 100 });
});

it('marks which targets are met and leaves routes without one unmarked', () => {
  const base = { caller: 'public', rate: 90, p50: 1, p99: 2, ratio: { median: 0.8, low: 0.7, high: 0.9 } };
  const rows = markdownOf([
    { ...base, name: 'related, hot', target: 0.85 },
    { ...base, name: 'page, hot', target: 0.5 },
    { ...base, name: 'stock', target: null },
  ]).split('\n');
  expect(rows[2]).toBe('| public | related, hot | 90 | 0.80 | 0.70–0.90 | 1.0 | 2.0 | 0.85 missed |');
  expect(rows[3]).toContain('0.50 met');
  expect(rows[4]).toMatch(/\| {2}\|$/);
});
