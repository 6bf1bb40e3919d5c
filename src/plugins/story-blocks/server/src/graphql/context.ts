import type { Core } from '@strapi/strapi';
import { type Auth, type Caller, callerOf } from '../access/caller';
import type { Assembly } from '../assemble';
import { momentOf, openReader, type Reader } from '../pages';

/** What Strapi's Apollo server gives to resolvers. */
export interface GraphqlContext {
  state: { auth?: Auth };
  koaContext: object;
}

const callers = new WeakMap<object, Promise<Caller>>();

/** What the caller may read: found out once a request. */
export function callerFor(strapi: Core.Strapi, { newsroom }: Assembly, context: GraphqlContext): Promise<Caller> {
  let caller = callers.get(context.koaContext);
  if (!caller) {
    caller = callerOf(strapi, newsroom, context.state.auth);
    callers.set(context.koaContext, caller);
  }
  return caller;
}

/** One who reads by GraphQL: all that a request asks for is read as it was published when it began. */
export async function requestFor(
  strapi: Core.Strapi,
  assembly: Assembly,
  context: GraphqlContext,
  locale: string | null | undefined
): Promise<Reader> {
  // Before anything that it covers.
  const at = await momentOf(assembly.moment, context.koaContext);
  const caller = await callerFor(strapi, assembly, context);
  return openReader({ strapi, ...assembly }, caller, locale ?? undefined, at);
}
