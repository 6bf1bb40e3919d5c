const NUMBERS = /\d+/g;

/** What a zone's clocks say at an instant, as if it were UTC; milliseconds. */
function wallClock(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** Hours and minutes of a time as a picker writes it in any language; `null` where it is none. */
function readTime(time: string): [hours: number, minutes: number] | null {
  const [hours, minutes] = (time.match(NUMBERS) ?? []).map(Number);
  return hours === undefined || minutes === undefined || hours > 23 || minutes > 59 ? null : [hours, minutes];
}

/**
 * The instant at which a zone's clocks show a day and a time.
 *
 * @param day - The day is the one that `day` has in the browser's own zone.
 * @param time - Such as `06:30`.
 * @param zone - IANA.
 * @returns `null` where the time is none. In the hour that a spring skips, the instant before or after it by as much.
 * @example toInstant(new Date(2031, 0, 15), '06:00', 'Europe/Oslo') // → 2031-01-15T05:00:00.000Z
 */
export function toInstant(day: Date, time: string, zone: string): Date | null {
  const clock = readTime(time);
  if (!clock) return null;
  const wanted = Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), ...clock);
  // Twice: the first guess may lie on the other side of a change of clocks.
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) instant += wanted - wallClock(instant, zone);
  return new Date(instant);
}
