import { describe, expect, it } from 'vitest';
import { readPlaces } from './read-places';

describe('readPlaces', () => {
  it.each([
    ['Seoul', ['Seoul']],
    ['Buffalo, N.Y.', ['Buffalo']],
    ['SEOUL', ['Seoul']],
    ['Pékin', ['Pékin']],
  ])('reads %j', (text, cities) => {
    expect(readPlaces(text)?.places.map(({ city }) => city)).toEqual(cities);
  });

  it.each([[''], ['x'.repeat(81)], ['Seoul\nTokyo'], ['Seoul (AFP)']])('does not read %j', (text) => {
    expect(readPlaces(text)).toBeNull();
  });
});
