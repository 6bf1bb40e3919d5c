/** Clocks of an agency, an editor and a server differ by minutes; a filing date that is ahead by more is a slip. */
const CLOCK_SKEW_MS = 10 * 60_000;

/**
 * Whether a story is filed for a time that is still to come when it is published.
 *
 * @param filedAt - ISO 8601.
 * @param publication - When it is published, in milliseconds: now, or when its embargo ends.
 */
export const isFiledAhead = (filedAt: string, publication: number): boolean =>
  Date.parse(filedAt) > publication + CLOCK_SKEW_MS;
