import type { Core } from '@strapi/strapi';
import type { Regeneration, SlugChange } from '../../../shared/src';
import { sqlNow } from '../db';
import { findFreeSlug } from '../numbered-slugs';
import { asText, createSlugStore, rowsOf, type SlugScope } from '../slug-store';
import type { SlugType } from '../slug-types';
import { makeBase } from '../writes/choose-slug';
import { judgeSlug, type RegenerateOptions } from './judge-slug';

/** Entries that are read at once. */
const CHUNK = 200;
/** Changes that a report names. */
const NAMED = 200;

export interface RegenerateRequest extends RegenerateOptions {
  /** Uids; all types that get slugs where it is left out. */
  types?: string[];
  /** One language; all where it is left out. */
  locale?: string;
  /** Write the new slugs; else only tell what would change. @default false */
  apply?: boolean;
  /** Whether the report may name an entry, given as stored, with its creator. All are counted. @default all */
  mayName?: (uid: string, entry: Record<string, unknown>) => boolean;
}

type Entry = Record<string, unknown>;

interface Documents {
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
}

const timeOf = (value: unknown) => new Date(value as string).getTime();

/** Makes slugs again, of headlines as they are now. */
export function createRegenerateService(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>) {
  const localeOf = (type: SlugType, entry: Entry) => (type.localized ? asText(entry.locale) : null);

  async function readDrafts(type: SlugType, locale: string | undefined, after: number): Promise<Entry[]> {
    return rowsOf(strapi, type.uid).findMany({
      where: {
        id: { $gt: after },
        ...(type.draftAndPublish ? { publishedAt: null } : {}),
        ...(type.localized && locale ? { locale } : {}),
      },
      populate: { createdBy: { populate: { roles: true } } },
      orderBy: { id: 'asc' },
      limit: CHUNK,
    });
  }

  /** Published versions of entries, by document and language; the entries themselves where a type has no drafts. */
  async function readLive(type: SlugType, entries: Entry[]): Promise<Map<string, Entry>> {
    const where = { documentId: { $in: entries.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } };
    const live = type.draftAndPublish ? await rowsOf(strapi, type.uid).findMany({ where }) : entries;
    return new Map(live.map((entry) => [keyOf(type, entry), entry]));
  }
  const keyOf = (type: SlugType, entry: Entry) => `${entry.documentId} ${localeOf(type, entry) ?? ''}`;

  /** The update and its publication stand or fall together; an emptied slug is made anew by the write itself. */
  async function write({ type, locale, documentId }: SlugScope, live: boolean): Promise<void> {
    const documents = (strapi.documents as unknown as (uid: string) => Documents)(type.uid);
    const where = { documentId, ...(locale === null ? {} : { locale }) };
    await strapi.db.transaction(async () => {
      await documents.update({ ...where, data: { [type.slugField]: null } });
      if (live && type.draftAndPublish) await documents.publish(where);
    });
  }

  async function change(entry: Entry, live: Entry | undefined, type: SlugType, request: RegenerateRequest) {
    const store = createSlugStore(strapi, await sqlNow(strapi));
    const documentId = asText(entry.documentId);
    const scope = { type, locale: localeOf(type, entry), documentId };
    const from = asText(entry[type.slugField]);
    const title = asText(entry[type.sourceField]);
    if (!title.trim()) return null;
    const base = await makeBase(title.trim(), scope, store);
    const isMade = (await store.made.find(type, documentId, scope.locale)) === from;
    // As the content manager tells a modified entry from a published one.
    const modified = live !== undefined && timeOf(entry.updatedAt) > timeOf(live.updatedAt);
    const { maxLength } = type;
    let outcome = judgeSlug({ slug: from, base, maxLength, made: isMade, live: !!live, modified }, request);
    if (outcome === null) return null;
    let to = await findFreeSlug(base, maxLength, (slugs) => store.findTaken(scope, slugs));
    if (outcome === 'would-change' && request.apply) {
      try {
        await write(scope, live !== undefined);
        outcome = 'changed';
        to = (await store.findRows(type, documentId)).find((row) => row.locale === scope.locale)?.slug ?? to;
      } catch (error) {
        strapi.log.error(`story-slugs: the slug of ${type.uid} ${documentId} could not be made again: ${error}`);
        outcome = 'failed';
      }
    }
    const found: SlugChange = {
      contentType: type.uid,
      documentId,
      locale: scope.locale,
      title,
      from,
      to,
      live: !!live,
      outcome,
    };
    return found;
  }

  return {
    /**
     * Makes the slugs of stored entries again, or tells what that would change. Each entry is a transaction of its own:
     * one that fails is reported, and the others are written.
     */
    async run(request: RegenerateRequest = {}): Promise<Regeneration> {
      const report: Regeneration = { checked: 0, counts: {}, changes: [] };
      for (const type of types.values()) {
        if (request.types && !request.types.includes(type.uid)) continue;
        const seen = new Set<unknown>();
        for (let after = 0; ; ) {
          const entries = await readDrafts(type, request.locale, after);
          const last = entries.at(-1);
          if (!last) break;
          after = Number(last.id);
          const live = await readLive(type, entries);
          for (const entry of entries) {
            // A slug that all languages share is made of one headline.
            if (type.sharedSlug && seen.has(entry.documentId)) continue;
            seen.add(entry.documentId);
            report.checked += 1;
            const found = await change(entry, live.get(keyOf(type, entry)), type, request);
            if (!found) continue;
            report.counts[found.outcome] = (report.counts[found.outcome] ?? 0) + 1;
            const isNamed = report.changes.length < NAMED && (request.mayName?.(type.uid, entry) ?? true);
            if (isNamed) report.changes.push(found);
          }
        }
      }
      return report;
    },
  };
}

export type RegenerateService = ReturnType<typeof createRegenerateService>;
