import type { BoardList } from '../../../shared/src/board.contract';

/** What an address names. */
export interface Asked {
  site?: string;
  section?: string;
  locale?: string;
}

/** What the board shows: a section that exists, in a language that it has. */
export interface Choice {
  siteId: string | null;
  section: BoardList['sections'][number];
  locale: string | null;
}

/** The nearest to what an address names that there is; null where there are no sections. */
export function resolveChoice({ sections, sites }: BoardList, asked: Asked): Choice | null {
  const named = sections.find(({ documentId }) => documentId === asked.section);
  const siteId = named ? named.siteId : (asked.site ?? sites[0]?.documentId ?? null);
  const section = named ?? sections.find((one) => one.siteId === siteId) ?? sections[0];
  if (!section) return null;
  const language = section.languages.find(({ locale }) => locale === asked.locale) ?? section.languages[0];
  return { siteId: section.siteId, section, locale: language?.locale ?? null };
}

/** A section's name in a language, else in the first that it has. */
export const nameIn = ({ languages }: BoardList['sections'][number], locale: string | null) =>
  languages.find((language) => language.locale === locale) ?? languages[0];
