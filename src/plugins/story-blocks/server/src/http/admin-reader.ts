import type { Core } from '@strapi/strapi';

const READ = 'plugin::content-manager.explorer.read';

/** What Strapi knows of an administrator who asks: `ctx.state.userAbility`. */
export interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
}
interface PermissionChecker {
  sanitizeOutput(row: Record<string, unknown>): Promise<Record<string, unknown>>;
  sanitizedQuery: { read(query: Record<string, unknown>): Promise<Record<string, unknown>> };
}
/** One language of a document. */
export interface VisibleRow {
  documentId: string;
  locale: string | null;
  [field: string]: unknown;
}

/** Whether an administrator may read a type, or a field of it, in the content manager. */
export const mayManage = (ability: Ability, uid: string, field?: string): boolean => ability.can(READ, uid, field);

/** Whether an administrator holds a permission of the plugin's own. */
export const mayDo = (ability: Ability, action: string): boolean => ability.can(action);

/** Which rows are looked for. */
export interface RowQuery {
  /** Of ours: not narrowed to what the administrator may filter by. */
  filters: Record<string, unknown>;
  fields?: string[];
  /** @default '*' */
  locale?: string;
  sort?: string;
  limit?: number;
}

function checkerFor(strapi: Core.Strapi, userAbility: Ability, model: string): PermissionChecker {
  const checkers = strapi.plugin('content-manager').service('permission-checker') as {
    create(of: { userAbility: Ability; model: string }): PermissionChecker;
  };
  return checkers.create({ userAbility, model });
}

/** What a role's conditions look at: a role may be given its own entries only, or those of people of the same role. */
export const WITH_CREATOR = { createdBy: { populate: { roles: true } } };

/** An entry without the fields that an administrator may not read. @param row - Read {@link WITH_CREATOR}. */
export const readableFields = (
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  row: Record<string, unknown>
): Promise<Record<string, unknown>> => checkerFor(strapi, ability, uid).sanitizeOutput(row);

/**
 * Rows of a type that an administrator's permissions (language, owner) let him see in the content manager, as they are
 * edited there. He must be allowed to read the type, and each of the fields.
 */
export async function findVisible(
  strapi: Core.Strapi,
  userAbility: Ability,
  uid: string,
  { filters, fields = [], locale = '*', sort, limit }: RowQuery
): Promise<VisibleRow[]> {
  const { filters: permitted = {}, ...query } = await checkerFor(strapi, userAbility, uid).sanitizedQuery.read({});
  const documents = strapi.documents(uid as never) as unknown as {
    findMany(query: Record<string, unknown>): Promise<VisibleRow[]>;
  };
  return documents.findMany({
    ...query,
    filters: { $and: [permitted, filters] },
    fields: ['documentId', 'locale', ...fields],
    locale,
    status: 'draft',
    ...(sort ? { sort } : {}),
    ...(limit ? { limit } : {}),
  });
}

/** Of documents of a type, the languages that an administrator may see: see {@link findVisible}. */
export const visibleRows = (
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  documentIds: string[],
  fields: string[] = []
): Promise<VisibleRow[]> =>
  findVisible(strapi, ability, uid, { filters: { documentId: { $in: documentIds } }, fields });
