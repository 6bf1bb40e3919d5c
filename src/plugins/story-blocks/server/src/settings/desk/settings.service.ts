import type { Core } from '@strapi/strapi';
import { appLanguages, inTransaction, invalid } from '@wiredesk/strapi-kit/server';
import { flattenSettings, type SavedSettings, type SettingsAnswer, type SettingsValues } from '../../../../shared/src';
import { advanceGeneration } from '../../db';
import { EVERYTHING } from '../../delivery/tags';
import { applySettings, type Newsroom, type NewsroomConfig } from '../../newsroom';
import type { Related } from '../../related';
import { type KeptSettings, type Settings, writeSettings } from '..';
import { type Choices, refuseSettings } from './check-settings';

interface StylesService {
  names(): string[];
}

export interface SettingsPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  related: Related;
  settings: Settings;
}

/** Settings that `config/newsroom` itself gives, whatever else stands in it. */
function configuredFields(raw: unknown): string[] {
  const { datelineStyle, related, blocks, newsroom, delivery } = raw as Record<string, unknown>;
  return Object.keys(flattenSettings({ datelineStyle, related, blocks, newsroom, delivery } as SavedSettings));
}

/** What administrators may set, and what they did. */
export function createSettingsDesk({ strapi, newsroom, related, settings }: SettingsPorts) {
  const styles = (): string[] => {
    const { datelineStyle } = newsroom.configured;
    // Without the plugin there is one plain style under every name.
    if (!strapi.plugins.datelines) return [datelineStyle];
    const names = (strapi.plugin('datelines').service('styles') as StylesService).names();
    return names.includes(datelineStyle) ? names : [datelineStyle, ...names];
  };

  async function choices(): Promise<Choices> {
    const locales = (await appLanguages(strapi)).map(({ code }) => code);
    return { signals: related.signals().map(({ name }) => name), styles: styles(), locales };
  }

  function valuesOf({
    datelineStyle,
    related: ranking,
    blocks,
    desk: { blockPublishing },
    delivery: { memory: _memory, early: _early, ...delivery },
  }: NewsroomConfig): SettingsValues {
    const { days, candidates, borrow, floor } = ranking;
    const weights = Object.fromEntries(
      related.signals().map(({ name, weight }) => [name, ranking.weights[name] ?? weight])
    );
    return {
      datelineStyle,
      related: { weights, days, candidates, borrow, floor },
      blocks: { ...blocks, teaserTail: blocks.teaserTail ?? null },
      desk: { blockPublishing },
      delivery,
    };
  }

  /**
   * The newsroom as it would be with settings.
   *
   * @throws A 400 that names the first that cannot hold.
   */
  async function newsroomWith(asked: SavedSettings) {
    const config = applySettings(newsroom.configured, asked);
    const refusal = refuseSettings(asked, valuesOf(config).related.weights, await choices());
    if (refusal) {
      const path = ['data', 'settings', ...refusal.path];
      throw invalid(`${path.join('.')} ${refusal.message}.`, path);
    }
    return config;
  }

  /** Weights of signals that are not registered now: a plugin that is switched off for a day keeps its own. */
  function absentWeights({ saved }: KeptSettings): Record<string, number> {
    const known = new Set(related.signals().map(({ name }) => name));
    return Object.fromEntries(Object.entries(saved.related?.weights ?? {}).filter(([name]) => !known.has(name)));
  }

  async function describe(): Promise<SettingsAnswer> {
    const kept = await settings.load();
    const shown = structuredClone(kept.saved);
    for (const name of Object.keys(absentWeights(kept))) delete shown.related?.weights?.[name];
    const ranking = await related.behind();
    return {
      version: kept.version,
      savedAt: kept.savedAt === null ? null : new Date(kept.savedAt).toISOString(),
      savedBy: kept.savedBy,
      saved: shown,
      defaults: valuesOf(newsroom.configured),
      configured: configuredFields(strapi.config.get('newsroom')),
      signals: related.signals().map(({ name, isOwn }) => ({ name, isOwn })),
      styles: styles(),
      locales: await appLanguages(strapi),
      storyTypes: newsroom.configured.types.story.map(({ uid, fields }) => ({
        uid,
        title: fields.title,
        isLocalized: newsroom.isLocalized(uid),
      })),
      ranking: ranking.done < ranking.total ? ranking : null,
    };
  }

  /**
   * Saves settings, which hold on every node within seconds; links that they make otherwise are made again in the
   * background, and answers that callers keep are made again at once.
   *
   * @returns Whether they were saved: false where somebody else saved since the version that was read.
   */
  async function save(version: number, asked: SavedSettings, savedBy: string | null): Promise<boolean> {
    await newsroomWith(asked);
    const weights = { ...absentWeights(await settings.load()), ...asked.related?.weights };
    const saved: SavedSettings =
      Object.keys(weights).length > 0 ? { ...asked, related: { ...asked.related, weights } } : asked;
    const isSaved = await inTransaction(strapi, async (sql) => {
      if (!(await writeSettings(strapi, sql, version, { saved, savedAt: Date.now(), savedBy }))) return false;
      await related.followSettings(sql, applySettings(newsroom.configured, saved).related);
      await advanceGeneration(strapi, sql, { tags: [EVERYTHING], concepts: false });
      return true;
    });
    if (isSaved) await settings.load();
    return isSaved;
  }

  return { describe, save, newsroomWith };
}
export type SettingsDesk = ReturnType<typeof createSettingsDesk>;
