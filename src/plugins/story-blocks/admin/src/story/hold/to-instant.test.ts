import { describe, expect, it } from 'vitest';
import { toInstant } from './to-instant';

describe('toInstant', () => {
  it.each([
    [[2031, 0, 15], '06:00', 'Europe/Oslo', '2031-01-15T05:00:00.000Z'],
    [[2031, 6, 15], '06:00', 'Europe/Oslo', '2031-07-15T04:00:00.000Z'],
    [[2031, 0, 15], '00.05', 'UTC', '2031-01-15T00:05:00.000Z'],
    [[2031, 0, 1], '00:30', 'Pacific/Kiritimati', '2030-12-31T10:30:00.000Z'],
    [[2031, 0, 15], '18:30', 'Asia/Kolkata', '2031-01-15T13:00:00.000Z'],
    // Just after clocks went forward, and just after they went back.
    [[2026, 2, 29], '03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    [[2026, 9, 25], '04:00', 'Europe/Paris', '2026-10-25T03:00:00.000Z'],
    [[2026, 2, 8], '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
  ] as const)('of %j %s in %s', ([year, month, date], time, zone, instant) => {
    expect(toInstant(new Date(year, month, date), time, zone)?.toISOString()).toBe(instant);
  });

  it.each(['', 'noon', '25:00', '12:60'])('is none for %j', (time) => {
    expect(toInstant(new Date(2031, 0, 15), time, 'UTC')).toBeNull();
  });
});
