import type { Hold, HoldFailure, HoldState } from '../../../shared/src';
import type { Setter } from './setter';

export interface HoldRow {
  type: string;
  document_id: string;
  state: HoldState;
  until: number | string | null;
  then_publish: boolean | number;
  locales: string;
  note: string | null;
  set_at: number | string;
  attempts: number | string;
  retry_at: number | string | null;
  copied_from: string | null;
  failure: string | null;
  failed_at: number | string | null;
  set_by: string | null;
}

/** What a hold is set with: instants in milliseconds. */
export interface NewHold {
  type: string;
  documentId: string;
  state: HoldState;
  until: number | null;
  thenPublish: boolean;
  /** Languages that wait to be published when an embargo ends. */
  locales: string[];
  note: string | null;
  /** The held story that this one is a copy of. */
  copiedFrom: string | null;
  /** Who is asked again at an embargo's end whether they may publish; null for code, which may. */
  setBy: Setter | null;
}

/** What stood in the way of an embargo's end. */
export type Failure = Pick<HoldFailure, 'code' | 'message' | 'field' | 'finding' | 'locale'>;

/** A hold as it is kept. */
export interface KeptHold extends NewHold {
  setAt: number;
  /** How often its end was tried in vain. */
  attempts: number;
  retryAt: number | null;
  failure: (Failure & { since: number }) | null;
}

const toMs = (value: number | string | null) => (value === null ? null : Number(value));
const iso = (ms: number) => new Date(ms).toISOString();

export const toHold = (row: HoldRow): KeptHold => ({
  type: row.type,
  documentId: row.document_id,
  state: row.state,
  until: toMs(row.until),
  thenPublish: Boolean(row.then_publish),
  locales: JSON.parse(row.locales) as string[],
  note: row.note,
  copiedFrom: row.copied_from,
  setBy: row.set_by === null ? null : (JSON.parse(row.set_by) as Setter),
  setAt: Number(row.set_at),
  attempts: Number(row.attempts),
  retryAt: toMs(row.retry_at),
  failure:
    row.failure === null
      ? null
      : { ...(JSON.parse(row.failure) as Failure), since: Number(row.failed_at ?? row.until) },
});

/** Whether a hold still holds: an embargo ends by itself at its instant, never early. */
export const isActive = (hold: KeptHold, now: number): boolean => hold.state !== 'embargo' || (hold.until ?? 0) > now;

const RANK: Record<HoldState, number> = { embargo: 0, withheld: 1, canceled: 2 };

/** Whether a hold lets go of a story that another one would keep: that is lifting the other in part. */
export const isWeaker = (hold: Pick<NewHold, 'state' | 'until'>, before: Pick<NewHold, 'state' | 'until'>): boolean =>
  RANK[hold.state] < RANK[before.state] ||
  (hold.state === 'embargo' && before.state === 'embargo' && (hold.until ?? 0) < (before.until ?? 0));

/** Milliseconds after which an embargo that is over, and that no server has looked at, is told of. */
export const LATE_MS = 60_000;

const LATE: Failure = {
  code: 'LATE',
  message: 'The embargo is over, but no server has come to it yet. Publish the story, or tell an administrator.',
  field: null,
  finding: null,
  locale: null,
};

/** Why an embargo that is over has not published its story; null where nothing is wrong. */
export function failureOf(hold: KeptHold, now: number): HoldFailure | null {
  const { failure, until, attempts, retryAt } = hold;
  if (failure)
    return { ...failure, since: iso(failure.since), attempts, nextTry: retryAt === null ? null : iso(retryAt) };
  const isLate = hold.state === 'embargo' && hold.thenPublish && until !== null && until <= now - LATE_MS;
  return isLate ? { ...LATE, since: iso(until), attempts, nextTry: null } : null;
}

/** @param told - What not everybody is told, as far as the one who asks may be. */
export const toAnswer = (hold: KeptHold, now: number, told: Pick<Hold, 'copiedFrom' | 'note'>): Hold => ({
  documentId: hold.documentId,
  state: hold.state,
  until: hold.until === null ? null : iso(hold.until),
  thenPublish: hold.thenPublish,
  locales: hold.locales,
  ...told,
  failure: failureOf(hold, now),
});
