import type { Core } from '@strapi/strapi';
import { entries } from '@wiredesk/strapi-kit/server';
import { type Ability, mayManage, visibleRows } from '../access/admin-reader';
import type { Newsroom } from '../newsroom';

/** Whether a form may link an entry that was not linked before. */
export type MayLink = (uid: string, documentId: string) => boolean;

interface Ports {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  ability: Ability;
}

/** Entries of a type that exist in a language and that the content manager would not show there. */
async function hiddenOf({ strapi, newsroom, ability }: Ports, uid: string, ids: string[], locale: string) {
  const where = { documentId: { $in: ids }, ...(newsroom.isLocalized(uid) ? { locale } : {}) };
  const rows: { documentId: string }[] = await entries(strapi, uid).findMany({ select: ['documentId'], where });
  const hidden = new Set(rows.map(({ documentId }) => documentId));
  for (const row of await visibleRows(strapi, ability, uid, ids)) {
    if (newsroom.keyLocale(uid, row.locale) === newsroom.keyLocale(uid, locale)) hidden.delete(row.documentId);
  }
  return hidden;
}

/**
 * Makes something of a form without new links to entries that the administrator may not read in the content manager: what
 * is made of them would tell their names. What does not exist may be linked, and is found missing.
 *
 * @param locale - In which linked entries are named.
 * @param build - Is called twice: once to learn which links are new, whose result is dropped.
 * @returns What `build` made with the links that may be made. Asks twice a content type, however many links there are.
 */
export async function withNewLinks<Built>(
  ports: Ports,
  locale: string,
  build: (mayLink: MayLink) => Built
): Promise<Built> {
  const asked = new Map<string, Set<string>>();
  build((uid, documentId) => {
    asked.set(uid, (asked.get(uid) ?? new Set()).add(documentId));
    return false;
  });
  const readable = [...asked].filter(([uid]) => mayManage(ports.ability, uid));
  const refused = new Map<string, Set<string>>();
  for (const [uid, ids] of readable) refused.set(uid, await hiddenOf(ports, uid, [...ids], locale));
  return build((uid, documentId) => refused.get(uid)?.has(documentId) === false);
}
