import type { Core } from '@strapi/strapi';
import { sqlNow, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import type { Regeneration, SlugChange } from '../../../shared/src';
import { asText, createSlugStore, rowsOf, type SlugScope, type SlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';
import { checkFirst } from '../writes/check-first';
import { findFree, makeBase } from '../writes/choose-slug';
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

/** An entry in one language, as it is stored. */
interface Found {
  entry: Entry;
  /** Its published version; the entry itself where a type has no drafts. */
  live: Entry | undefined;
  /** The slug that the plugin made for it. */
  made: string | null;
}

interface Documents {
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
}

const timeOf = (value: unknown) => new Date(value as string).getTime();

/** Makes slugs again, of headlines as they are now. */
export function createRegenerateService(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>) {
  const localeOf = (type: SlugType, entry: Entry) => (type.localized ? asText(entry.locale) : null);
  const keyOf = (type: SlugType, entry: Entry) => `${entry.documentId} ${localeOf(type, entry) ?? ''}`;
  const localeField = (type: SlugType) => (type.localized ? ['locale'] : []);

  async function readDrafts(type: SlugType, where: object, limit: number): Promise<Entry[]> {
    return rowsOf(strapi, type.uid).findMany({
      select: ['id', 'documentId', type.slugField, type.sourceField, 'updatedAt', ...localeField(type)],
      where: { ...where, ...(type.draftAndPublish ? { publishedAt: null } : {}) },
      orderBy: { id: 'asc' },
      limit,
    });
  }

  /** Published versions of entries, by document and language; the entries themselves where a type has no drafts. */
  async function readLive(type: SlugType, entries: Entry[]): Promise<Map<string, Entry>> {
    const select = ['id', 'documentId', 'updatedAt', ...localeField(type)];
    const where = { documentId: { $in: entries.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } };
    const live = type.draftAndPublish ? await rowsOf(strapi, type.uid).findMany({ select, where }) : entries;
    return new Map(live.map((entry) => [keyOf(type, entry), entry]));
  }

  /** What is stored now, with the slugs that were made: in three statements, however many entries there are. */
  async function readFound(type: SlugType, entries: Entry[], store: SlugStore): Promise<Found[]> {
    const live = await readLive(type, entries);
    const ids = [...new Set(entries.map(({ documentId }) => asText(documentId)))];
    const madeFor = await store.made.findAll(type, ids);
    return entries.map((entry) => ({
      entry,
      live: live.get(keyOf(type, entry)),
      made: madeFor(asText(entry.documentId), localeOf(type, entry)),
    }));
  }

  async function judge(
    { entry, live, made }: Found,
    scope: SlugScope,
    store: SlugStore,
    request: RegenerateRequest
  ): Promise<{ outcome: SlugChange['outcome']; base: string } | null> {
    const { type } = scope;
    const title = asText(entry[type.sourceField]).trim();
    if (!title) return null;
    const slug = asText(entry[type.slugField]);
    const base = await makeBase(title, scope, store);
    // As the content manager tells a modified entry from a published one.
    const modified = live !== undefined && timeOf(entry.updatedAt) > timeOf(live.updatedAt);
    const { maxLength } = type;
    const outcome = judgeSlug({ slug, base, maxLength, made: made === slug, live: !!live, modified }, request);
    return outcome && { outcome, base };
  }

  /**
   * The update and its publication stand or fall together; an emptied slug is made anew by the write itself.
   *
   * An editor may have saved, published or deleted the entry since it was read. It is judged once more when nobody else
   * can write it, so that no unfinished edits come before readers.
   *
   * @returns What became of it, `null` where there is nothing to change any more.
   */
  async function write(
    { type, locale, documentId }: SlugScope & { documentId: string },
    request: RegenerateRequest
  ): Promise<SlugChange['outcome'] | null> {
    const documents = (strapi.documents as unknown as (uid: string) => Documents)(type.uid);
    const where = { documentId, ...(locale === null ? {} : { locale }) };
    let outcome: SlugChange['outcome'] | null = 'changed';
    let isLive = false;
    const judgeAgain = async (store: SlugStore) => {
      const [found] = await readFound(type, await readDrafts(type, where, 1), store);
      isLive = found?.live !== undefined;
      const now = (found && (await judge(found, { type, locale, documentId }, store, request)))?.outcome ?? null;
      if (now === 'would-change') return;
      outcome = now;
      throw new Error('The entry is not what it was when it was read.');
    };
    try {
      await strapi.db.transaction(async () => {
        const data = { [type.slugField]: null };
        await checkFirst(documentId, judgeAgain, () => documents.update({ ...where, data }));
        if (isLive && type.draftAndPublish) await documents.publish(where);
      });
    } catch (error) {
      // The last look undid the transaction; every other error is one.
      if (outcome === 'changed') throw error;
    }
    return outcome;
  }

  async function change(
    found: Found,
    type: SlugType,
    store: SlugStore,
    request: RegenerateRequest
  ): Promise<SlugChange | null> {
    const { entry, live } = found;
    const documentId = asText(entry.documentId);
    const scope = { type, locale: localeOf(type, entry), documentId };
    const judged = await judge(found, scope, store, request);
    if (!judged) return null;
    let outcome: SlugChange['outcome'] | null = judged.outcome;
    let to = await findFree(judged.base, scope, store);
    if (outcome === 'would-change' && request.apply) {
      try {
        outcome = await write(scope, request);
        if (outcome === null) return null;
        if (outcome === 'changed')
          to = (await store.findRows(type, documentId)).find((row) => row.locale === scope.locale)?.slug ?? to;
      } catch (error) {
        strapi.log.error(`story-slugs: the slug of ${type.uid} ${documentId} could not be made again: ${error}`);
        outcome = 'failed';
      }
    }
    return {
      contentType: type.uid,
      documentId,
      locale: scope.locale,
      title: asText(entry[type.sourceField]),
      from: asText(entry[type.slugField]),
      to,
      live: !!live,
      outcome,
    };
  }

  /**
   * Which rows the report may name. They are read whole, and only they: the conditions of a permission may ask for any
   * field.
   */
  async function findNameable(
    { uid }: SlugType,
    ids: unknown[],
    mayName: RegenerateRequest['mayName']
  ): Promise<(id: unknown) => boolean> {
    if (!mayName || ids.length === 0) return () => true;
    const rows = await rowsOf(strapi, uid).findMany({ where: { id: { $in: ids } }, populate: WITH_CREATOR });
    const nameable = new Set(rows.filter((row) => mayName(uid, row)).map(({ id }) => id));
    return (id) => nameable.has(id);
  }

  async function runType(type: SlugType, request: RegenerateRequest, report: Regeneration): Promise<void> {
    // A slug that all languages share is made of one headline.
    const seen = type.localized && type.sharedSlug ? new Set<unknown>() : undefined;
    const ofLocale = type.localized && request.locale ? { locale: request.locale } : {};
    const store = createSlugStore(strapi, await sqlNow(strapi));
    for (let after = 0; ; ) {
      const entries = await readDrafts(type, { id: { $gt: after }, ...ofLocale }, CHUNK);
      const last = entries.at(-1);
      if (!last) return;
      after = Number(last.id);
      const changes: { id: unknown; found: SlugChange }[] = [];
      for (const stored of await readFound(type, entries, store)) {
        const { id, documentId } = stored.entry;
        if (seen?.has(documentId)) continue;
        seen?.add(documentId);
        report.checked += 1;
        const found = await change(stored, type, store, request);
        if (found) changes.push({ id, found });
      }
      for (const { found } of changes) report.counts[found.outcome] = (report.counts[found.outcome] ?? 0) + 1;
      if (report.changes.length === NAMED) continue;
      const ids = changes.map(({ id }) => id);
      const isNameable = await findNameable(type, ids, request.mayName);
      const named = changes.filter(({ id }) => isNameable(id)).map(({ found }) => found);
      report.changes.push(...named.slice(0, NAMED - report.changes.length));
    }
  }

  return {
    /**
     * Makes the slugs of stored entries again, or tells what that would change. Each entry is a transaction of its own:
     * one that fails is reported, and the others are written.
     */
    async run(request: RegenerateRequest = {}): Promise<Regeneration> {
      const report: Regeneration = { checked: 0, counts: {}, changes: [] };
      for (const type of types.values()) {
        if (!request.types || request.types.includes(type.uid)) await runType(type, request, report);
      }
      return report;
    },
  };
}

export type RegenerateService = ReturnType<typeof createRegenerateService>;
