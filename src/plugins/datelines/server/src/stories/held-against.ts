/**
 * The instant that a story's date is held against: when it was filed, since an archive's stories are published again and
 * again; but never one that is still to come, or a date ahead would be taken for right because the filing agrees with it.
 *
 * @param filedAt - ISO 8601, an instant or a day; empty: `now`.
 */
export const heldAgainst = (filedAt: string | null | undefined, now: Date): string =>
  filedAt && !(Date.parse(filedAt) > now.getTime()) ? filedAt : now.toISOString();
