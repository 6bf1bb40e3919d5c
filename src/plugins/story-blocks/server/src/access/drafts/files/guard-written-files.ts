import type { Core } from '@strapi/strapi';
import { aroundDocuments, entries } from '@wiredesk/strapi-kit/server';
import type { Newsroom } from '../../../newsroom';
import { type Auth, contentApiAuth } from '../../caller';
import { schemasOf } from '../schemas';
import { GREATEST_ID } from './file-tables';
import { hiddenFilesFrom } from './hidden-files';
import { changeFiles, populateFiles } from './media-fields';

/** Writes that take data, and so may name files. */
const WRITES = new Set(['create', 'update', 'clone']);

interface WriteContext {
  uid: string;
  action: string;
  params?: { documentId?: unknown; data?: unknown };
}

/**
 * Keeps a caller of the content API from showing a hidden file by its number, in an entry of its own: to a write it is a
 * file that is not there, unless the entry has it already.
 *
 * Register it before what follows writes within a transaction: what is known of hidden files is kept outside one alone.
 */
export function guardWrittenFiles(strapi: Core.Strapi, newsroom: Newsroom): void {
  if (!strapi.plugins.upload) return;

  /** Files that an entry has, in any version and language. */
  async function filesOf(uid: string, documentId: unknown): Promise<ReadonlySet<number>> {
    const held = new Set<number>();
    const populate = populateFiles(schemasOf(strapi), uid);
    const rows = await entries(strapi, uid).findMany({ where: { documentId }, select: ['id'], populate });
    for (const row of rows) changeFiles(schemasOf(strapi), uid, row, (id) => held.add(Number(id)));
    return held;
  }

  /** What a caller writes, with numbers of no file where it names files that it is not told of. */
  async function withoutHidden(auth: Auth, { uid, action, params }: WriteContext): Promise<unknown> {
    const { documentId, data } = params ?? {};
    const named = new Set<number>();
    changeFiles(schemasOf(strapi), uid, data, (id) => named.add(Number(id)));
    if (named.size === 0) return data;
    const hidden = await hiddenFilesFrom(strapi, newsroom, auth);
    const refused = [...named].filter((id) => hidden.has(id));
    if (refused.length === 0) return data;
    const held = action === 'create' ? new Set<number>() : await filesOf(uid, documentId);
    const unknown = new Map(refused.filter((id) => !held.has(id)).map((id, at) => [id, GREATEST_ID - at]));
    return changeFiles(schemasOf(strapi), uid, data, (id) => unknown.get(Number(id)) ?? id);
  }

  aroundDocuments(strapi, async (context: WriteContext, next: () => Promise<unknown>) => {
    const caller = WRITES.has(context.action) ? contentApiAuth(strapi) : undefined;
    if (caller) context.params = { ...context.params, data: await withoutHidden(caller.auth, context) };
    return next();
  });
}
