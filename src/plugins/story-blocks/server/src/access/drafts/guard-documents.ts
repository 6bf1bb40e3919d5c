import type { Core } from '@strapi/strapi';
import { aroundDocuments } from '@wiredesk/strapi-kit/server';
import { FILE, type Newsroom } from '../../newsroom';
import { type Auth, contentApiAuth, mayPreview } from '../caller';
import { draftsRefused } from './refusals';
import { schemasOf } from './schemas';
import { querySteps } from './steps-into';
import { mayReadWritten, toldOfWrite } from './told-of-write';

interface ReadContext {
  uid: string;
  action: string;
  params?: {
    documentId?: unknown;
    data?: { documentId?: unknown };
    status?: unknown;
    filters?: unknown;
    sort?: unknown;
    populate?: unknown;
  } & PublicationParams;
}

/** Parameters of Strapi's that tell published entries by whether they have a draft that differs. */
interface PublicationParams {
  publicationFilter?: unknown;
  hasPublishedVersion?: unknown;
}

/** Whether a caller asks what becomes of entries in the house: modified, never published. */
export const asksPublication = ({ publicationFilter, hasPublishedVersion }: PublicationParams): boolean =>
  (publicationFilter ?? hasPublishedVersion ?? null) !== null;

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/** Writes that answer with an entry, or with entries. */
const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'discardDraft']);

/** What a write that makes a document from its data alone gives is the caller's own. */
const isOwn = ({ action, params = {} }: ReadContext) =>
  action === 'create' && (params.documentId ?? params.data?.documentId ?? null) === null;

/** An error without what was refused: Strapi names it with all that would have been written, stored texts among it. */
function withoutValues(error: unknown): unknown {
  const details = (error as { details?: { errors?: unknown } } | null)?.details;
  for (const one of Array.isArray(details?.errors) ? details.errors : []) delete one?.value;
  return error;
}

/** Whether a write gave what readers see. Its date is missing where the caller chose other `fields`. */
const isPublished = ({ action, params }: ReadContext, entry: { publishedAt?: unknown }) =>
  Object.hasOwn(entry, 'publishedAt')
    ? Boolean(entry.publishedAt)
    : action === 'publish' || (action === 'update' && params?.status === 'published');

/**
 * Strapi serves drafts to whoever may find a type. This refuses them, on every type since relations follow the status,
 * to a caller of the content API without the permission to preview; and with them the filters and sorts that step
 * through a relation into stories, which ask their drafts too. And what comes back from a write is what the caller may
 * read: no draft without that permission, no entry of a mapped type that it may not find.
 *
 * Everything but exactly `published` is draft to Strapi; a status that is not given at all is the application's own code.
 */
export function guardDocuments(strapi: Core.Strapi, newsroom: Newsroom): void {
  const isGuarded = (uid: string) => newsroom.role(uid) !== undefined && newsroom.hasDrafts(uid);

  /** The result of a write as its caller may have it. */
  async function toldTo(auth: Auth, context: ReadContext, result: unknown): Promise<unknown> {
    if (typeof result !== 'object' || result === null) return result;
    const { entries } = result as { entries?: unknown };
    if (Array.isArray(entries)) {
      return { ...result, entries: await Promise.all(entries.map((entry) => toldTo(auth, context, entry))) };
    }
    const may = await mayReadWritten({ strapi, newsroom, auth }, context.uid, isPublished(context, result));
    return may ? result : toldOfWrite(result);
  }

  aroundDocuments(strapi, async (context: ReadContext, next: () => Promise<unknown>) => {
    const caller = contentApiAuth(strapi);
    const params = context.params ?? {};
    if (!caller) return next();
    const asksDrafts = Object.hasOwn(params, 'status') && params.status !== 'published';
    const isRead = READS.has(context.action);
    if (asksDrafts && (isRead || params.populate) && !(await mayPreview(strapi, caller.auth))) {
      throw draftsRefused(isRead ? 'To read drafts' : 'To populate a draft');
    }
    if (asksPublication(params) && !(await mayPreview(strapi, caller.auth)))
      throw draftsRefused('To ask what has drafts');
    if (params.filters || params.sort || params.populate) {
      const step = querySteps(params, context.uid, { schemas: schemasOf(strapi), isGuarded });
      if (step && !(await mayPreview(strapi, caller.auth))) throw draftsRefused(`"${step}" asks drafts too: it`);
    }
    if (!WRITES.has(context.action)) return next();
    const result = await next().catch(async (error) => {
      throw (await mayPreview(strapi, caller.auth)) ? error : withoutValues(error);
    });
    return isOwn(context) ? result : toldTo(caller.auth, context, result);
  });

  // An uploaded file names every entry that shows it, drafts among them.
  const file = schemasOf(strapi).contentTypes[FILE];
  if (file?.attributes.related) file.attributes.related.private = true;
}
