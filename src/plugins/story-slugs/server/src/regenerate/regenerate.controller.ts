import type { Core } from '@strapi/strapi';
import { invalid, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { z } from 'zod';
import { localeQuery, nameQuery } from '../../../shared/src';
import { editorOf } from '../field/editor';
import { askedLocale } from '../http/locales';
import type { SlugType } from '../slug-types';
import type { RegenerateService } from './regenerate.service';

const flagQuery = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const asked = { type: nameQuery.optional(), locale: localeQuery };
const reportQuery = z.looseObject({ ...asked, chosen: flagQuery.optional(), published: flagQuery.optional() });
const runBody = z.strictObject({
  data: z.strictObject({ ...asked, chosen: z.boolean().optional(), published: z.boolean().optional() }),
});

/** Tells what making slugs again would change, and does it. */
export function createRegenerateController(
  strapi: Core.Strapi,
  types: ReadonlyMap<string, SlugType>,
  service: RegenerateService
) {
  async function run(ctx: Context, { type, locale, chosen, published }: z.output<typeof reportQuery>, apply: boolean) {
    if (type !== undefined && !types.has(type)) throw invalid(`type: "${type}" has no slugs`, ['type']);
    const report = await service.run({
      types: type === undefined ? undefined : [type],
      locale: locale ? await askedLocale(strapi, locale) : undefined,
      chosen,
      published,
      apply,
      mayName: (uid, entry) => !editorOf(strapi, ctx, uid).cannot.read(entry, types.get(uid)?.sourceField),
    });
    ctx.body = { data: report };
  }

  return {
    report: (ctx: Context) => run(ctx, parse(reportQuery, ctx.query), false),
    run: (ctx: Context) => run(ctx, parse(runBody, ctx.request.body ?? {}).data, true),
  };
}
