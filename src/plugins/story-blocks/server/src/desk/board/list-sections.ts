import type { Core } from '@strapi/strapi';
import { appLanguages } from '@wiredesk/strapi-kit/server';
import type { BoardList } from '../../../../shared/src';
import { type Ability, mayManage, visibleRows } from '../../access/admin-reader';
import { createConcepts } from '../../cards';
import type { Newsroom } from '../../newsroom';

/** Whether an administrator may read a section in a language, in the content manager. */
export async function maySeeSection(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ability: Ability,
  documentId: string,
  locale: string
): Promise<boolean> {
  const uid = newsroom.config.types.section?.uid;
  if (!uid || !mayManage(ability, uid)) return false;
  const rows = await visibleRows(strapi, ability, uid, [documentId]);
  return rows.some((row) => newsroom.keyLocale(uid, row.locale) === newsroom.keyLocale(uid, locale));
}

/** Every section that an administrator may read, with its languages and its home; in the order of the desk's own language. */
export async function listSections(strapi: Core.Strapi, newsroom: Newsroom, ability: Ability): Promise<BoardList> {
  const locales = await appLanguages(strapi);
  const { section, site } = newsroom.config.types;
  if (!section || !mayManage(ability, section.uid)) return { sites: [], sections: [], locales };
  const maySeeSites = site !== undefined && mayManage(ability, site.uid);

  const sites = new Map<string, string>();
  const sections = new Map<string, BoardList['sections'][number]>();
  for (const locale of locales.length > 0 ? locales.map(({ code }) => code) : ['']) {
    const concepts = createConcepts(strapi, locale);
    const all = await concepts.all('section');
    if (all.length === 0) continue;
    await concepts.load(all.map(({ data }) => ({ kind: 'site', id: data.siteId })));
    const ids = all.map(({ documentId }) => documentId);
    const rows = await visibleRows(strapi, ability, section.uid, ids);
    const visible = new Set(rows.map((row) => `${row.documentId} ${row.locale ?? ''}`));
    for (const { documentId, locale: own, name, data } of all) {
      if (!visible.has(`${documentId} ${own}`)) continue;
      const home = maySeeSites ? concepts.get('site', data.siteId) : null;
      if (home && !sites.has(home.documentId)) sites.set(home.documentId, home.name);
      const entry = sections.get(documentId) ?? { documentId, siteId: home?.documentId ?? null, languages: [] };
      entry.siteId ??= home?.documentId ?? null;
      entry.languages.push({ locale: locale || null, name });
      sections.set(documentId, entry);
    }
  }
  return {
    sites: [...sites].map(([documentId, name]) => ({ documentId, name })),
    sections: [...sections.values()],
    locales,
  };
}
