import type { Core } from '@strapi/strapi';
import { forbidden } from '@wiredesk/strapi-kit/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ERROR_CODES, PREVIEW_ACTION } from '../../../../shared/src';
import type { Model, Newsroom } from '../../newsroom';
import { type Auth, mayPreview } from '../caller';
import { asksPublication } from './guard-documents';
import { draftsRefused } from './refusals';
import { schemasOf } from './schemas';
import { filterSteps, sortSteps } from './steps-into';
import { asksBeyond, mayReadWritten } from './told-of-write';

interface Args {
  status?: string;
  filters?: unknown;
  sort?: unknown;
  publicationFilter?: unknown;
  hasPublishedVersion?: unknown;
}
interface GraphqlContext {
  state: { auth?: Auth };
}
type Resolve = (parent: unknown, args: Args, context: GraphqlContext, info: GraphQLResolveInfo) => unknown;
type Middleware = (
  next: Resolve,
  parent: unknown,
  args: Args,
  context: GraphqlContext,
  info: GraphQLResolveInfo
) => unknown;

interface GraphqlExtension {
  use(extension: () => { resolversConfig: Record<string, ResolverConfig> }): void;
}
interface ResolverConfig {
  middlewares: Middleware[];
  auth?: { scope: string[] };
}
interface Naming {
  getTypeName(model: unknown): string;
  getUpdateMutationTypeName(model: unknown): string;
  getComponentName(model: unknown): string;
}

/**
 * The same guard for what GraphQL reads past the document service: the relations of an entry. They take a `status` of
 * their own, give drafts and published rows alike under a mutation, and filter through relations. Those of a component
 * Strapi gives to whoever may read the entry that it is a part of; here they ask for their own type's permission, as
 * the relations of an entry do. And a mutation is refused that asks for what its caller may not read of the entry it
 * writes: whatever a field is made of, none of ours or of a third party gives it.
 */
export function guardGraphql(strapi: Core.Strapi, newsroom: Newsroom): void {
  if (!strapi.plugins.graphql) return;
  const extension = strapi.plugin('graphql').service('extension') as GraphqlExtension;
  extension.use(() => {
    const naming = (strapi.plugin('graphql').service('utils') as { naming: Naming }).naming;
    const schemas = schemasOf(strapi);
    const isGuarded = (uid: string) => newsroom.role(uid) !== undefined && newsroom.hasDrafts(uid);
    const hasDrafts = (uid: string) => schemas.contentTypes[uid]?.options?.draftAndPublish === true;

    const guard =
      (target: string): Middleware =>
      async (next, parent, args, context, info) => {
        const step =
          filterSteps(args.filters, target, { schemas, isGuarded }) ??
          sortSteps(args.sort, target, { schemas, isGuarded });
        const asksDrafts =
          asksPublication(args) || (hasDrafts(target) && args.status !== undefined && args.status !== 'published');
        if ((step || asksDrafts || hasDrafts(target)) && !(await mayPreview(strapi, context.state.auth))) {
          if (step || asksDrafts) throw draftsRefused(step ? `"${step}" asks drafts too: it` : 'To read drafts');
          // Left out, it follows the root query, and under a mutation nothing: then drafts would come as well.
          return next(parent, { ...args, status: 'published' }, context, info);
        }
        return next(parent, args, context, info);
      };

    const guardUpdate =
      (uid: string): Middleware =>
      async (next, parent, args, context, info) => {
        const asked = asksBeyond(info);
        const { auth } = context.state;
        // Strapi publishes where no status is given.
        const isPublished = (args.status ?? 'published') === 'published';
        if (asked && !(await mayReadWritten({ strapi, newsroom, auth }, uid, isPublished))) {
          const needed = isPublished ? `${uid}.find` : PREVIEW_ACTION;
          const told = `"${asked}" of an entry that you may not read: ask for documentId alone, or with the permission "${needed}"`;
          throw forbidden(told, { code: ERROR_CODES.draftsRefused });
        }
        return next(parent, args, context, info);
      };

    const resolversConfig: Record<string, ResolverConfig> = {};
    const add = (model: Model, typeName: string, isComponent: boolean) => {
      for (const [name, attribute] of Object.entries(model.attributes)) {
        if (attribute.type !== 'relation' || !attribute.target) continue;
        const auth =
          isComponent && newsroom.role(attribute.target) ? { auth: { scope: [`${attribute.target}.find`] } } : {};
        const config = { middlewares: [guard(attribute.target)], ...auth };
        resolversConfig[`${typeName}.${name}`] = config;
        // A relation to many comes a second time, with its pagination.
        resolversConfig[`${typeName}.${name}_connection`] = config;
      }
    };
    for (const [uid, model] of Object.entries(schemas.contentTypes)) {
      add(model, naming.getTypeName(model), false);
      if (!hasDrafts(uid) && !newsroom.role(uid)) continue;
      resolversConfig[`Mutation.${naming.getUpdateMutationTypeName(model)}`] = { middlewares: [guardUpdate(uid)] };
    }
    for (const model of Object.values(schemas.components)) add(model, naming.getComponentName(model), true);
    return { resolversConfig };
  });
}
