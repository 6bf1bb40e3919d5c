import { withoutNulls } from '../../blocks';
import { type Cut, cutOf, sectionTeaserBlock } from '../../blocks/teasers';
import type { Concept, ViewContext } from '../../cards';
import { findLayout } from '../../pages';

/** How the teasers of a section are cut, and whose layout says so; `where` is null where no section's or site's does. */
export function teaserCut(
  view: ViewContext,
  section: Concept<'section'> | null,
  site: Concept<'site'> | null
): Cut & { where: string | null } {
  for (const name of ['story', 'front'] as const) {
    const layout = findLayout(name, view.newsroom.config, section, site);
    const placed = layout.blocks.find(
      (block) =>
        block.__component === sectionTeaserBlock.component && (!block.section || block.section === section?.documentId)
    );
    const settings = placed && sectionTeaserBlock.schema.safeParse(withoutNulls(placed));
    if (settings?.success) {
      const { section: _section, count: _count, ...cut } = settings.data;
      return { ...cutOf(view, cut), where: layout.owner?.name ?? null };
    }
  }
  return { ...cutOf(view, {}), where: null };
}
