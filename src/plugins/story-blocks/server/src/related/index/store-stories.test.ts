import { describe, expect, it } from 'vitest';
import type { Card } from '../../cards';
import { frequenciesOf, noModel } from '../model/model';
import { toIndexed } from './store-stories';

const headline = (title: string) =>
  toIndexed(
    { title, topicIds: [] } as unknown as Card,
    { terms: [], phrases: [], sketch: new Uint8Array(0) },
    noModel(frequenciesOf(1))
  ).features.headline;

describe('the headline of an indexed story', () => {
  it.each([
    ['Grain prices, 3/5', 'GRAIN PRICES 12/5'],
    ['Рынок зерна: 3', 'Рынок зерна: 4'],
    ['穀物相場（3日）', '穀物相場（12日）'],
  ])('is the same in a series: %s', (one, other) => {
    expect(headline(one)).toBe(headline(other));
  });

  it('is another where a word is', () => {
    expect(headline('Grain prices')).not.toBe(headline('Grain price'));
  });

  it('is 0 where there are no words', () => {
    expect(headline('2026 – 12')).toBe(0);
  });
});
