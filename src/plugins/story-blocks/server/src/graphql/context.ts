import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MAX_LIMIT } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { type Auth, type Caller, callerOf } from '../http/caller';
import { resolveLocale } from '../http/locales';

/** What Strapi's Apollo server gives to resolvers. */
export interface GraphqlContext {
  state: { auth?: Auth };
  koaContext: object;
}

/** One number of items, as an argument. */
export const limitArgument = z
  .int()
  .min(1, `must be 1 to ${MAX_LIMIT}`)
  .max(MAX_LIMIT, `must be 1 to ${MAX_LIMIT}`)
  .nullish();

const callers = new WeakMap<object, Promise<Caller>>();

/** What the caller may read: found out once a request. */
export function callerFor(strapi: Core.Strapi, { desk }: Assembly, context: GraphqlContext): Promise<Caller> {
  let caller = callers.get(context.koaContext);
  if (!caller) {
    caller = callerOf(strapi, desk, context.state.auth);
    callers.set(context.koaContext, caller);
  }
  return caller;
}

const locales = new WeakMap<object, Map<string, Promise<string>>>();

/** The language that is asked for: found out once a request, so that fields which ask alike go on together. */
function localeFor(strapi: Core.Strapi, context: GraphqlContext, asked: string | null | undefined): Promise<string> {
  const known = locales.get(context.koaContext) ?? new Map<string, Promise<string>>();
  locales.set(context.koaContext, known);
  const locale = known.get(asked ?? '') ?? resolveLocale(strapi, asked ?? undefined);
  known.set(asked ?? '', locale);
  return locale;
}

/** What filling a list or a page needs to know of the request. */
export async function requestFor(
  strapi: Core.Strapi,
  assembly: Assembly,
  context: GraphqlContext,
  locale: string | null | undefined
) {
  const { desk, registry, problems, now } = assembly;
  const caller = await callerFor(strapi, assembly, context);
  return {
    strapi,
    desk,
    registry,
    problems,
    caller,
    locale: await localeFor(strapi, context, locale),
    now: now(),
  };
}
