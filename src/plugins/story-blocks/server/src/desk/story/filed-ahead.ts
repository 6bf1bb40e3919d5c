/**
 * No clock in the world is further ahead of UTC: a filing date that is ahead by less may be a local time that was taken for
 * UTC, or a server's clock that is slow. It does no harm either, since no story sorts as newer than its first publication.
 */
const AHEAD_MS = 14 * 60 * 60_000;

/**
 * Whether a story is filed for a time that is still to come when it is published.
 *
 * @param filedAt - ISO 8601.
 * @param publication - When it is published, in milliseconds: now, or when its embargo ends.
 */
export const isFiledAhead = (filedAt: string, publication: number): boolean =>
  Date.parse(filedAt) > publication + AHEAD_MS;
