import type { Core } from '@strapi/strapi';
import { createSlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';
import { onClone } from './on-clone';
import { onCreate } from './on-create';
import { onPublish } from './on-publish';
import { onUpdate } from './on-update';
import type { Write, WriteContext } from './write';

type DocumentsMiddleware = Parameters<Core.Strapi['documents']['use']>[0];

interface ActionContext extends WriteContext {
  uid: string;
  action: string;
}

const WRITES = new Map<string, (write: Write) => Promise<unknown>>([
  ['create', onCreate],
  ['update', onUpdate],
  ['clone', onClone],
  ['publish', onPublish],
]);

/**
 * Makes the document-service middleware that gives entries their slugs.
 *
 * Looking for a free slug and writing it are one transaction, opened before anything is awaited. Nothing is caught in
 * it: a nested transaction of Strapi's is no savepoint.
 *
 * @param types - By uid; actions on other types pass.
 */
export function createSlugMiddleware(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>): DocumentsMiddleware {
  const middleware = async (context: ActionContext, next: () => Promise<unknown>): Promise<unknown> => {
    const type = types.get(context.uid);
    const onWrite = WRITES.get(context.action);
    if (!type || !onWrite) return next();
    return strapi.db.transaction(({ trx }) => onWrite({ type, context, next, store: createSlugStore(strapi, trx) }));
  };
  // Strapi types parameters and results by uid and action; here the uid is known from configuration only.
  return middleware as unknown as DocumentsMiddleware;
}
