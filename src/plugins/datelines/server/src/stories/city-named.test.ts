import { describe, expect, it } from 'vitest';
import { cityNamed } from './city-named';

const beijing = {
  id: 1,
  documentId: 'beijing',
  label: 'Beijing',
  city: 'Beijing',
  region: null,
  country: 'CN',
  timezone: null,
  standsAlone: true,
  names: [{ locale: 'fr', city: 'Pékin', region: null }],
};

describe('cityNamed', () => {
  it('takes a name in another language for the place itself', () => {
    expect(cityNamed('Pekin', [beijing])).toBe('Beijing');
    expect(cityNamed('Pékin, Chine', [beijing])).toBe('Beijing');
  });

  it('leaves other places as they are', () => {
    expect(cityNamed('Tokyo', [beijing])).toBe('Tokyo');
    expect(cityNamed(null, [beijing])).toBeNull();
  });
});
