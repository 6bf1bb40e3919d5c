import type { Core } from '@strapi/strapi';

/** An entry, as far as measurements read it. */
export interface Entry {
  id: number;
  documentId: string;
  slug: string;
  [field: string]: unknown;
}

/** Strapi's documents of a type of the reference application, without the types that it would generate. */
export interface Documents {
  findFirst(query: object): Promise<Entry | null>;
  findMany(query: object): Promise<Entry[]>;
  create(query: object): Promise<Entry>;
  update(query: object): Promise<Entry>;
  publish(query: object): Promise<unknown>;
  delete(query: object): Promise<unknown>;
}

export type Type = 'article' | 'author' | 'dateline' | 'section' | 'site' | 'source' | 'topic';

export const documentsOf = (strapi: Core.Strapi, type: Type): Documents =>
  strapi.documents(`api::${type}.${type}` as 'api::article.article') as unknown as Documents;
