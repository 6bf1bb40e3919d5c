import { advanceGeneration, inTransaction } from '../db';
import type { Followed } from './follow-writes';
import { deleteLocale } from './store-cards';
import { FILE, syncImage } from './sync';

const LOCALE = 'plugin::i18n.locale';

interface LifecycleEvent {
  model: { uid: string };
  params: { where?: Record<string, unknown> };
  result?: Record<string, unknown> | null;
}

/**
 * Follows the two writes that give no document action: a language deleted in the admin, whose entries Strapi deletes row
 * by row, and a picture edited, replaced or deleted in the media library.
 */
export function followRows({ strapi, desk, wake }: Followed): void {
  const dropLocale = (locale: unknown, only?: { story: string } | { kind: string }) =>
    typeof locale !== 'string' || locale === ''
      ? undefined
      : inTransaction(strapi, async (sql) => {
          await deleteLocale(strapi, sql, locale, only);
          await advanceGeneration(strapi, sql);
        });

  strapi.db.lifecycles.subscribe({
    models: [LOCALE],
    afterDelete: async (event: LifecycleEvent) => dropLocale(event.result?.code),
  } as never);

  strapi.db.lifecycles.subscribe({
    models: desk.uids.filter((uid) => desk.isLocalized(uid)),
    // Only i18n deletes rows of one language at once, when that language goes.
    afterDeleteMany: async ({ model, params }: LifecycleEvent) => {
      const role = desk.role(model.uid);
      const where = params.where ?? {};
      if (!role || Object.keys(where).length !== 1) return;
      await dropLocale(where.locale, role.kind === 'story' ? { story: model.uid } : { kind: role.kind });
    },
  } as never);

  const follow = (documentId: unknown) =>
    inTransaction(strapi, async (sql) => {
      if (typeof documentId === 'string' && (await syncImage(strapi, sql, documentId)))
        await advanceGeneration(strapi, sql);
    }).then(wake);

  strapi.db.lifecycles.subscribe({
    models: [FILE],
    // What an update gives is not always the whole file.
    afterUpdate: async ({ result }: LifecycleEvent) => {
      const where = { id: result?.id };
      const file = where.id === undefined ? null : await strapi.db.query(FILE).findOne({ where } as never);
      await follow(file?.documentId);
    },
    afterDelete: ({ result }: LifecycleEvent) => follow(result?.documentId),
  } as never);
}
