import type { DeskBlock, DeskLink, RelatedLink } from '../../../../shared/src';
import { fillLayout, type Page, readLayout, settingsOf } from '../../blocks';
import { asksFor, RELATED_LINKS, type RelatedSettings as RelatedBlockSettings } from '../../blocks/related-links';
import { type FullCard, storyId } from '../../cards';
import { readOwnLinks, readStoryLinks, relatedLinks, type StoryLink } from '../../related';
import type { OpenPage } from '../open-page';
import type { Parts } from './parts';

const EVERY_KIND = ['external', 'story', 'landing'] as const;
/** More than a story has: pins, ranked links, its own links and those of its topics. */
const MOST_LINKS = 500;

interface PageLinks {
  block: DeskBlock | null;
  /** In the order of a page; a story's with its type. */
  links: DeskLink[];
}

const keyOf = (link: RelatedLink) =>
  link.kind === 'story' ? link.documentId : `${link.kind} ${link.title} ${link.url ?? ''}`;

/** A page of its own, on which nothing but the story stands. */
const alone = (page: Page, card: FullCard): Page => ({
  ...page,
  isShown: (documentId) => documentId === card.documentId,
  show: () => {},
});

/**
 * A story's links, all that it has, and which of them the first related-links block of its page shows: what stands above
 * it on the page is filled before, since no story stands there twice.
 *
 * @param opened - The story's page. Its blocks are filled as far as needed.
 * @param computed - The ranked links, where the story has none that are kept.
 */
export async function pageLinks(
  parts: Parts,
  card: FullCard,
  opened: OpenPage,
  computed?: StoryLink[]
): Promise<PageLinks> {
  const { strapi, registry, problems } = parts;
  const { page, layout } = opened;
  const reading = { ...page.view, now: page.now };
  const given = computed && new Map([[storyId(card), computed]]);
  const stories = (await readStoryLinks(strapi, reading, [card], given)).get(storyId(card)) ?? [];
  const ownStories = (await readOwnLinks(strapi, reading, [card])).get(storyId(card));
  const all = await relatedLinks(strapi, card, alone(page, card), {
    kinds: EVERY_KIND,
    limit: MOST_LINKS,
    stories,
    ownStories,
  });

  const at = layout.blocks.findIndex((placed) => placed.__component === RELATED_LINKS);
  const block = at < 0 ? undefined : registry.get(RELATED_LINKS);
  const settings = block && settingsOf(block, layout.blocks[at]);
  const shown = new Set<string>();
  let placed: DeskBlock | null = null;
  if (settings?.success) {
    const asked = settings.data as RelatedBlockSettings;
    await fillLayout(readLayout(layout.blocks.slice(0, at), { registry, problems }, layout.where), page);
    const wanted = asksFor(asked, page.view);
    const { limit } = wanted;
    for (const link of await relatedLinks(strapi, card, page, { ...wanted, stories, ownStories }))
      shown.add(keyOf(link));
    placed = { limit, stories: asked.stories, landings: asked.landings, externals: asked.externals };
  }
  const led = [...(ownStories?.at.values() ?? [])].filter((link) => link !== null);
  const types = new Map([...stories, ...led].map(({ target }) => [target.documentId, target.type]));
  const links = all.map((link): DeskLink => {
    const isShown = shown.has(keyOf(link));
    if (link.kind !== 'story') return { ...link, shown: isShown };
    return { ...link, type: types.get(link.documentId) ?? card.type, shown: isShown };
  });
  return { block: placed, links };
}
