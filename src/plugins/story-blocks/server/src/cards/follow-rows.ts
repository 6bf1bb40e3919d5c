import { advanceGeneration, inTransaction, TABLES, table } from '../db';
import { deriveImage } from './derive-concept';
import type { Followed } from './follow-writes';
import { deleteLocale, markStale } from './store-cards';
import { storeConcepts } from './store-concepts';

const FILE = 'plugin::upload.file';
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

  const follow = (file: Record<string, unknown> | null | undefined, gone: boolean) =>
    inTransaction(strapi, async (sql) => {
      const image = file ? deriveImage(file) : null;
      if (!image) return;
      const document = { kind: 'image' as const, documentId: image.documentId };
      const known = await table(strapi, sql, TABLES.concepts)
        .where({ kind: document.kind, document_id: document.documentId })
        .first('kind');
      if (!known) return;
      const { changed } = await storeConcepts(strapi, sql, document, gone ? [] : [image]);
      if (gone) await markStale(strapi, sql, { role: 'image', id: image.documentId });
      if (changed) await advanceGeneration(strapi, sql);
    }).then(wake);

  const reread = async (event: LifecycleEvent) => {
    const id = event.result?.id;
    if (id === undefined) return;
    const file = await strapi.db.query(FILE).findOne({ where: { id } } as never);
    await follow(file, false);
  };
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    afterUpdate: reread,
    afterDelete: (event: LifecycleEvent) => follow(event.result, true),
  } as never);
}
