import { describe, expect, it } from 'vitest';
import { placeCandidates } from './candidates';
import { loadGazetteer } from './load-gazetteer';

const gazetteer = await loadGazetteer();

describe('placeCandidates', () => {
  it('takes the city that the line means', () => {
    expect(placeCandidates({ city: 'Buffalo', qualifier: 'N.Y.', region: 'US-NY', country: 'US' }, gazetteer)).toEqual([
      {
        city: 'Buffalo',
        region: 'N.Y.',
        country: 'US',
        timezone: 'America/New_York',
        label: 'Buffalo, N.Y.',
        from: 'gazetteer',
      },
    ]);
  });

  it('offers the large ones where the line says no more', () => {
    const labels = placeCandidates({ city: 'Portland' }, gazetteer).map(({ label }) => label);
    expect(labels).toEqual(['Portland, Ore.', 'Portland, Maine', 'Portland, Australia']);
  });

  it('makes one of the line alone where no city is known, with the zone of a country that has but one', () => {
    expect(placeCandidates({ city: 'Suncheon', qualifier: 'South Korea', country: 'KR' }, gazetteer)).toEqual([
      {
        city: 'Suncheon',
        region: null,
        country: 'KR',
        timezone: 'Asia/Seoul',
        label: 'Suncheon, South Korea',
        from: 'line',
      },
    ]);
    expect(placeCandidates({ city: 'Qala', qualifier: 'Ruritania' }, gazetteer)).toEqual([
      { city: 'Qala', region: 'Ruritania', country: null, timezone: null, label: 'Qala, Ruritania', from: 'line' },
    ]);
  });

  it('keeps a region that the line names and the gazetteer does not', () => {
    const [lhasa] = placeCandidates({ city: 'Lhasa', qualifier: 'Tibet', region: 'CN-XZ', country: 'CN' }, gazetteer);
    expect(lhasa).toMatchObject({ city: 'Lhasa', region: 'Tibet', country: 'CN', label: 'Lhasa, Tibet' });
  });
});
