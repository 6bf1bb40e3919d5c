import type { SlugRow, SlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';

/** The context of a document action, as far as slugs go: all of it comes from the caller. */
export interface WriteContext {
  params: Record<string, unknown>;
}

/** One action on a document of a type that gets slugs, inside an open transaction. */
export interface Write {
  type: SlugType;
  store: SlugStore;
  context: WriteContext;
  /** The document's drafts as they are before the action, in all languages; none where it makes the document. */
  drafts: SlugRow[];
  /** Goes on to the action itself. */
  next: () => Promise<unknown>;
}

/** The fields that are written, or `null` where the caller gives none that are fields. */
export function readData({ params }: WriteContext): Record<string, unknown> | null {
  const { data = {} } = params;
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : null;
}

/** Puts a slug among the fields that are written; the caller's own object stays as it is. */
export function setSlug(context: WriteContext, slugField: string, slug: string): void {
  context.params = { ...context.params, data: { ...readData(context), [slugField]: slug } };
}

/** What a caller says of the slug. */
export type GivenSlug =
  /** Nothing: the key is left out. */
  | { kind: 'absent' }
  /** Null or blank: a new one is wanted. */
  | { kind: 'empty' }
  /** `slug`: as it is written, in composed characters and without blanks at its ends. */
  | { kind: 'chosen'; slug: string; sent: string }
  /** Not even text: whoever writes it refuses it. */
  | { kind: 'invalid' };

export function readGivenSlug(data: Record<string, unknown>, slugField: string): GivenSlug {
  const value = data[slugField];
  if (value === undefined) return { kind: 'absent' };
  if (value === null) return { kind: 'empty' };
  if (typeof value !== 'string') return { kind: 'invalid' };
  const slug = tidySlug(value);
  return slug ? { kind: 'chosen', slug, sent: value } : { kind: 'empty' };
}

/**
 * A slug as it is written: blanks that were copied with it are left away, and an accent is part of its letter, as links
 * have it.
 */
export const tidySlug = (slug: string): string => slug.normalize('NFC').trim();

/** Whether a caller sends the slug that is stored, as the admin does with every save. */
export const isStored = (given: GivenSlug, stored: string): boolean =>
  given.kind === 'chosen' && given.sent.trim() === stored.trim();

/** The headline or name that is written, `''` where there is none. */
export function readSource(data: Record<string, unknown>, sourceField: string): string {
  const value = data[sourceField];
  return typeof value === 'string' ? value.trim() : '';
}

/** Whether readers see what is written at once: then it has a slug, whatever it is made of. */
export function isLive(type: SlugType, params: Record<string, unknown>): boolean {
  return !type.draftAndPublish || params.status === 'published';
}
