import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { readRows, TABLES } from '../db';
import { createTags, namesTag, type Tags } from '../delivery/tags';
import type { AnyConceptKind } from '../newsroom';
import type { Concept } from './concept';
import { deriveImage } from './derive-concept';
import type { KeptConcepts } from './kept-concepts';
import type { Row } from './read-values';

interface ConceptRow {
  kind: AnyConceptKind;
  document_id: string;
  locale: string;
  name: string;
  slug: string | null;
  position: number | null;
  data: string;
}

const toConcept = (row: ConceptRow): Concept => ({
  kind: row.kind,
  documentId: row.document_id,
  locale: row.locale,
  name: row.name,
  slug: row.slug,
  position: row.position,
  data: JSON.parse(row.data) as Concept['data'],
});

export type ConceptRef = { kind: AnyConceptKind; id: string | null };

/**
 * The concepts that one request needs, in its language, each read once.
 *
 * `get` gives what `load` has read; null for what does not exist in this language, for instance because it was deleted
 * after a story named it.
 */
export interface Concepts {
  load(refs: Iterable<ConceptRef>): Promise<void>;
  get<Kind extends AnyConceptKind>(kind: Kind, id: string | null | undefined): Concept<Kind> | null;
  /** By document id, slug or name, in this order. */
  find<Kind extends AnyConceptKind>(kind: Kind, named: string): Promise<Concept<Kind> | null>;
  /** The same for several names at once; what is not found is left out. */
  findAll<Kind extends AnyConceptKind>(kind: Kind, named: readonly string[]): Promise<Map<string, Concept<Kind>>>;
  all<Kind extends AnyConceptKind>(kind: Kind): Promise<Concept<Kind>[]>;
  /** A text that is made of loaded concepts and of what the key says; kept as long as they are. */
  text(key: string, make: () => string | null): string | null;
}

/** Rows of one statement that names may match: two entries may share a name. */
const MAX_ROWS = 1_000;

/** What a request that reads concepts brings with it. */
export interface ReadingOf {
  /** What is kept of them between requests; where there is nothing, all are read. */
  kept?: KeptConcepts;
  /** Collects what was asked for, whether it is there or not. */
  tags?: Tags;
}

export function createConcepts(
  strapi: Core.Strapi,
  locale: string,
  { kept, tags = createTags() }: ReadingOf = {}
): Concepts {
  const known = new Map<string, Concept | null>();
  const key = (kind: string, id: string) => `${kind} ${id}`;
  const keptKey = (kind: string, id: string) => `${locale} ${kind} ${id}`;
  const nameKey = (kind: string, name: string) => `${locale} ${kind} named ${name}`;
  const locales = locale === '' ? [''] : [locale, ''];

  async function rowsNamed(kind: AnyConceptKind, named: readonly string[]): Promise<ConceptRow[]> {
    return table(strapi, await sqlNow(strapi), TABLES.concepts)
      .where({ kind })
      .whereIn('locale', locales)
      .where((any) => any.whereIn('document_id', named).orWhereIn('slug', named).orWhereIn('name', named))
      .orderBy('document_id')
      .limit(MAX_ROWS);
  }

  return {
    async load(refs) {
      const wanted = new Map<AnyConceptKind, Set<string>>();
      for (const { kind, id } of refs) {
        if (!id || known.has(key(kind, id))) continue;
        tags.shows(kind, id);
        const before = kept?.get(keptKey(kind, id));
        if (before !== undefined) {
          known.set(key(kind, id), before);
          continue;
        }
        const ids = wanted.get(kind) ?? new Set();
        wanted.set(kind, ids.add(id));
      }
      if (wanted.size === 0) return;
      const sql = await sqlNow(strapi);
      const concepts = table(strapi, sql, TABLES.concepts)
        .select()
        .whereIn('locale', locales)
        .where((any) => {
          for (const [kind, ids] of wanted) any.orWhere((one) => one.where({ kind }).whereIn('document_id', [...ids]));
        });
      const rows = await readRows<ConceptRow>(strapi, concepts);
      for (const [kind, ids] of wanted) for (const id of ids) known.set(key(kind, id), null);
      for (const row of rows) known.set(key(row.kind, row.document_id), toConcept(row));
      for (const [kind, ids] of wanted) {
        for (const id of ids) {
          const concept = known.get(key(kind, id)) ?? null;
          // A picture that is kept for the first time is told to nobody.
          if (concept || kind !== 'image') kept?.set(keptKey(kind, id), concept);
        }
      }
      // A draft's picture is kept by no card yet.
      const files = [...(wanted.get('image') ?? [])].filter((id) => !known.get(key('image', id)));
      if (files.length === 0) return;
      const found = (await strapi.db
        .query('plugin::upload.file')
        .findMany({ where: { documentId: { $in: files } } })) as Row[];
      for (const file of found) {
        const image = deriveImage(file);
        if (image) known.set(key('image', image.documentId), image);
      }
    },

    get<Kind extends AnyConceptKind>(kind: Kind, id: string | null | undefined) {
      return id ? ((known.get(key(kind, id)) as Concept<Kind> | null | undefined) ?? null) : null;
    },

    async find(kind, named) {
      return (await this.findAll(kind, [named])).get(named) ?? null;
    },

    async findAll<Kind extends AnyConceptKind>(kind: Kind, named: readonly string[]) {
      const before = new Map(named.map((name) => [name, kept?.get(nameKey(kind, name)) ?? null]));
      const unknown = named.filter((name) => !before.get(name));
      const rows = unknown.length > 0 ? await rowsNamed(kind, unknown) : [];
      const found = new Map<string, Concept<Kind>>();
      for (const name of named) {
        const row =
          rows.find((one) => one.document_id === name) ??
          rows.find((one) => one.slug === name) ??
          rows.find((one) => one.name === name);
        const concept = before.get(name) ?? (row ? toConcept(row) : null);
        // Another may take a name; a document id stays whose it is.
        if (concept?.documentId !== name) tags.lists(namesTag(kind));
        if (!concept) continue;
        found.set(name, concept as Concept<Kind>);
        known.set(key(kind, concept.documentId), concept);
        kept?.set(nameKey(kind, name), concept);
        tags.shows(kind, concept.documentId);
      }
      return found;
    },

    text: (key, make) => (kept ? kept.text(`${locale} ${key}`, make) : make()),

    async all<Kind extends AnyConceptKind>(kind: Kind) {
      const sql = await sqlNow(strapi);
      const rows: ConceptRow[] = await table(strapi, sql, TABLES.concepts)
        .where({ kind })
        .whereIn('locale', locales)
        .orderBy([{ column: 'position' }, { column: 'name' }, { column: 'document_id' }]);
      const all = rows.map(toConcept);
      for (const concept of all) known.set(key(kind, concept.documentId), concept);
      return all as Concept<Kind>[];
    },
  };
}
