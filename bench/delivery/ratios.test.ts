import { expect, it } from 'vitest';
import { latenciesOf, markdownOf, ratioOf } from './ratios';

it('compares each round with what stood beside it in the same round', () => {
  const rounds = [
    { rate: 90, against: 100 },
    { rate: 40, against: 50 },
    { rate: 70, against: 100 },
  ];
  expect(ratioOf(rounds)).toEqual({ median: 0.8, low: 0.7, high: 0.9 });
});

it('takes latencies by rank', () => {
  expect(latenciesOf(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({ p50: 51, p99: 100 });
});

it('marks which targets are met and leaves what has none unmarked', () => {
  const base = { against: 'trivial', rate: 90, p50: 1, p99: 2, ratio: { median: 0.8, low: 0.7, high: 0.9 } };
  const rows = markdownOf([
    { ...base, name: 'related', least: 0.85 },
    { ...base, name: 'publish', most: 1.25 },
    { ...base, name: 'stock' },
  ]).split('\n');
  expect(rows[2]).toBe('| related | trivial | 0.80 | 0.70–0.90 | 90 | 1.0 | 2.0 | ≥ 0.85 **missed** |');
  expect(rows[3]).toContain('≤ 1.25 met');
  expect(rows[4]).toMatch(/\| {2}\|$/);
});
