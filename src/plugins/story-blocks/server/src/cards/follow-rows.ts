import { entries, inTransaction, onRows } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, type Change, onEveryWrite, tellCaches } from '../db';
import { EVERYTHING } from '../delivery/tags';
import { FILE } from '../newsroom';
import type { Followed } from './follow-writes';
import { deleteLocale } from './store-cards';
import { syncConcept, syncImage, syncStory } from './sync';

const LOCALE = 'plugin::i18n.locale';
const CORE_STORE = 'strapi::core-store';
const DEFAULT_LOCALE = 'plugin_i18n_default_locale';
/** Which role may find what: answers in shared caches are those of callers without a name. */
const GRANT = 'plugin::users-permissions.permission';

const ALL: Change = { tags: [EVERYTHING], concepts: true };

interface LifecycleEvent {
  model: { uid: string };
  params: { where?: Record<string, unknown>; data?: { related?: unknown } };
  result?: Record<string, unknown> | null;
}

/**
 * Follows the writes that give no document action: a language added, renamed or deleted in the admin, whose entries Strapi
 * deletes row by row, another default language, a picture edited, replaced or deleted in the media library, and what the
 * public may read.
 */
export function followRows({ strapi, newsroom, wake }: Followed): void {
  const dropLocale = (locale: unknown, only?: { story: string } | { kind: string }) =>
    typeof locale !== 'string' || locale === ''
      ? undefined
      : inTransaction(strapi, async (sql) => {
          await deleteLocale(strapi, sql, locale, only);
          await advanceGeneration(strapi, sql, ALL);
        });

  onRows<LifecycleEvent>(strapi, {
    models: [LOCALE],
    on: { afterDelete: async ({ result }) => dropLocale(result?.code) },
  });

  const changeAll = async () => {
    // While it starts, Strapi writes what is there already; and our tables may not be.
    if (strapi.isLoaded) await inTransaction(strapi, (sql) => advanceGeneration(strapi, sql, ALL)).then(wake);
  };
  const tellAll = async () => {
    if (strapi.isLoaded) await inTransaction(strapi, (sql) => tellCaches(strapi, sql, ALL.tags)).then(wake);
  };
  if (GRANT in strapi.contentTypes) onEveryWrite(strapi, [GRANT], tellAll);
  onRows(strapi, { models: [LOCALE], on: { afterCreate: changeAll, afterUpdate: changeAll } });
  const defaultChanged = async ({ result }: LifecycleEvent) => {
    if (result?.key === DEFAULT_LOCALE) await changeAll();
  };
  onRows(strapi, { models: [CORE_STORE], on: { afterCreate: defaultChanged, afterUpdate: defaultChanged } });

  // Only i18n deletes rows of one language at once, when that language goes.
  const languageDropped = async ({ model, params }: LifecycleEvent) => {
    const role = newsroom.role(model.uid);
    const where = params.where ?? {};
    if (!role || Object.keys(where).length !== 1) return;
    await dropLocale(where.locale, role.kind === 'story' ? { story: model.uid } : { kind: role.kind });
  };
  const models = newsroom.uids.filter((uid) => newsroom.isLocalized(uid));
  onRows(strapi, { models, on: { afterDeleteMany: languageDropped } });

  const follow = (documentId: unknown) =>
    inTransaction(strapi, async (sql) => {
      const change = typeof documentId === 'string' ? await syncImage(strapi, sql, documentId) : null;
      if (change) await advanceGeneration(strapi, sql, change);
    }).then(wake);

  /** An entry into whose field a file was sent: Strapi attaches it past the document service. */
  const followEntry = async ({ id, __type: uid }: { id?: unknown; __type?: string }) => {
    const role = newsroom.role(uid ?? '');
    if (!role || !uid) return;
    const row = await entries(strapi, uid).findOne<{ documentId: string }>({ where: { id }, select: ['documentId'] });
    if (!row) return;
    const { documentId } = row;
    await inTransaction(strapi, async (sql) => {
      const change =
        role.kind === 'story'
          ? (await syncStory(strapi, newsroom, sql, role.type, documentId)).change
          : await syncConcept(strapi, newsroom, sql, role.kind, uid, documentId);
      if (change) await advanceGeneration(strapi, sql, change);
    }).then(wake);
  };

  onRows<LifecycleEvent>(strapi, {
    models: [FILE],
    on: {
      afterCreate: async ({ params }) => {
        const { related } = params.data ?? {};
        for (const entry of Array.isArray(related) ? related : []) await followEntry(entry);
      },
      // What an update gives is not always the whole file.
      afterUpdate: async ({ result }) => {
        const where = { id: result?.id };
        const file = where.id === undefined ? null : await entries(strapi, FILE).findOne({ where });
        await follow(file?.documentId);
      },
      afterDelete: ({ result }) => follow(result?.documentId),
    },
  });
}
