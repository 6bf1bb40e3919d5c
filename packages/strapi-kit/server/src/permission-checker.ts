import type { Core } from '@strapi/strapi';

/** What a role's conditions look at: a role may be given its own entries only, or those of people of the same role. */
export const WITH_CREATOR = { createdBy: { populate: { roles: true } } };

type Action = 'create' | 'publish' | 'read' | 'update';
type Ask = Record<Action, (entry?: unknown, field?: string) => boolean>;

/** What the content manager knows of an administrator and a content type: its roles, down to fields and single entries. */
export interface PermissionChecker {
  /** @param entry - Read {@link WITH_CREATOR}. */
  can: Ask;
  cannot: Ask;
  sanitizeOutput<Entry>(entry: Entry): Promise<Entry>;
  sanitizeCreateInput<Data>(data: Data): Promise<Data>;
  /** A query without what the administrator may not ask by. */
  sanitizeQuery(query: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** A query narrowed to the entries that the administrator may do this with. */
  sanitizedQuery: Record<'publish' | 'read', (query: Record<string, unknown>) => Promise<Record<string, unknown>>>;
}

interface CheckerService {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
}

/** The content manager's own permission checks. @param userAbility - `ctx.state.userAbility` of the administrator. */
export function permissionChecker(strapi: Core.Strapi, userAbility: unknown, model: string): PermissionChecker {
  const service = strapi.plugin('content-manager').service('permission-checker') as CheckerService;
  return service.create({ userAbility, model });
}
