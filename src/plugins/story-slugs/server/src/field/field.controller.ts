import type { Core } from '@strapi/strapi';
import { forbidden, invalid, notFound, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { type Availability, localeQuery, nameQuery, textOf } from '../../../shared/src';
import { askedLocale } from '../http/locales';
import { findSlugFault } from '../segments/slug-fault';
import type { SlugScope } from '../slug-store';
import type { SlugType } from '../slug-types';
import { tidySlug } from '../writes/write';
import { refuseStrangers, writerOf } from './editor';
import type { FieldService } from './field.service';

/** The longest slug that may be asked about: a longer one is answered as too long, not refused. */
const LONGEST_ASKED = 10_000;

const aboutEntry = { type: nameQuery, locale: localeQuery };
const availabilityQuery = z.looseObject({
  ...aboutEntry,
  slug: textOf(LONGEST_ASKED).min(1, 'must not be empty'),
  /** The headline, of which a slug is suggested where nothing is left of the given one. */
  text: textOf(10_000).optional(),
  documentId: nameQuery.optional(),
});
const stateQuery = z.looseObject({ ...aboutEntry, documentId: nameQuery.optional() });
const makeBody = z.strictObject({
  data: z.strictObject({ ...aboutEntry, text: textOf(10_000), documentId: nameQuery.optional() }),
});
const stateBody = z.strictObject({
  data: z.strictObject({ ...aboutEntry, documentId: nameQuery, follows: z.boolean() }),
});

/** What the slug field of the admin asks and sets; content-manager's permissions on the type apply. */
export function createFieldController(
  strapi: Core.Strapi,
  types: ReadonlyMap<string, SlugType>,
  service: FieldService
) {
  async function scopeOf(asked: { type: string; locale?: string; documentId?: string }): Promise<SlugScope> {
    const type = types.get(asked.type);
    if (!type) throw invalid(`type: "${asked.type}" has no slugs`, ['type']);
    const locale = type.localized ? await askedLocale(strapi, asked.locale) : null;
    return { type, locale, documentId: asked.documentId };
  }

  /** @throws A 404 for an entry that is not there, a 403 for one that is not this editor's to write. */
  async function ownEntry(ctx: Context, asked: { type: string; locale?: string; documentId: string }) {
    const scope = { ...(await scopeOf(asked)), documentId: asked.documentId };
    const editor = writerOf(strapi, ctx, scope.type.uid);
    const entry = await service.findEntry(scope);
    if (!entry) throw notFound('No such entry in this language');
    if (editor.cannot.update(entry, scope.type.slugField)) throw forbidden('Forbidden');
    return scope;
  }

  return {
    async availability(ctx: Context) {
      refuseStrangers(strapi, ctx, types);
      const asked = parse(availabilityQuery, ctx.query);
      const scope = await scopeOf(asked);
      const editor = writerOf(strapi, ctx, scope.type.uid);
      // As the write would have it.
      const slug = tidySlug(asked.slug);
      const fault = findSlugFault(slug);
      const holder = slug && !fault ? await service.findHolder(slug, scope) : null;
      const mayRead = holder && !editor.cannot.read(holder.entry, scope.type.sourceField);
      const data: Availability = {
        slug,
        available: holder === null && fault === null,
        former: holder?.former ?? false,
        takenBy: mayRead ? service.titleOf(holder, scope) : null,
        suggestion: holder ? await service.suggest(slug, scope) : null,
        ...(holder?.alike ? { alike: true } : {}),
        ...(fault ? { fault, suggestion: await service.suggestSafe(slug, asked.text ?? '', scope) } : {}),
      };
      ctx.body = { data };
    },

    async make(ctx: Context) {
      refuseStrangers(strapi, ctx, types);
      const { data } = parse(makeBody, ctx.request.body ?? {});
      const scope = await scopeOf(data);
      writerOf(strapi, ctx, scope.type.uid);
      ctx.body = { data: { slug: await service.make(data.text, scope) } };
    },

    async state(ctx: Context) {
      refuseStrangers(strapi, ctx, types);
      const { documentId, ...asked } = parse(stateQuery, ctx.query);
      const scope = await scopeOf(asked);
      writerOf(strapi, ctx, scope.type.uid);
      const isThere = documentId !== undefined && (await service.findEntry({ ...scope, documentId })) !== null;
      // A new entry, or a language that is about to be added.
      const fresh = { sourceField: scope.type.sourceField, published: false, follows: true };
      ctx.body = { data: isThere ? await service.state(await ownEntry(ctx, { ...asked, documentId })) : fresh };
    },

    async setState(ctx: Context) {
      refuseStrangers(strapi, ctx, types);
      const { data } = parse(stateBody, ctx.request.body ?? {});
      const scope = await ownEntry(ctx, data);
      if (data.follows && (await service.state(scope)).published) {
        throw invalid('follows: an entry that was published keeps its address', ['data', 'follows']);
      }
      await service.setFollows(scope, data.follows);
      ctx.body = { data: await service.state(scope) };
    },
  };
}
