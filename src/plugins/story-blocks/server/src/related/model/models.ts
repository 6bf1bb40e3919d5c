import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { LRUCache } from 'lru-cache';
import { TABLES } from '../../db';
import type { NewsroomConfig } from '../../newsroom';
import type { Troubles } from '../../troubles';
import { ANALYSIS } from '../analyse/analyse-story';
import { TO_ANALYSE } from '../index/store-stories';
import { decodeModel, encodeModel } from './encode-model';
import { createModel, frequenciesOf, type Model, noModel } from './model';
import { sampleStories } from './sample-stories';
import { trainInThread } from './train-in-thread';

/** Words of a model, whatever the archive. */
const MAX_WORDS = 30_000;
const SEED = 20_190_422;
/** Stories below which there is no space to lay them out in, and for each of its dimensions. */
const FEWEST_FOR_SPACE = 100;
const STORIES_A_DIMENSION = 12;
/** Stories of an archive that is trained on anew with each change: a word more or less in it is seen in its links. */
export const TINY = 64;
/** Stories of one that is trained on anew as it grows by a quarter; a larger one when it has doubled. */
const SMALL = 1_000;
/** Milliseconds after which another node takes a training to be lost. */
const LOST_MS = 10 * 60_000;
/** Milliseconds after which a training that failed is tried again. */
const FAILED_MS = 60_000;
/** Models of languages in use that are kept in memory, some four megabytes each. */
const MAX_LOADED = 16;

export type RelatedSettings = NewsroomConfig['related'];

interface ModelRow {
  version: number;
  state: 'training' | 'building' | 'ready';
  archive: number;
  stamp: number;
  ranking: number;
  settings: string;
  changed_at: number | string;
}

/** What stories of a language are ranked by now. */
export interface Standing {
  locale: string;
  model: Model;
  /** The next model, into which stories are being brought; it takes the place of the other when all are. */
  next: Model | null;
  /** Names the model and the settings: links with another one are made again. */
  ranking: number;
  /** Tells the settings that this node ranks by: it must not take links for made by others that were saved meanwhile. */
  rankedBy: string;
  /** Stories that there were when the model was trained. */
  archive: number;
  /** By which it is seen whether there are others now. */
  stamp: number;
  /** Whether the settings want another model. */
  isOutdated: boolean;
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 20);

/** What a model's row says of the settings: those that it is trained by, and those that links are ranked by. */
const partsOf = (settings: string): [string, string | undefined] => {
  const [trained, ranked] = settings.split(':');
  return [trained, ranked];
};

/**
 * The models of an archive, one a language: the present one, and at times the next.
 *
 * @param settings - What models are trained by: the same as long as the application runs.
 * @param rankingSettings - What links are ranked by now, or would be by settings that are about to hold.
 */
