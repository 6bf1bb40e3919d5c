import type { Core } from '@strapi/strapi';

const WRITES = ['afterCreate', 'afterUpdate', 'afterDelete', 'afterCreateMany', 'afterUpdateMany', 'afterDeleteMany'];

/** Does `work` after every write of rows of these types, within its transaction, whatever wrote them. */
export function onEveryWrite(strapi: Core.Strapi, models: string[], work: () => Promise<void>): void {
  strapi.db.lifecycles.subscribe({ models, ...Object.fromEntries(WRITES.map((on) => [on, work])) } as never);
}
