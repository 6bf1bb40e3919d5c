import type { Core, UID } from '@strapi/strapi';
import { permissionChecker } from '@wiredesk/strapi-kit/server';
import { conditionNeeds } from './condition-needs';

/** What the content manager asks of an administrator, by what he wants to do with an entry. */
const ACTIONS = {
  read: 'plugin::content-manager.explorer.read',
  publish: 'plugin::content-manager.explorer.publish',
} as const;
type EntryAction = keyof typeof ACTIONS;

/** What Strapi knows of an administrator who asks: `ctx.state.userAbility`. */
export interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
  rulesFor(action: string, subject: string, field?: string): { conditions?: unknown }[];
}
/** One language of a document. */
export interface VisibleRow {
  documentId: string;
  locale: string | null;
  [field: string]: unknown;
}

/**
 * Whether an administrator may read some entry of a type in the content manager, or a field of some entry. Of which
 * entries, {@link mayReadOf} tells.
 */
export const mayManage = (ability: Ability, uid: string, field?: string): boolean =>
  ability.can(ACTIONS.read, uid, field);

/** What narrows the entries that an administrator may read, or of which he may read a field; null where nothing does. */
export function narrowingOf(ability: Ability, uid: string, field?: string): unknown[] | null {
  const conditions = ability.rulesFor(ACTIONS.read, uid, field).map((rule) => rule.conditions ?? {});
  return conditions.every((condition) => Object.keys(condition).length > 0) ? conditions : null;
}

/** Whether an administrator holds a permission of the plugin's own. */
export const mayDo = (ability: Ability, action: string): boolean => ability.can(action);

/** Which rows are looked for. */
export interface RowQuery {
  /** Filters of our own, which are not narrowed to what the administrator may filter by. */
  filters: Record<string, unknown>;
  fields?: string[];
  /** @default '*' */
  locale?: string;
  sort?: string;
  limit?: number;
  /** Leaves out rows of which the administrator may not read this field. */
  telling?: string;
  /** What he must be allowed to do with a row. @default 'read' */
  action?: EntryAction;
}

/** An entry without the fields that an administrator may not read. @param row - Read `WITH_CREATOR`. */
export const readableFields = (
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  row: Record<string, unknown>
): Promise<Record<string, unknown>> => permissionChecker(strapi, ability, uid).sanitizeOutput(row);

/**
 * Tells of each row of a type whether an administrator may read it, or one of its fields: a role may read one field of all
 * entries, and all fields of its own.
 *
 * @returns Takes rows of {@link findVisible}, which are read with what roles' conditions look at.
 */
export function mayReadOf(
  strapi: Core.Strapi,
  ability: Ability,
  uid: string
): (row: VisibleRow, field?: string) => boolean {
  const { can } = permissionChecker(strapi, ability, uid);
  return (row, field) => can.read(row, field);
}

/** The permissions of an administrator that tell a field. */
const tellingOf = (ability: Ability, field: string): Ability =>
  Object.assign(Object.create(ability), {
    rulesFor: (action: string, subject: string) => ability.rulesFor(action, subject, field),
  });

/**
 * Rows of a type that an administrator's permissions (language, owner) let him see in the content manager, as they are
 * edited there; none where he may not read the type. The fields are read whether or not he may read them: see
 * {@link RowQuery.telling} and {@link mayReadOf}.
 */
export async function findVisible(
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  { filters, fields = [], locale = '*', sort, limit, telling, action = 'read' }: RowQuery
): Promise<VisibleRow[]> {
  if (!ability.can(ACTIONS[action], uid, telling)) return [];
  const asking = telling === undefined ? ability : tellingOf(ability, telling);
  const { filters: permitted = {}, ...query } = await permissionChecker(strapi, asking, uid).sanitizedQuery[action]({});
  const conditions = ability.rulesFor(ACTIONS[action], uid).map((rule) => rule.conditions);
  const attributesOf = (type: string) => strapi.getModel(type as UID.Schema)?.attributes;
  const needs = conditionNeeds(conditions, uid, attributesOf);
  const documents = strapi.documents(uid as UID.ContentType) as unknown as {
    findMany(query: Record<string, unknown>): Promise<VisibleRow[]>;
  };
  return documents.findMany({
    ...query,
    filters: { $and: [permitted, filters] },
    fields: [...new Set(['documentId', 'locale', ...fields, ...needs.fields])],
    populate: needs.populate,
    locale,
    status: 'draft',
    ...(sort ? { sort } : {}),
    ...(limit ? { limit } : {}),
  });
}

/** The languages of documents that an administrator may see: see {@link findVisible}. */
export const visibleRows = (
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  documentIds: string[],
  query: Omit<RowQuery, 'filters'> = {}
): Promise<VisibleRow[]> =>
  findVisible(strapi, ability, uid, { ...query, filters: { documentId: { $in: documentIds } } });
