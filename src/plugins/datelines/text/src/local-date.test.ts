import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '.';

describe('localDate', () => {
  it('is the day at the place, not in London', () => {
    expect(localDate('2019-04-21T20:00:00.000Z', 'Asia/Pyongyang')).toBe('2019-04-22');
    expect(localDate('2019-04-22T03:00:00.000Z', 'America/New_York')).toBe('2019-04-21');
    expect(localDate(new Date('2019-04-21T20:00:00Z'), 'Asia/Pyongyang')).toBe('2019-04-22');
  });

  it('follows the zone through its history', () => {
    // Samoa had no 30 December 2011.
    expect(localDate('2011-12-30T09:59:59Z', 'Pacific/Apia')).toBe('2011-12-29');
    expect(localDate('2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('reads an instant without an offset, and an unknown zone, as UTC', () => {
    expect(localDate('2019-04-21T23:30:00')).toBe('2019-04-21');
    expect(localDate('2019-04-21')).toBe('2019-04-21');
    expect(localDate('2019-04-21T23:30:00Z', 'Mars/Olympus_Mons')).toBe('2019-04-21');
    expect(localDate('2019-04-21T23:30:00Z', 'local')).toBe('2019-04-21');
    expect(localDate('2019-04-21T23:30:00Z', null)).toBe('2019-04-21');
  });

  it.each(['', 'yesterday', '10:00', '2019', '2019-W17', '2019-02-30T00:00:00Z', '2019-04-21 20:00'])(
    'is null for %j',
    (instant) => {
      expect(localDate(instant)).toBeNull();
    }
  );

  it('is null for an invalid Date and for years that four digits do not hold', () => {
    expect(localDate(new Date(Number.NaN))).toBeNull();
    expect(localDate(new Date(8.64e15))).toBeNull();
  });

  it('gives a date or null for anything', () => {
    const zone = fc.oneof(fc.string(), fc.constantFrom('Asia/Tokyo', 'UTC', 'Pacific/Kiritimati'));
    fc.assert(
      fc.property(fc.oneof(fc.date(), fc.string()), zone, (instant, timezone) => {
        expect(localDate(instant, timezone) ?? '0000-00-00').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      })
    );
  });
});
