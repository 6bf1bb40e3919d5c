import { describe, expect, it } from 'vitest';
import { rankPlaces } from './rank-places';

const paris = { id: 'Paris', region: null, country: 'FR', standsAlone: true };
const texas = { id: 'Paris, Texas', region: 'Texas', country: 'US' };
const ontario = { id: 'Paris, Ontario', region: 'Ontario', country: 'CA' };
const all = [texas, paris, ontario];
const ids = (places: { id: string }[]) => places.map(({ id }) => id);

describe('rankPlaces', () => {
  it('takes the city that stands alone where the line says no more', () => {
    expect(ids(rankPlaces(all, {}))).toEqual(['Paris', 'Paris, Texas', 'Paris, Ontario']);
  });

  it('takes the one whose region or country the line names, and no other', () => {
    expect(ids(rankPlaces(all, { qualifier: 'Texas', region: 'US-TX', country: 'US' }))).toEqual(['Paris, Texas']);
    expect(ids(rankPlaces(all, { qualifier: 'Tex.', region: 'US-TX', country: 'US' }))).toEqual(['Paris, Texas']);
    expect(ids(rankPlaces(all, { qualifier: 'France', country: 'FR' }))).toEqual(['Paris']);
    expect(ids(rankPlaces(all, { qualifier: 'Kenya', country: 'KE' }))).toEqual([]);
  });

  it('knows a region by its name in another language', () => {
    const lhasa = { id: 'Lhasa', region: 'Tibet', country: 'CN', names: [{ region: 'Xizang' }] };
    expect(ids(rankPlaces([lhasa], { qualifier: 'Xizang' }))).toEqual(['Lhasa']);
  });

  it('puts an entry that leaves its region out behind one that names it', () => {
    const bare = { id: 'bare', region: null, country: 'US' };
    const hint = { qualifier: 'Texas', region: 'US-TX', country: 'US' };
    expect(ids(rankPlaces([bare, texas], hint))).toEqual(['Paris, Texas', 'bare']);
  });

  it('tells Georgia, the state, from Georgia, the country', () => {
    const rome = { id: 'Rome, Ga.', region: 'Ga.', country: 'US' };
    expect(ids(rankPlaces([rome], { qualifier: 'Ga.', region: 'US-GA', country: 'US' }))).toEqual(['Rome, Ga.']);
    expect(ids(rankPlaces([rome], { qualifier: 'Georgia', country: 'GE' }))).toEqual([]);
  });
});
