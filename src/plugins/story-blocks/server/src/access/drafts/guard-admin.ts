import type { Core } from '@strapi/strapi';
import { entries, forbidden, invalid } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { ALL_LOCALES } from '../../../../shared/src';
import type { Newsroom } from '../../newsroom';
import type { Ability } from '../admin-reader';
import { type StoryAccess, storyAccess } from '../story-access';
import { schemasOf } from './schemas';
import { type Handler, wrapHandlers } from './wrap-handlers';

const MANAGER = 'plugin::content-manager.collection-types';
const I18N = 'plugin::i18n.content-types';

/** What the media library tells everybody of an entry that has a file. */
const TOLD = new Set(['__type', 'id', 'documentId', 'locale', 'publishedAt']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An answer of the media library in which entries that have a file are named, and no more. */
function withNamedEntries(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNamedEntries);
  if (!isObject(body) || Object.getPrototypeOf(body) !== Object.prototype) return body;
  const named = Object.entries(body).map(([key, value]) => {
    if (key !== 'related' || !Array.isArray(value)) return [key, withNamedEntries(value)];
    return [
      key,
      value.map((entry) => Object.fromEntries(Object.entries(entry ?? {}).filter(([name]) => TOLD.has(name)))),
    ];
  });
  return Object.fromEntries(named);
}

/**
 * The entry that a request of the content manager writes. Strapi takes an id in what is written for that of an entry that
 * gets a language, whatever the address says.
 *
 * @throws A 400 where the two differ.
 */
function writtenId(ctx: Context): unknown {
  const { documentId } = (ctx.request.body ?? {}) as { documentId?: unknown };
  const { id } = ctx.params;
  if (documentId === undefined || documentId === null) return id;
  if (typeof documentId !== 'string' || (id !== undefined && id !== documentId)) {
    throw invalid('documentId must be that of the entry in the address', ['documentId']);
  }
  return documentId;
}

/** What Strapi publishes: of a type without drafts it fails to. */
const PUBLISHING = ['publish', 'unpublish', 'discard', 'bulkPublish', 'bulkUnpublish'];
/** Controllers of the content manager, of types with many entries and with one. */
const MANAGERS = [MANAGER, 'plugin::content-manager.single-types'];

/**
 * Keeps from administrators the stories that they may not read, where routes of Strapi's admin give an entry by another
 * right: a copy by that to create, what is the same in all languages by that to read the type, a further language by that
 * to write it, entries that have a file by that to the media library.
 */
export function guardAdmin(strapi: Core.Strapi, newsroom: Newsroom): void {
  const isStory = (uid: unknown): uid is string => typeof uid === 'string' && newsroom.role(uid)?.kind === 'story';
  const accessOf = (ctx: Context, documentId: string): Promise<StoryAccess> =>
    storyAccess(strapi, newsroom, ctx.state.userAbility as Ability, [documentId]);

  /** Lets on who may read a story so far; a story that is not there is Strapi's to answer for. */
  const onlyIf =
    (
      idOf: (ctx: Context) => unknown,
      may: (access: StoryAccess, documentId: string, ctx: Context) => boolean,
      what: string
    ) =>
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const documentId = idOf(ctx);
      if (isStory(ctx.params.model) && typeof documentId === 'string') {
        const access = await accessOf(ctx, documentId);
        if (access.typeOf(documentId) !== undefined && !may(access, documentId, ctx)) throw forbidden(what);
      }
      return handler(ctx, next);
    };
  const copy = onlyIf(
    (ctx) => ctx.params.sourceId,
    (access, id) => access.mayName(id, ALL_LOCALES),
    'You may not copy this story: you may not read it in each of its languages.'
  );
  const READS_NONE = 'You may not read this story in any of its languages.';
  const known = onlyIf(
    (ctx) => ctx.params.id,
    (access, id) => access.readsSome(id),
    READS_NONE
  );
  const write = onlyIf(writtenId, (access, id) => access.readsSome(id), READS_NONE);
  /** Strapi gives the ids. One that somebody chose would stand in addresses, in tags of caches, or nowhere. */
  const ofEntry =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const documentId = writtenId(ctx);
      const { model, id } = ctx.params;
      if (documentId !== undefined && documentId !== id) {
        const where = { documentId };
        if ((await strapi.db.query(model).count({ where })) === 0) {
          throw invalid('documentId must be that of an entry; leave it out for a new one', ['documentId']);
        }
      }
      return handler(ctx, next);
    };
  const withDrafts =
    (handler: Handler): Handler =>
    (ctx, next) => {
      if (schemasOf(strapi).contentTypes[ctx.params.model]?.options?.draftAndPublish === false) {
        throw invalid('This type has no drafts: its entries are public as they are saved.', ['model']);
      }
      return handler(ctx, next);
    };
  for (const controller of MANAGERS) {
    wrapHandlers(strapi, controller, { create: ofEntry, createOrUpdate: ofEntry, publish: ofEntry });
    wrapHandlers(strapi, controller, Object.fromEntries(PUBLISHING.map((name) => [name, withDrafts])));
  }
  // Where it is not written in the language asked for, Strapi names its languages, with who wrote them and when.
  wrapHandlers(strapi, MANAGER, {
    findOne: known,
    clone: copy,
    autoClone: copy,
    create: write,
    update: write,
    publish: write,
  });

  const fill = onlyIf(
    (ctx) => ctx.query.documentId,
    (access, id, ctx) => access.reads(id, String(ctx.query.sourceLocale)),
    'You may not read this story in that language.'
  );
  /** Nothing is filled in where the entry may not be read: the form of a new language opens all the same. */
  const readSource =
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const { model, id } = ctx.request.body as { model?: unknown; id?: unknown };
      if (!isStory(model)) return handler(ctx, next);
      const row = await entries(strapi, model).findOne({ where: { id: Number(id) }, select: ['documentId', 'locale'] });
      const { documentId, locale } = (row ?? {}) as { documentId?: string; locale?: string };
      if (documentId && !(await accessOf(ctx, documentId)).reads(documentId, locale ?? '')) {
        ctx.body = { nonLocalizedFields: {}, localizations: [] };
        return;
      }
      return handler(ctx, next);
    };
  wrapHandlers(strapi, I18N, { getNonLocalizedAttributes: readSource, getFillFromLocaleData: fill });

  strapi.server.use(async (ctx: Context, next: () => Promise<unknown>) => {
    await next();
    if (/^\/upload\//i.test(ctx.path) && isObject(ctx.body)) ctx.body = withNamedEntries(ctx.body);
  });
}
