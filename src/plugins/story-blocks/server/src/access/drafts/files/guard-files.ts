import type { Core } from '@strapi/strapi';
import { aroundDocuments, forbidden, holdsActions, invalid, notFound } from '@wiredesk/strapi-kit/server';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from 'koa';
import { FILE, type Newsroom } from '../../../newsroom';
import { type Auth, contentApiAuth } from '../../caller';
import { draftsRefused } from '../refusals';
import { asksBeyond, toldOfWrite } from '../told-of-write';
import { type Handler, wrapHandlers } from '../wrap-handlers';
import { hiddenFilesFrom } from './hidden-files';

const CONTROLLER = 'plugin::upload.content-api';
const LISTS = new Set(['findMany', 'findFirst', 'count']);
/** Files that a statement may leave out by their ids, which SQLite takes at once. */
const MAX_LEFT_OUT = 20_000;

interface ReadContext {
  uid: string;
  action: string;
  params?: { filters?: unknown };
}
interface GraphqlExtension {
  use(extension: () => { resolversConfig: Record<string, { middlewares: unknown[] }> }): void;
}
type Resolve = (parent: unknown, args: { id?: unknown }, context: { state: { auth?: Auth } }, info: unknown) => unknown;

/**
 * Keeps from a caller of the content API without the permission to preview that there are files which only drafts and
 * held stories use: their names, texts and addresses tell what is not out yet. Strapi's own lists know no drafts.
 *
 * Whoever knows its address can open a file in a public storage all the same.
 */
export function guardFiles(strapi: Core.Strapi, newsroom: Newsroom): void {
  if (!strapi.plugins.upload) return;
  const hiddenFrom = (auth: Auth) => hiddenFilesFrom(strapi, newsroom, auth);
  const isHidden = async (auth: Auth, id: unknown) => (await hiddenFrom(auth)).has(Number(id));

  function without(hidden: ReadonlySet<number>, filters: unknown): unknown {
    if (hidden.size === 0) return filters;
    if (hidden.size > MAX_LEFT_OUT) {
      throw draftsRefused('So many files are of drafts alone that a list');
    }
    const own = { id: { $notIn: [...hidden] } };
    return filters === undefined ? own : { $and: [filters, own] };
  }

  aroundDocuments(strapi, async (context: ReadContext, next: () => Promise<unknown>) => {
    const caller = context.uid === FILE ? contentApiAuth(strapi) : undefined;
    if (!caller) return next();
    if (LISTS.has(context.action)) {
      const hidden = await hiddenFrom(caller.auth);
      context.params = { ...context.params, filters: without(hidden, context.params?.filters) };
      return next();
    }
    const found = (await next()) as { id?: unknown } | null;
    return context.action === 'findOne' && found && (await isHidden(caller.auth, found.id)) ? null : found;
  });

  const list =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      // Koa keeps a query by its text: of such a text it gives what every object has, which must not be written to.
      if (ctx.querystring in Object.prototype) throw invalid('The query names no parameter', ['query']);
      const filters = without(await hiddenFrom(ctx.state.auth), ctx.query.filters);
      // Strapi parses the query once and keeps it: what is set on it is what the handler reads.
      if (filters !== undefined) Object.assign(ctx.query, { filters });
      return handler(ctx, next);
    };
  const read =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      if (await isHidden(ctx.state.auth, ctx.params.id)) throw notFound('file.notFound');
      return handler(ctx, next);
    };
  /** Does what the caller may do, and tells no more of the file than which one it was. */
  const write =
    (idOf: (ctx: Context) => unknown) =>
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const hidden = await isHidden(ctx.state.auth, idOf(ctx));
      const result = await handler(ctx, next);
      if (hidden && typeof ctx.body === 'object' && ctx.body !== null) ctx.body = toldOfWrite(ctx.body);
      return result;
    };
  /** A file that is sent into a field of an entry changes the entry. */
  const attach =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const { ref } = (ctx.request.body ?? {}) as { ref?: unknown };
      const action = typeof ref === 'string' && newsroom.role(ref) ? `${ref}.update` : null;
      if (action && !(await holdsActions(strapi, ctx.state.auth, [action]))) {
        throw forbidden(`To send a file into an entry needs the permission "${action}"`);
      }
      return handler(ctx, next);
    };
  const upload = write((ctx) => ctx.query.id);
  wrapHandlers(strapi, CONTROLLER, {
    find: list,
    findPage: list,
    findOne: read,
    upload: (handler) => attach(upload(handler)),
    destroy: write((ctx) => ctx.params.id),
  });

  if (!strapi.plugins.graphql) return;
  const refuseTelling = async (
    next: Resolve,
    parent: unknown,
    args: { id?: unknown },
    context: { state: { auth?: Auth } },
    info: GraphQLResolveInfo
  ) => {
    const asked = asksBeyond(info);
    if (asked && (await isHidden(context.state.auth, args.id))) {
      throw draftsRefused(`"${asked}" of a file of drafts alone`);
    }
    return next(parent, args, context, info);
  };
  (strapi.plugin('graphql').service('extension') as GraphqlExtension).use(() => ({
    resolversConfig: {
      'Mutation.updateUploadFile': { middlewares: [refuseTelling] },
      'Mutation.deleteUploadFile': { middlewares: [refuseTelling] },
    },
  }));
}
