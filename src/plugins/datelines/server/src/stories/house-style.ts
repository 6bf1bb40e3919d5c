import type { Core } from '@strapi/strapi';
import { entries } from '@wiredesk/strapi-kit/server';
import { type Row, readableRows, textOf } from '../lib/entries';
import type { Readers } from '../lib/reader';
import type { Desk } from '../newsroom';

/**
 * The style in which a story's lines are written: that of its section's site, of the default site, of the newsroom.
 * A site's style is told to those who may read it; to others it is the newsroom's.
 *
 * @param section - With its site, where it has one.
 */
export async function houseStyle(
  strapi: Core.Strapi,
  desk: Desk,
  section: Row | undefined,
  { readers, locale }: { readers: Readers; locale: string | null | undefined }
): Promise<string> {
  const { site, section: sectionType } = desk.types;
  const field = sectionType?.fields.site;
  const home = field ? ([section?.[field]].flat() as (Row | null | undefined)[])[0] : null;
  const found = home ?? (await defaultSite(strapi, desk, locale));
  if (!site || !found) return desk.datelineStyle;
  const [row] = await readableRows(strapi, site.uid, [found.id], readers(site.uid));
  return (row && textOf(row, site.fields.datelineStyle)) || desk.datelineStyle;
}

async function defaultSite(strapi: Core.Strapi, desk: Desk, locale: string | null | undefined): Promise<Row | null> {
  const { site } = desk.types;
  if (!site || !desk.defaultSite) return null;
  const query = entries(strapi, site.uid);
  const named = { $or: [{ documentId: desk.defaultSite }, { [site.fields.name]: desk.defaultSite }] };
  return query.findOne<Row>({ where: { ...named, ...(desk.isLocalized(site.uid) && locale ? { locale } : {}) } });
}
