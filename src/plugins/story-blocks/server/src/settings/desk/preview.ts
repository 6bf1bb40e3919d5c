import { forbidden, notFound, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { PreviewLink, SavedSettings, SettingsPreview } from '../../../../shared/src';
import { type Ability, mayManage, visibleRows } from '../../access/admin-reader';
import type { CardKey } from '../../cards';
import { titlesOf } from '../../drafts';
import type { NewsroomConfig } from '../../newsroom';
import type { SettingsDesk, SettingsPorts } from './settings.service';

/** Links that are shown of each. */
const SHOWN = 10;

interface Asked {
  settings: SavedSettings;
  documentId: string;
  type: string;
  locale?: string;
}

/** The story that is asked for, as far as the administrator may read it. @throws A 403 or a 404. */
async function storyOf(
  { strapi, newsroom }: SettingsPorts,
  ability: Ability | undefined,
  asked: Asked
): Promise<CardKey> {
  const { documentId, type } = asked;
  if (!newsroom.storyType(type)) throw notFound('No such story');
  if (!ability || !mayManage(ability, type)) throw forbidden('You may not read stories of this type.');
  const locale = newsroom.keyLocale(type, newsroom.isLocalized(type) ? await resolveLocale(strapi, asked.locale) : '');
  const rows = await visibleRows(strapi, ability, type, [documentId]);
  if (!rows.some((row) => newsroom.keyLocale(type, row.locale) === locale)) throw notFound('No such story');
  return { documentId, type, locale };
}

/** The links of a story by the settings that hold, and by those that are being edited. Nothing is written. */
export async function previewSettings(
  ports: SettingsPorts,
  newsroomWith: SettingsDesk['newsroomWith'],
  ability: Ability | undefined,
  asked: Asked
): Promise<SettingsPreview> {
  const { strapi, newsroom, related } = ports;
  const story = await storyOf(ports, ability, asked);
  const config = await newsroomWith(asked.settings);
  const linksBy = async ({ related: settings }: NewsroomConfig) =>
    (await related.preview(story, settings))?.slice(0, SHOWN);
  const [now, edited] = [await linksBy(newsroom.config), await linksBy(config)];
  if (!now || !edited) throw notFound('The story is not published, or was a moment ago: its links are not known yet.');
  const titleOf = await titlesOf(
    strapi,
    newsroom,
    ability,
    [...now, ...edited].map((link) => link.story)
  );
  const present = (links: typeof now): PreviewLink[] =>
    links.map(({ story: { type, documentId, locale }, score, reasons }) => ({
      documentId,
      locale,
      title: titleOf({ type, documentId, locale }),
      score: Math.round(score * 1000) / 1000,
      reasons: [...new Set(reasons.map((reason) => reason.type))],
    }));
  return { now: present(now), edited: present(edited) };
}
