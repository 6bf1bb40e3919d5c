import type { Page } from '../blocks';
import {
  bylineOf,
  type Concept,
  createView,
  type FullCard,
  loadForViews,
  newestCards,
  toTeaserFrame,
  type ViewContext,
} from '../cards';
import { chooseStories, createSectionWills, readSections, type SectionWills } from '../curation/board';
import { listReader } from './lists/kept-lists';
import { listsNewest, listsStories } from './lists/list-tags';
import type { PageRequest } from './page-request';

/** The site named by the caller, else the home of the page's section, else the configured one. */
export async function servingSite(
  view: ViewContext,
  section: Concept<'section'> | null,
  named: string | undefined
): Promise<Concept<'site'> | null | 'unknown'> {
  if (named !== undefined) return (await view.concepts.find('site', named)) ?? 'unknown';
  if (section) {
    await view.concepts.load([{ kind: 'site', id: section.data.siteId }]);
    const home = view.concepts.get('site', section.data.siteId);
    if (home) return home;
  }
  return view.fallbackSite;
}

/** What editors want of the sections that a request draws on. */
export const willsFor = ({ strapi, newsroom, caller, locale, now }: PageRequest): SectionWills =>
  createSectionWills(strapi, { newsroom, locale, types: caller.types, now });

export const viewFor = ({ strapi, newsroom, locale, reading }: PageRequest) =>
  createView(strapi, newsroom, locale, reading);

/** The style of a site's datelines and bylines. */
export const inStyleOf = (view: ViewContext, site: Concept<'site'> | null): ViewContext => ({
  ...view,
  style: site?.data.datelineStyle ?? view.newsroom.config.datelineStyle,
});

/** A page before its blocks are filled: nothing but its own story stands on it. */
export function createPage(
  request: PageRequest,
  {
    view,
    site,
    story,
    section,
    exclude,
    wills = willsFor(request),
  }: {
    view: ViewContext;
    site: Concept<'site'> | null;
    story: FullCard | null;
    section: Concept<'section'> | null;
    /** Stories that must not stand on it. */
    exclude?: Iterable<string>;
    /** Where the caller has read some already. */
    wills?: SectionWills;
  }
): Page {
  const { strapi, newsroom, caller, locale, now } = request;
  const read = listReader(request);
  const shown = new Set<string>(exclude);
  const show = (documentIds: Iterable<string>) => {
    for (const id of documentIds) {
      shown.add(id);
      view.tags.shows('story', id);
    }
  };
  if (story) show([story.documentId]);
  const takeNewestOf: Page['takeNewestOf'] = async (wanted, most) => {
    const query = { locales: newsroom.storyLocales(locale), types: caller.types, exclude: shown };
    const parts = await readSections(read, query, wanted, await wills.ofEach(wanted.map(({ sectionId }) => sectionId)));
    for (const { sectionId } of wanted) listsStories(request, view, 'section', sectionId);
    const chosen = chooseStories(wanted, parts, shown);
    show(chosen.flat().map(({ documentId }) => documentId));
    await loadForViews(view, chosen.flat(), most);
    return chosen;
  };
  return {
    locale,
    now,
    site,
    story,
    section,
    view,
    types: caller.types,
    may: caller.may,
    describe: (card) => ({ ...toTeaserFrame(view, card), byline: bylineOf(view, card) }),
    isShown: (documentId) => shown.has(documentId),
    show,
    tags: view.tags,
    async takeNewest({ sectionId }, limit) {
      if (sectionId) return (await takeNewestOf([{ sectionId, limit }]))[0];
      listsNewest(request, view);
      const query = { locales: newsroom.storyLocales(locale), types: caller.types, exclude: shown };
      const cards = await newestCards(strapi, query, limit);
      show(cards.map((card) => card.documentId));
      await loadForViews(view, cards);
      return cards;
    },
    takeNewestOf,
    expectSections: (sectionIds) => wills.load(sectionIds),
  };
}
