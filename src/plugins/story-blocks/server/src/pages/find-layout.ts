import type { Concept, LayoutBlock } from '../cards';
import type { NewsroomConfig } from '../newsroom';

/** A layout, and where it stands: what a report about it names. */
export interface Layout {
  blocks: LayoutBlock[];
  where: string;
}

/** The section's layout, else the site's, else the configured one. */
export function findLayout(
  kind: 'story' | 'front',
  config: NewsroomConfig,
  section: Concept<'section'> | null,
  site: Concept<'site'> | null
): Layout {
  const field = kind === 'story' ? 'storyLayout' : 'frontLayout';
  const named = (concept: Concept) =>
    `${concept.kind} ${concept.name}${concept.locale ? ` (${concept.locale})` : ''}, ${field}`;
  if (section && section.data[field].length > 0) return { blocks: section.data[field], where: named(section) };
  if (site && site.data[field].length > 0) return { blocks: site.data[field], where: named(site) };
  return { blocks: config.defaultLayouts[kind] as LayoutBlock[], where: `config/newsroom, defaultLayouts.${kind}` };
}
