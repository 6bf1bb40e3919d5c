import { describe, expect, it } from 'vitest';
import { loadGazetteer } from './load-gazetteer';

const gazetteer = await loadGazetteer();
const names = (cities: { city: string; region: string | null; country: string | null }[]) =>
  cities.map(({ city, region, country }) => [city, region, country].filter(Boolean).join(', '));

describe('the gazetteer', () => {
  it('finds a city by its name, folded, the largest first', () => {
    expect(gazetteer.find('LONDON')[0]).toMatchObject({ country: 'GB', timezone: 'Europe/London' });
    expect(names(gazetteer.find('São Paulo'))).toEqual(['Sao Paulo, BR']);
    expect(names(gazetteer.find("Xi'an"))).toEqual(["Xi'an, CN"]);
    expect(names(gazetteer.find('DUESSELDORF'))).toEqual(['Düsseldorf, DE']);
    expect(names(gazetteer.find('Zurich'))).toEqual(['Zürich, CH']);
  });

  it('writes regions of the USA as AP does, those of Canada in full', () => {
    expect(names(gazetteer.find('Buffalo', { qualifier: 'N.Y.', region: 'US-NY', country: 'US' }))).toEqual([
      'Buffalo, N.Y., US',
    ]);
    expect(names(gazetteer.find('London', { qualifier: 'Ont.', region: 'CA-ON', country: 'CA' }))).toEqual([
      'London, Ontario, CA',
    ]);
    expect(names(gazetteer.find('Washington')).slice(0, 1)).toEqual(['Washington, D.C., US']);
  });

  it('takes the hint for what is meant', () => {
    const all = names(gazetteer.find('Springfield'));
    expect(all.length).toBeGreaterThan(3);
    expect(names(gazetteer.find('Springfield', { region: 'US-IL', country: 'US' }))).toEqual(['Springfield, Ill., US']);
    expect(gazetteer.find('London', { country: 'KE' })).toEqual([]);
  });

  it('knows names that agencies use, and zones by their present names', () => {
    for (const name of ['Yangon', 'Rangoon']) {
      expect(gazetteer.find(name)[0]).toMatchObject({ city: 'Yangon', timezone: 'Asia/Yangon' });
    }
    expect(names(gazetteer.find('San Juan', { qualifier: 'Puerto Rico', region: 'US-PR', country: 'US' }))).toEqual([
      'San Juan, Puerto Rico, US',
    ]);
    expect(gazetteer.find('Yinchuan')[0]?.timezone).toBe('Asia/Shanghai');
    expect(gazetteer.find('Pristina')[0]?.country).toBe('XK');
  });

  it('gives the zone of a country or state that has but one', () => {
    expect(gazetteer.timezoneOf('KR')).toBe('Asia/Seoul');
    expect(gazetteer.timezoneOf('US', 'N.Y.')).toBe('America/New_York');
    expect(gazetteer.timezoneOf('US')).toBeNull();
    expect(gazetteer.timezoneOf(null)).toBeNull();
  });

  it('finds nothing where no city is called so', () => {
    expect(gazetteer.find('Suncheon')).toEqual([]);
    expect(gazetteer.find('')).toEqual([]);
    expect(gazetteer.find('__proto__')).toEqual([]);
  });
});