export function createModels(
  strapi: Core.Strapi,
  settings: RelatedSettings,
  rankingSettings: (settings?: RelatedSettings) => unknown,
  troubles: Troubles
) {
  const frequencies = frequenciesOf(settings.nameWeight);
  const training = digest([settings.nameWeight, settings.commonShare, settings.dimensions, ANALYSIS]);
  const rankedBy = (by?: RelatedSettings) => digest(rankingSettings(by));
  const signature = () => `${training}:${rankedBy()}`;
  const loaded = new LRUCache<string, Model>({ max: MAX_LOADED });
  const none = noModel(frequencies);
  const models = (sql: Sql) => table(strapi, sql, TABLES.models);

  /** @returns Null where the model has been replaced since. */
  async function load(sql: Sql, locale: string, version: number): Promise<Model | null> {
    const key = `${locale} ${version}`;
    const kept = loaded.get(key);
    if (kept) return kept;
    const row = await models(sql).where({ locale, version }).first('data');
    if (!row?.data) return null;
    const model = createModel(version, decodeModel(row.data), frequencies);
    loaded.set(key, model);
    return model;
  }

  const rowsOf = (sql: Sql, locale: string): Promise<ModelRow[]> =>
    models(sql)
      .where({ locale })
      .orderBy('version')
      .select('version', 'state', 'archive', 'stamp', 'ranking', 'settings', 'changed_at') as unknown as Promise<
      ModelRow[]
    >;

  const countOf = async (locale: string): Promise<number> => {
    const row = await table(strapi, await sqlNow(strapi), TABLES.index)
      .where({ locale })
      .whereNotNull('model')
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  };

  /**
   * Tells how much an archive has changed: of a tiny one every change counts up, also of stories that went; of others the
   * last number that any story has, which grows with every new one, also where as many go.
   */
  const stampOf = async (locale: string, count: number): Promise<number> => {
    const stories = table(strapi, await sqlNow(strapi), TABLES.index);
    const row = await (count <= TINY
      ? stories.where({ locale }).sum({ stamp: 'version' })
      : stories.max({ stamp: 'id' })
    ).first();
    return Number(row?.stamp ?? 0);
  };

  const aboutOf = (locale: string) => ({ type: '', documentId: '', locale });

  async function putOff(own: { locale: string; version: number; state: string }): Promise<void> {
    const later = Date.now() - LOST_MS + FAILED_MS;
    await models(strapi.db.connection).where(own).update({ changed_at: later });
  }

  /** Leaves a training that failed to whoever looks next, after a while. */
  async function giveUp(own: { locale: string; version: number; state: string }, error: unknown): Promise<void> {
    await troubles.failed('models', error, aboutOf(own.locale));
    await putOff(own);
  }

  return {
    none,

    /** What stories of a language are ranked by now. */
    async standing(locale: string): Promise<Standing> {
      const sql = await sqlNow(strapi);
      const rows = await rowsOf(sql, locale);
      const ready = rows.find((row) => row.state === 'ready');
      const building = rows.find((row) => row.state === 'building');
      const model = ready ? await load(sql, locale, ready.version) : none;
      // Another node has put the next in its place between the two statements.
      if (!model) return this.standing(locale);
      return {
        locale,
        model,
        next: building ? await load(sql, locale, building.version) : null,
        ranking: ready?.ranking ?? 0,
        rankedBy: rankedBy(),
        archive: ready?.archive ?? 0,
        stamp: Number(ready?.stamp ?? 0),
        isOutdated: ready !== undefined && partsOf(ready.settings)[0] !== training,
      };
    },

    countOf,

    async countBehind(locale: string, ranking: number): Promise<number> {
      const row = await table(strapi, await sqlNow(strapi), TABLES.index)
        .where({ locale })
        .where('ranked', '<', ranking)
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },

    /** Has all links made again by the present models. */
    async rankAgain(): Promise<void> {
      const sql = await sqlNow(strapi);
      await models(sql)
        .where({ state: 'ready' })
        .update({ ranking: sql.raw('?? + 1', ['ranking']) });
    },

    /** Has every model trained anew when it is next looked at. */
    async renew(): Promise<void> {
      await models(await sqlNow(strapi))
        .where({ state: 'ready' })
        .update({ settings: 'to be trained anew' });
    },

    /** Whether an archive has outgrown its model, or has other stories than it was trained on. */
    async isDue({ locale, archive, stamp, next, isOutdated }: Standing): Promise<boolean> {
      if (next) return false;
      const count = await countOf(locale);
      if (count === 0) {
        await troubles.solved('models', aboutOf(locale));
        return false;
      }
      // Not on words of two kinds: first all stories are analysed alike.
      if (
        await table(strapi, await sqlNow(strapi), TABLES.index)
          .where({ locale, model: TO_ANALYSE })
          .first('id')
      ) {
        return false;
      }
      if (isOutdated || archive === 0) return true;
      if (archive <= TINY) return (await stampOf(locale, count)) !== stamp;
      if (archive < SMALL) return count >= archive * 1.25;
      return count >= archive * 2 || (await stampOf(locale, count)) - stamp >= archive * 2;
    },

    /**
     * Trains the next model. Stories are brought into it afterwards; until all are, links are made by the present one.
     *
     * @returns Null where another node is at it.
     */
    async train(locale: string): Promise<{ done: Promise<void>; cancel(): void } | null> {
      const count = await countOf(locale);
      const now = Date.now();
      const version = await inTransaction(strapi, async (sql) => {
        const rows = await rowsOf(sql, locale);
        const open = rows.find((row) => row.state !== 'ready');
        if (open && (open.state === 'building' || Number(open.changed_at) > now - LOST_MS)) return null;
        if (open) {
          const taken: number = await models(sql)
            .where({ locale, version: open.version, changed_at: open.changed_at })
            .update({ changed_at: now });
          return taken === 1 ? open.version : null;
        }
        const next = Math.max(0, ...rows.map((row) => row.version)) + 1;
        const row = { locale, version: next, state: 'training', archive: count, stamp: 0, ranking: 0, settings: '' };
        const made: unknown[] = await models(sql)
          .insert({ ...row, changed_at: now })
          .onConflict(['locale', 'version'])
          .ignore()
          .returning('version');
        return made.length > 0 ? next : null;
      });
      if (version === null) return null;
      const own = { locale, version, state: 'training' };
      try {
        const stamp = await stampOf(locale, count);
        const stories = await sampleStories(strapi, locale, { count, frequencies });
        const size = stories.starts.length - 1;
        const options = { maxWords: MAX_WORDS, commonShare: settings.commonShare, seed: SEED };
        const space = Math.min(settings.dimensions, Math.floor(size / STORIES_A_DIMENSION));
        const dimensions = size < FEWEST_FOR_SPACE ? 0 : space;
        const { model, cancel } = trainInThread(stories, { ...options, dimensions });
        let isCanceled = false;
        const done = model
          .then(async (trained) => {
            const data = encodeModel(trained);
            const changes = { state: 'building', archive: count, stamp, settings: signature(), data };
            await models(strapi.db.connection)
              .where(own)
              .update({ ...changes, changed_at: Date.now() });
            await troubles.solved('models', aboutOf(locale));
          })
          // A node that goes down leaves it to another, or to its own next start.
          .catch((error) => (isCanceled ? putOff(own) : giveUp(own, error)));
        const end = () => {
          isCanceled = true;
          cancel();
        };
        return { done, cancel: end };
      } catch (error) {
        await giveUp(own, error);
        return null;
      }
    },

    /**
     * Puts the next model in the place of the present one, once all stories are in it: every link is to be made again.
     *
     * @returns False where some are not, or another node did it.
     */
    adopt: ({ locale, next }: Standing): Promise<boolean> =>
      inTransaction(strapi, async (sql) => {
        if (!next) return false;
        const outside = await table(strapi, sql, TABLES.index)
          .where({ locale })
          .where('model', '<', next.version)
          .first('id');
        if (outside) return false;
        const present = models(sql).where({ locale, state: 'ready' });
        // Whoever saves settings meanwhile writes to the one or the other.
        const before: Pick<ModelRow, 'settings'> | undefined = await (isPostgres(strapi)
          ? present.forUpdate()
          : present
        ).first('settings');
        const rows = await rowsOf(sql, locale);
        const ranking = Math.max(0, ...rows.map((row) => row.ranking)) + 1;
        // Settings that another node saved and this one has not read yet are the ones to rank by.
        const ranked = (before && partsOf(before.settings)[1]) ?? rankedBy();
        const adopted: number = await models(sql)
          .where({ locale, version: next.version, state: 'building' })
          .update({ state: 'ready', ranking, settings: `${training}:${ranked}`, changed_at: Date.now() });
        if (adopted === 0) return false;
        await models(sql).where({ locale }).where('version', '<', next.version).delete();
        return true;
      }),

    /** Whether links that are made by a standing are still by the present ranking; for the transaction that writes them. */
    async isPresent(sql: Sql, { locale, ranking, rankedBy: by }: Standing): Promise<boolean> {
      const row: Pick<ModelRow, 'ranking' | 'settings'> | undefined = await models(sql)
        .where({ locale, state: 'ready' })
        .first('ranking', 'settings');
      // Settings that another node saved and this one has not read yet: the links are that node's to make, or later ours.
      const kept = row && partsOf(row.settings)[1];
      return (row?.ranking ?? 0) === ranking && (kept === undefined || kept === by);
    },

    /**
     * Follows a change of the settings: links that were made by others are to be made again.
     *
     * @param by - Settings that are about to hold, in the transaction that saves them; else those that hold.
     */
    async followSettings(sql?: Sql, by?: RelatedSettings): Promise<void> {
      const now = sql ?? (await sqlNow(strapi));
      const rows: (ModelRow & { locale: string })[] = await models(now)
        .where({ state: 'ready' })
        .select('locale', 'version', 'settings', 'ranking');
      for (const { locale, version, settings: kept, ranking } of rows) {
        const [trained, ranked] = partsOf(kept);
        // One that is to be trained anew has all its links made again by that.
        if (ranked === undefined || ranked === rankedBy(by)) continue;
        await models(now)
          .where({ locale, version, settings: kept })
          .update({
            settings: `${trained}:${rankedBy(by)}`,
            ...(trained === training ? { ranking: ranking + 1 } : {}),
          });
      }
    },

    /** The models as they stand, without reading them. */
    async overview() {
      const rows: (Omit<ModelRow, 'settings' | 'stamp'> & { locale: string })[] = await models(await sqlNow(strapi))
        .orderBy(['locale', 'version'])
        .select('locale', 'version', 'state', 'archive', 'ranking', 'changed_at');
      return rows;
    },
  };
}
export type Models = ReturnType<typeof createModels>;
