import type { Hold, HoldState } from '../../../shared/src';

export interface HoldRow {
  type: string;
  document_id: string;
  state: HoldState;
  until: number | string | null;
  then_publish: boolean | number;
  locales: string;
  note: string | null;
}

/** A hold as it is kept: instants in milliseconds. */
export interface KeptHold {
  type: string;
  documentId: string;
  state: HoldState;
  until: number | null;
  thenPublish: boolean;
  /** Languages that wait to be published when an embargo ends. */
  locales: string[];
  note: string | null;
}

export const toHold = (row: HoldRow): KeptHold => ({
  type: row.type,
  documentId: row.document_id,
  state: row.state,
  until: row.until === null ? null : Number(row.until),
  thenPublish: Boolean(row.then_publish),
  locales: JSON.parse(row.locales) as string[],
  note: row.note,
});

/** Whether a hold still holds: an embargo ends by itself at its instant, never early. */
export const isActive = (hold: KeptHold, now: number): boolean => hold.state !== 'embargo' || (hold.until ?? 0) > now;

export const toAnswer = (hold: KeptHold): Hold => ({
  documentId: hold.documentId,
  state: hold.state,
  until: hold.until === null ? null : new Date(hold.until).toISOString(),
  thenPublish: hold.thenPublish,
  locales: hold.locales,
  note: hold.note,
});
