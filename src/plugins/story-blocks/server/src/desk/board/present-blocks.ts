import type { Core } from '@strapi/strapi';
import type { BoardBlock } from '../../../../shared/src';
import { type BlockRegistry, type Filled, readLayout, typeOf } from '../../blocks';
import { type Concept, createConcepts, type LayoutBlock } from '../../cards';
import { maskStory, type Sight, storiesIn } from '../../drafts';
import type { Newsroom } from '../../newsroom';
import type { Front } from '../../pages';
import { reasonIn } from './present-stories';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What an editor set of a block, as text. */
export function settingsOf(placed: LayoutBlock): { name: string; value: string }[] {
  return Object.entries(placed).flatMap(([name, value]) => {
    if (['__component', 'id', 'section'].includes(name)) return [];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [{ name, value: String(value) }] : [];
  });
}

/** A block's lists before their stories are looked at: its rails, or the one list of all that it shows. */
export function listsOf(data: object | undefined, sections: (Concept<'section'> | null)[]) {
  const left = isObject(data) && Array.isArray(data.rails) ? data.rails.filter(isObject) : null;
  if (!left || sections.length === 0) {
    const stories = storiesIn(data);
    const section = sections.length === 1 ? sections[0] : null;
    return stories.length > 0 || section ? [{ label: null, section, stories }] : [];
  }
  const listed = (rail: Record<string, unknown> | undefined, section: Concept<'section'> | null) => ({
    label: typeof rail?.label === 'string' ? rail.label : null,
    section,
    stories: storiesIn(rail),
  });
  const named = sections.map((section) => {
    const at = left.findIndex((rail) => isObject(rail.section) && rail.section.slug === section?.slug);
    const [rail] = at < 0 ? [] : left.splice(at, 1);
    return listed(rail, section);
  });
  return [...named, ...left.map((rail) => listed(rail, null))];
}

export interface BlocksPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  registry: BlockRegistry;
}

/** The blocks of a front's layout in their order, those that are left out too, each with what fills it. */
export async function presentBlocks(
  { strapi, registry }: BlocksPorts,
  front: Front<'section'>,
  sightOf: (documentIds: string[]) => Promise<Sight>,
  locale: string
): Promise<BoardBlock[]> {
  const section = front.subject;
  // What is wrong with the layout was reported when the front was filled.
  const { ready } = readLayout(front.layout.blocks, { registry, problems: { report: () => {}, all: () => [] } }, '');
  const sectionIdsOf = (placed: LayoutBlock) => {
    const one = ready.find((block) => block.placed === placed);
    return one?.block.sections?.(one.settings, { section }) ?? [];
  };
  const concepts = createConcepts(strapi, locale);
  const drawn = front.layout.blocks.flatMap(sectionIdsOf);
  await concepts.load(drawn.map((id) => ({ kind: 'section', id: id ?? null })));
  const filledOf = (placed: LayoutBlock): Filled | undefined => front.blocks.find((one) => one.placed === placed);
  const sight = await sightOf(front.blocks.flatMap(({ data }) => storiesIn(data)).map(({ documentId }) => documentId));

  const blocks: BoardBlock[] = [];
  for (const placed of front.layout.blocks) {
    const sections = sectionIdsOf(placed).map((id) => concepts.get('section', id ?? null));
    const lists: BoardBlock['lists'] = [];
    for (const { label, section: from, stories } of listsOf(filledOf(placed)?.data, sections)) {
      const will = from ? await front.wills.of(from.documentId) : null;
      lists.push({
        label,
        section: from && { documentId: from.documentId, name: from.name },
        stories: stories.map(({ documentId, title }) => {
          const shown = { documentId, type: sight.typeOf(documentId), title };
          return {
            ...maskStory(shown, sight.of(documentId, locale)),
            reason: will && reasonIn(will, documentId),
          };
        }),
      });
    }
    blocks.push({
      component: placed.__component,
      type: typeOf(placed.__component),
      settings: settingsOf(placed),
      lists,
      isShown: filledOf(placed) !== undefined,
    });
  }
  return blocks;
}
