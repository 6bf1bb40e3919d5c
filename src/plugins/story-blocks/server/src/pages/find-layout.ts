import type { Concept, LayoutBlock } from '../cards';
import type { LayoutName, NewsroomConfig } from '../newsroom';

/** A layout, and where it stands: what a report about it names. */
export interface Layout {
  blocks: LayoutBlock[];
  where: string;
  /** The section or site that it is a layout of; null where it is the configured one. */
  owner: Concept<'section'> | Concept<'site'> | null;
}

/** The section's layout, else the site's, else the configured one. */
export function findLayout(
  name: LayoutName,
  config: NewsroomConfig,
  section: Concept<'section'> | null,
  site: Concept<'site'> | null
): Layout {
  const field = `${name}Layout` as const;
  for (const owner of [section, site]) {
    if (!owner || owner.data[field].length === 0) continue;
    const language = owner.locale ? ` (${owner.locale})` : '';
    return { blocks: owner.data[field], where: `${owner.kind} ${owner.name}${language}, ${field}`, owner };
  }
  return {
    blocks: config.defaultLayouts[name] as LayoutBlock[],
    where: `config/newsroom, defaultLayouts.${name}`,
    owner: null,
  };
}
