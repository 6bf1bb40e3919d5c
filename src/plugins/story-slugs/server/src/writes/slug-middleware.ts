import type { Core } from '@strapi/strapi';
import { asBusy } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { followPublications } from '../history/follow-publications';
import { createSlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';
import { runCheck } from './check-first';
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

const pass = ({ next }: Write) => next();

/** What becomes of the slug before each action; the history is kept after all of them. */
const WRITES = new Map<string, (write: Write) => Promise<unknown>>([
  ['create', onCreate],
  ['update', onUpdate],
  ['clone', onClone],
  ['publish', onPublish],
  ['unpublish', pass],
  ['discardDraft', pass],
  ['delete', pass],
]);

/**
 * Makes the document-service middleware that gives entries their slugs and keeps their history.
 *
 * Looking for a free slug, writing it and noting it are one transaction, opened before anything is awaited. Nothing is caught in
 * it: a nested transaction of Strapi's is no savepoint.
 *
 * @param types - By uid; actions on other types pass.
 */
export function createSlugMiddleware(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>): DocumentsMiddleware {
  const middleware = async (context: ActionContext, next: () => Promise<unknown>): Promise<unknown> => {
    const type = types.get(context.uid);
    const onWrite = WRITES.get(context.action);
    if (!type || !onWrite) return next();
    const work = strapi.db.transaction(async ({ trx }) => {
      const store = createSlugStore(strapi, trx as unknown as Knex.Transaction);
      const { action } = context;
      const { documentId } = context.params;
      if (typeof documentId === 'string') await runCheck(type, documentId, store);
      return followPublications({ type, action, context, store }, (drafts) =>
        onWrite({ type, context, drafts, next, store })
      );
    });
    return work.catch(asBusy);
  };
  // Strapi types parameters and results by uid and action; here the uid is known from configuration only.
  return middleware as unknown as DocumentsMiddleware;
}
