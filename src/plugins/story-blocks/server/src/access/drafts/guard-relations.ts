import type { Core } from '@strapi/strapi';
import { forbidden } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { Newsroom, Schemas } from '../../newsroom';
import { type Ability, mayManage, visibleRows } from '../admin-reader';
import { holdersOf } from './files/live-rows';
import { holderOfRow } from './row-holder';
import { schemasOf } from './schemas';
import { type Handler, wrapHandlers } from './wrap-handlers';

/** Content types that have a component, in a field of their own or in another component. */
function typesWith(schemas: Schemas, component: string, within: readonly string[] = []): string[] {
  if (within.includes(component)) return [];
  return holdersOf(schemas, component).flatMap(([uid]) =>
    schemas.contentTypes[uid] ? [uid] : typesWith(schemas, uid, [...within, component])
  );
}

/**
 * Keeps from administrators what relations tell: Strapi asks nothing for a component's row, gives whatever of the entries
 * to choose from that a query names, and all of them to who may read none.
 */
export function guardRelations(strapi: Core.Strapi, newsroom: Newsroom): void {
  async function mayReadRow(ability: Ability, component: string, rowId: unknown, field: string): Promise<boolean> {
    const id = Number(rowId);
    const holder = Number.isSafeInteger(id) ? await holderOfRow(strapi, component, id, field) : null;
    if (!holder) return false;
    const { uid, documentId, locale, path } = holder;
    const rows = await visibleRows(strapi, ability, uid, [documentId], { telling: path });
    return rows.some((row) => (row.locale ?? null) === locale);
  }

  const ask =
    (rowIdOf: (ctx: Context) => unknown) =>
    (handler: Handler): Handler =>
    async (ctx, next) => {
      const ability = ctx.state.userAbility as Ability;
      const { model, targetField } = ctx.params;
      const schemas = schemasOf(strapi);
      const component = schemas.components[model];
      if (component && !typesWith(schemas, model).some((uid) => mayManage(ability, uid))) {
        throw forbidden('You may read no entry that has such a component.');
      }
      const rowId = rowIdOf(ctx);
      if (component && rowId !== undefined && !(await mayReadRow(ability, model, rowId, targetField))) {
        throw forbidden('You may not read that field of the entry.');
      }
      if (schemas.contentTypes[model] && !mayManage(ability, model, targetField)) {
        // Strapi takes its own refusal for what it asked for.
        throw forbidden('You may not read this field.');
      }
      const { target } = (component ?? schemas.contentTypes[model])?.attributes[targetField] ?? {};
      const mayReadTarget = target !== undefined && mayManage(ability, target);
      if (target && !mayReadTarget && newsroom.role(target)?.kind === 'story') {
        throw forbidden('You may not read stories of this type in the content manager.');
      }
      // Strapi keeps the query as it was parsed. What is chosen from has its name, and no more.
      for (const key of ['fields', 'populate', ...(mayReadTarget ? [] : ['filters', 'sort'])]) delete ctx.query[key];
      return handler(ctx, next);
    };
  wrapHandlers(strapi, 'plugin::content-manager.relations', {
    findAvailable: ask((ctx) => ctx.query.id),
    findExisting: ask((ctx) => ctx.params.id),
  });
}
