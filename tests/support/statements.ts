import type { Core } from '@strapi/strapi';

/** A statement as the database got it. */
export interface Statement {
  sql: string;
  bindings: unknown[];
}

/** The statements that an application runs while some work is done, its worker's among them. */
export async function statementsOf(strapi: Core.Strapi, work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) =>
    heard.push({ sql, bindings: [...(bindings ?? [])] });
  strapi.db.connection.on('query', listen);
  try {
    await work();
  } finally {
    strapi.db.connection.removeListener('query', listen);
  }
  return heard;
}

/** Those that read story-blocks' tables, its worker's own apart. */
export const ours = (statements: Statement[]): Statement[] =>
  statements.filter(({ sql }) => /^\s*(?:select|with)/i.test(sql) && /story_blocks_(?!work|runs|node)/.test(sql));
