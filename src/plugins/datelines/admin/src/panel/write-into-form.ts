import type { StoryFields } from '../../../shared/src/mapping.contract';
import type { EntryRef } from '../../../shared/src/places.contract';
import type { Recognised } from '../../../shared/src/recognise.contract';
import type { RelationItem, RelationValue } from './form';

/** Relations of the saved story, by field. */
export type SavedRelations = Readonly<Record<string, readonly RelationItem[]>>;

/** A field of the form and what it is to hold. */
export type Change = readonly [field: string, value: unknown];

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ORDER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Keys by which Strapi sorts and after which it can put others: those of fractional indexing, in its simplest part. */
const orderKey = (at: number) => `a${ORDER[Math.min(at, ORDER.length - 1)]}`;

const linked = ({ id, documentId, label }: EntryRef, at: number): RelationItem => ({
  id,
  documentId,
  label,
  __temp_key__: orderKey(at),
  // Without a position the server leaves earlier links where they are.
  apiData: { id, documentId, isTemporary: true, position: { end: true } },
});

const unlinked = ({ id, documentId, apiData }: RelationItem): RelationItem => ({
  id,
  apiData: apiData ?? { id, documentId: documentId ?? '' },
});

/** Links exactly these entries, in this order. */
function link(entries: readonly EntryRef[], saved: readonly RelationItem[]): RelationValue {
  const ids = entries.map(({ documentId }) => documentId);
  const isSame = saved.length === ids.length && saved.every(({ documentId }, at) => documentId === ids[at]);
  if (isSame) return { connect: [], disconnect: [] };
  return {
    connect: entries.map(linked),
    disconnect: saved.filter(({ documentId }) => !ids.includes(documentId ?? '')).map(unlinked),
  };
}

/**
 * What "Use it" changes in a story's form. What the line does not say, and what the newsroom has no entry for, stays as
 * it is; a name without an author is taken as it stands.
 *
 * @param chosen - Entries of the recognised places, in their order; `null` for a place that has none.
 */
export function changesFor(
  { dateline, byline }: Recognised,
  chosen: readonly (EntryRef | null)[],
  fields: StoryFields,
  saved: SavedRelations
): Change[] {
  const changes: Change[] = [];
  const places = chosen.filter((entry) => entry !== null);
  if (fields.datelines && places.length > 0) {
    changes.push([fields.datelines, link(places, saved[fields.datelines] ?? [])]);
  }
  const source = dateline?.source?.entries[0];
  if (fields.source && source) changes.push([fields.source, link([source], saved[fields.source] ?? [])]);
  if (fields.datelineDate && dateline?.date && WHOLE_DAY.test(dateline.date)) {
    changes.push([fields.datelineDate, dateline.date]);
  }
  const { byline: names } = fields;
  if (names && byline && byline.credits.length > 0) {
    const credits = byline.credits.map(({ name, location, role, authors }, at) => ({
      __temp_key__: orderKey(at),
      [names.author]: { connect: authors.slice(0, 1).map(linked), disconnect: [] },
      [names.name]: authors.length > 0 ? null : name,
      [names.location]: location,
      [names.role]: role,
    }));
    changes.push([names.field, credits]);
  }
  if (fields.bylineLabel && byline?.label) changes.push([fields.bylineLabel, byline.label]);
  return changes;
}
