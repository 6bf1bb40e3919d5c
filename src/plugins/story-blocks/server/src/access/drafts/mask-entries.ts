import type { Core } from '@strapi/strapi';
import { FILE, type Schemas } from '../../newsroom';
import { type Ability, mayManage, readableFields, visibleRows } from '../admin-reader';
import { schemasOf } from './schemas';

/** An entry in one language, as answers of the content manager hold it. */
interface Entry {
  documentId: string;
  locale?: string | null;
  [field: string]: unknown;
}
/** What somebody is told of an entry that he may not read. */
const TOLD = new Set(['id', 'documentId', 'locale', 'publishedAt', 'updatedAt', 'status']);
/** What anybody is told of an entry's other languages, where he may read them. */
const OF_LANGUAGES = new Set([...TOLD, 'createdAt']);
/** Where he may not: that there is one. */
const NAMED = new Set(['id', 'documentId', 'locale']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isEntry = (value: unknown): value is Entry => isObject(value) && typeof value.documentId === 'string';
const entriesIn = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : []);
const pick = (entry: Entry, fields: ReadonlySet<string>): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => fields.has(key))) as Entry;

/** Gives what stands for an entry that another one leads to, by the field `key`. */
type Visit = (entry: Entry, uid: string, key: string) => Entry | Promise<Entry>;

/** An entry with what stands for those that it leads to, in components too. */
async function eachRelated(schemas: Schemas, uid: string, entry: object, visit: Visit): Promise<object> {
  const attributes = (schemas.contentTypes[uid] ?? schemas.components[uid])?.attributes ?? {};

  async function fieldOf(key: string, value: unknown): Promise<unknown> {
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (!attribute || !isObject(value)) return value;
    if (Array.isArray(value)) return Promise.all(value.map((one) => fieldOf(key, one)));
    if (attribute.type === 'component' && attribute.component) {
      return eachRelated(schemas, attribute.component, value, visit);
    }
    if (attribute.type === 'dynamiczone') return eachRelated(schemas, String(value.__component), value, visit);
    const target = attribute.type === 'relation' ? attribute.target : undefined;
    if (!target || target === FILE || target === 'admin::user' || !isEntry(value)) return value;
    return visit((await eachRelated(schemas, target, value, visit)) as Entry, target, key);
  }

  const fields = Object.entries(entry).map(async ([key, value]) => [key, await fieldOf(key, value)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

/** An answer of the content manager: of one entry, or of several. */
interface Body {
  data?: unknown;
  results?: unknown;
  meta?: { availableLocales?: unknown; availableStatus?: unknown };
}

/** How much of an answer is looked at. */
export interface Mask {
  strapi: Core.Strapi;
  ability: Ability;
  uid: string;
  /** Whether the entries themselves may be such that he may not read: what Strapi reads, it asks for. */
  unasked: 'told' | 'left out' | null;
  /** Entries of other types are told by name where others lead to them, as the columns of the admin show them. */
  isStory: (uid: string) => boolean;
}

/**
 * An answer of the content manager with nothing that an administrator may not read: of other languages that they are
 * there, of stories that others lead to what Strapi's own pickers tell. Asks once a type that is in the answer.
 */
export async function maskEntries({ strapi, ability, uid, unasked, isStory }: Mask, body: Body): Promise<Body> {
  const schemas = schemasOf(strapi);
  const keyOf = (type: string, { documentId, locale }: Entry) => JSON.stringify([type, documentId, locale ?? null]);
  const asked = new Map<string, Set<string>>();
  const ask = (entry: Entry, type: string): Entry => {
    asked.set(type, (asked.get(type) ?? new Set()).add(entry.documentId));
    return entry;
  };
  const entries = isEntry(body.data) ? [body.data] : entriesIn(body.results);
  const { availableLocales, availableStatus } = body.meta ?? {};
  const isAsked = (type: string, key: string) => key === 'localizations' || isStory(type);
  for (const entry of entries) {
    if (unasked !== null) ask(entry, uid);
    await eachRelated(schemas, uid, entry, (one, type, key) => (isAsked(type, key) ? ask(one, type) : one));
  }
  for (const one of entriesIn(availableLocales)) ask(one, uid);
  if (unasked !== null) for (const one of entriesIn(availableStatus)) ask(one, uid);

  const seen = new Set<string>();
  for (const [type, ids] of asked) {
    if (!mayManage(ability, type)) continue;
    for (const row of await visibleRows(strapi, ability, type, [...ids])) seen.add(keyOf(type, row));
  }
  const reads = (entry: Entry, type: string) => seen.has(keyOf(type, entry));

  const maskRelated: Visit = (entry, type, key) => {
    if (key === 'localizations') return pick(entry, reads(entry, type) ? OF_LANGUAGES : NAMED);
    if (!isStory(type)) return entry;
    return reads(entry, type) ? (readableFields(strapi, ability, type, entry) as Promise<Entry>) : pick(entry, TOLD);
  };
  const maskOwn = async (entry: Entry): Promise<object> =>
    unasked === null || reads(entry, uid) ? eachRelated(schemas, uid, entry, maskRelated) : pick(entry, TOLD);

  const { data, results, meta } = body;
  return {
    ...body,
    ...(isEntry(data) ? { data: await maskOwn(data) } : {}),
    ...(Array.isArray(results)
      ? {
          results: await Promise.all(
            entriesIn(results)
              .filter((entry) => unasked !== 'left out' || reads(entry, uid))
              .map(maskOwn)
          ),
        }
      : {}),
    ...(meta
      ? {
          meta: {
            ...meta,
            availableLocales: entriesIn(availableLocales).map((one) => (reads(one, uid) ? one : pick(one, NAMED))),
            availableStatus: entriesIn(availableStatus).map((one) =>
              unasked === null || reads(one, uid) ? one : pick(one, TOLD)
            ),
          },
        }
      : {}),
  };
}
