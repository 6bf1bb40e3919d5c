import type { Core } from '@strapi/strapi';
import { type CardKey, keyColumns, storyId } from '../../cards';
import { type Sql, sqlNow, TABLES, table } from '../../db';
import type { Term } from '../analyse/analyse-story';

const CHUNK = 60;
/** Terms by which candidates are looked up, and stories taken of each: bounds the work of a story. */
const QUERY_TERMS = 16;
const POSTINGS = 60;

export interface Posting extends CardKey {
  sortAt: number;
}

/** Where stories' telling words are kept. A search cluster could stand behind the same three calls. */
export interface StoryIndex {
  put(sql: Sql, key: CardKey, sortAt: number, terms: Term[]): Promise<void>;
  /** How many stories of a language hold each term, and how many there are. */
  frequencies(locale: string, terms: string[]): Promise<{ total: number; of: Map<string, number> }>;
  /** Stories that share a telling word, by the rarest words first. */
  candidates(key: CardKey, terms: Term[], rarity: (term: string) => number): Promise<CardKey[]>;
  /** The telling words of several stories of one language. */
  termsOf(keys: CardKey[]): Promise<Map<string, Term[]>>;
}

interface TermRow {
  type: string;
  document_id: string;
  locale: string;
  term: string;
  surface: string;
  is_name: boolean | number;
  weight: number;
}

export function createTermIndex(strapi: Core.Strapi): StoryIndex {
  return {
    async put(sql, key, sortAt, found) {
      const where = keyColumns(key);
      await table(strapi, sql, TABLES.terms).where(where).delete();
      const rows = found.map(({ term, surface, isName, weight }) => ({
        ...where,
        term,
        surface,
        is_name: isName,
        weight,
        sort_at: sortAt,
      }));
      for (let at = 0; at < rows.length; at += CHUNK) {
        await table(strapi, sql, TABLES.terms).insert(rows.slice(at, at + CHUNK));
      }
    },

    async frequencies(locale, asked) {
      const sql = await sqlNow(strapi);
      const rows: { term: string; count: number | string }[] = await table(strapi, sql, TABLES.terms)
        .where({ locale })
        .whereIn('term', asked)
        .groupBy('term')
        .select('term')
        .count({ count: '*' });
      const all = await table(strapi, sql, TABLES.cards).where({ locale }).count({ count: '*' }).first();
      return { total: Number(all?.count ?? 0), of: new Map(rows.map((row) => [row.term, Number(row.count)])) };
    },

    async candidates(key, found, rarity) {
      const telling = found
        .map((term) => ({ term: term.term, gain: term.weight * rarity(term.term) }))
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain || (a.term < b.term ? -1 : 1))
        .slice(0, QUERY_TERMS);
      const sql = await sqlNow(strapi);
      const keys = new Map<string, CardKey>();
      for (const { term } of telling) {
        const rows: TermRow[] = await table(strapi, sql, TABLES.terms)
          .where({ locale: key.locale, term })
          .orderBy('sort_at', 'desc')
          .limit(POSTINGS)
          .select('type', 'document_id', 'locale');
        for (const row of rows) {
          const candidate = { type: row.type, documentId: row.document_id, locale: row.locale };
          keys.set(storyId(candidate), candidate);
        }
      }
      keys.delete(storyId(key));
      return [...keys.values()];
    },

    async termsOf(keys) {
      const found = new Map<string, Term[]>();
      const sql = await sqlNow(strapi);
      for (let at = 0; at < keys.length; at += 200) {
        const chunk = keys.slice(at, at + 200);
        const rows: TermRow[] = await table(strapi, sql, TABLES.terms)
          .where({ locale: chunk[0].locale })
          .whereIn(
            'document_id',
            chunk.map((key) => key.documentId)
          );
        for (const row of rows) {
          const id = storyId({ type: row.type, documentId: row.document_id });
          const list = found.get(id) ?? [];
          list.push({ term: row.term, surface: row.surface, isName: Boolean(row.is_name), weight: Number(row.weight) });
          found.set(id, list);
        }
      }
      return found;
    },
  };
}
