import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../../text/src/data/regions';
import { US_STATES } from './data/us-states';
import { regionCode, writtenRegion } from './regions';

describe('regionCode', () => {
  it.each([
    ['N.Y.', 'US', 'US-NY'],
    ['New York', 'US', 'US-NY'],
    ['N. Y.', undefined, 'US-NY'],
    ['Québec', 'CA', 'CA-QC'],
    ['Ga.', 'US', 'US-GA'],
    ['WA', 'AU', null],
    ['Bavaria', 'DE', null],
    ['', 'US', null],
  ])('reads %j of %s as %s', (region, country, code) => {
    expect(regionCode(region, country)).toBe(code);
  });
});

describe('writtenRegion', () => {
  it('shortens states as AP does, and writes what it shortens so that it is read again', () => {
    expect(writtenRegion('US-NY')).toBe('N.Y.');
    expect(writtenRegion('US-TX')).toBe('Texas');
    expect(writtenRegion('CA-QC')).toBe('Quebec');
    expect(writtenRegion('XX-YY')).toBeNull();
    for (const [code, written] of Object.entries(US_STATES)) expect(regionCode(written, 'US'), written).toBe(code);
  });

  it('writes every region that datelines are read with', () => {
    expect(REGIONS.map(([code]) => code).filter((code) => !writtenRegion(code))).toEqual([]);
  });
});
