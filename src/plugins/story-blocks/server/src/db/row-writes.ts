import type { Core } from '@strapi/strapi';
import { onRows } from '@wiredesk/strapi-kit/server';

/** Does `work` after every write of rows of these types, within its transaction, whatever wrote them. */
export function onEveryWrite(strapi: Core.Strapi, models: string[], work: () => Promise<void>): void {
  const on = {
    afterCreate: work,
    afterUpdate: work,
    afterDelete: work,
    afterCreateMany: work,
    afterUpdateMany: work,
    afterDeleteMany: work,
  };
  onRows(strapi, { models, on });
}
