import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { type OtherPage, otherPage, readWebAddress, type StoryName, storyNames } from '../addresses';
import { type Card, liveOwners, type OwnSites, otherOwners, readOwnSites, storyId, type ViewContext } from '../cards';
import { CARD_COLUMNS, type CardRow, toCard } from '../cards/find-cards';
import { formerTypes, type SlugOf } from '../cards/former-slugs';
import { findTypes } from '../curation/pins/find-targets';
import { type WishRow, willsFrom, wishRows } from '../curation/pins/read-wills';
import { readRows, TABLES } from '../db';
import { anyTag, namesTag, slugTag, type Tags } from '../delivery/tags';
import { foldSlug } from '../lib/fold-slug';
import type { Newsroom } from '../newsroom';
import type { StoryLink } from './read-links';

/** More slugs than these are told of as any story: their tags would not fit into a header. */
const MAX_SLUG_TAGS = 60;

/** What became of a story's external links that lead to our own sites. */
export interface OwnLinks {
  /** By their place: the link to the story, or null where it is left out. A link that is not here stays what it is. */
  at: ReadonlyMap<number, StoryLink | null>;
  /** Says what this depends on. */
  tell(tags: Tags): void;
}

/** An external link whose host is one of ours, with what it may name. */
interface OwnAddress {
  card: Card;
  place: number;
  host: string;
  names: StoryName[];
  other: OtherPage | null;
  /** Languages of the site, where it has some. */
  languages: readonly string[];
}

/** A story that a link names, in the language in which its address does. */
type Named = Omit<SlugOf, 'slug'>;

function ownAddresses(card: Card, { byHost }: OwnSites, newsroom: Newsroom): OwnAddress[] {
  return card.externalLinks.flatMap(({ url }, place) => {
    const address = readWebAddress(url);
    const site = address && byHost.get(address.host);
    if (!site) return [];
    const patterns = { story: site.patterns, topic: newsroom.config.urlPatterns.topic };
    const names = storyNames(address, patterns);
    const other = otherPage(address, patterns);
    return [{ card, place, host: address.host, names, other, languages: site.languages }];
  });
}

const valuesOf = (addresses: readonly OwnAddress[], by: StoryName['by']): string[] => [
  ...new Set(addresses.flatMap(({ names }) => names.flatMap((name) => (name.by === by ? name.value : [])))),
];

/** The topics and sections that addresses lead to, of those that there are. */
async function otherPages({ concepts }: ViewContext, addresses: readonly OwnAddress[]) {
  const found = new Set<string>();
  for (const kind of ['topic', 'section'] as const) {
    const slugs = addresses.flatMap(({ other }) => (other?.kind === kind ? other.slug : []));
    if (slugs.length === 0) continue;
    for (const [slug, concept] of await concepts.findAll(kind, [...new Set(slugs)]))
      if (concept.slug === slug) found.add(`${kind} ${slug}`);
  }
  return ({ other }: OwnAddress) => other !== null && found.has(`${other.kind} ${other.slug}`);
}

/** Tells which story an address names: by a slug that a live one has, else by one that another had or has unpublished. */
async function storyNaming(strapi: Core.Strapi, view: ViewContext, addresses: readonly OwnAddress[]) {
  const { newsroom } = view;
  const slugs = valuesOf(addresses, 'slug');
  const ids = valuesOf(addresses, 'documentId');
  const written = await findTypes(strapi, newsroom, ids);
  const gone = await formerTypes(
    strapi,
    ids.filter((id) => !written.has(id))
  );
  const byId = new Map([...gone, ...written]);
  const live = await liveOwners(strapi, newsroom, slugs);
  const isLive = new Set(live.map(({ slug }) => foldSlug(slug)));
  const others = await otherOwners(
    strapi,
    newsroom,
    slugs.filter((slug) => !isLive.has(foldSlug(slug)))
  );
  const bySlug = new Map<string, SlugOf[]>();
  for (const owner of [...live, ...others]) {
    const slug = foldSlug(owner.slug);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), owner]);
  }
  return ({ names, languages }: OwnAddress): Named | null => {
    for (const { by, value, locale } of names) {
      // Where the address names no language: the site's, if it has one alone; else the page's, before all others.
      const wanted = [locale, languages.length === 1 ? languages[0] : null, view.locale].filter((one) => one !== null);
      if (by === 'documentId') {
        const type = byId.get(value);
        if (type) return { type, documentId: value, locale: newsroom.keyLocale(type, wanted[0]) };
        continue;
      }
      const owners = bySlug.get(foldSlug(value)) ?? [];
      const rank = (owner: SlugOf) => {
        const at = wanted.findIndex((one) => one.toLowerCase() === owner.locale.toLowerCase());
        return at < 0 ? wanted.length : at;
      };
      const [first] = [...owners].sort((a, b) => rank(a) - rank(b));
      if (first) return first;
    }
    return null;
  };
}

/** The live cards of stories, in the language of the page and in those that addresses name. */
async function readNamed(strapi: Core.Strapi, named: readonly Named[], locales: readonly string[]): Promise<Card[]> {
  if (named.length === 0) return [];
  const unique = (values: string[]) => [...new Set(values)];
  const cards = table(strapi, await sqlNow(strapi), TABLES.cards)
    .whereIn('type', unique(named.map(({ type }) => type)))
    .whereIn('document_id', unique(named.map(({ documentId }) => documentId)))
    .whereIn('locale', unique([...locales, ...named.map(({ locale }) => locale)]));
  return (await readRows<CardRow>(strapi, cards.select(CARD_COLUMNS))).map(toCard);
}

/**
 * Reads which stories' external links lead to stories of our own. Such a link is that story: in the language of the page
 * where it is live in that, else in the language that its address names; left out where it is live in neither, where an
 * editor hides it, and where it is the story itself. Of several that lead to one story the first stands.
 *
 * A few statements, however many stories, and none where no external link leads to one of our sites.
 *
 * @param cards - All of one language.
 * @returns By {@link storyId}; of a story without external links nothing.
 */
export async function readOwnLinks(
  strapi: Core.Strapi,
  view: ViewContext & { now: Date },
  cards: readonly Card[]
): Promise<Map<string, OwnLinks>> {
  const { newsroom, locale, now } = view;
  const linking = cards.filter(({ externalLinks }) => externalLinks.length > 0);
  if (linking.length === 0 || !newsroom.config.types.site) return new Map();
  const sites = await readOwnSites(strapi, newsroom);
  const addresses = linking.flatMap((card) => ownAddresses(card, sites, newsroom));
  const isOther = await otherPages(view, addresses);
  const nameOf = addresses.length > 0 ? await storyNaming(strapi, view, addresses) : () => null;
  const named = addresses.map((address) => ({ address, story: isOther(address) ? null : nameOf(address) }));
  const stories = named.flatMap(({ story }) => story ?? []);
  const live = await readNamed(strapi, stories, newsroom.storyLocales(locale));
  const isLive = new Set(live.map(storyId));
  const wills = await willsOf(strapi, stories.length > 0 ? linking : [], now);

  const toLink = (card: Card, host: string, story: Named): StoryLink | null => {
    const versions = live.filter((one) => storyId(one) === storyId(story));
    const target =
      versions.find((one) => one.locale === newsroom.keyLocale(story.type, locale)) ??
      versions.find((one) => one.locale === story.locale);
    if (!target || storyId(target) === storyId(card) || wills.get(storyId(card))?.hides(target)) return null;
    return { target, card: target, pinned: false, score: null, reasons: [{ type: 'external', label: host }] };
  };
  return new Map(
    linking.map((card): [string, OwnLinks] => {
      const own = named.filter(({ address }) => address.card === card);
      const at = new Map<number, StoryLink | null>();
      const before = new Set<string>();
      for (const { address, story } of own) {
        if (!story) continue;
        at.set(address.place, before.has(storyId(story)) ? null : toLink(card, address.host, story));
        before.add(storyId(story));
      }
      const tell = (tags: Tags) => {
        // Which hosts are ours.
        tags.lists(anyTag('site'));
        for (const { address } of own) if (address.other) tags.lists(namesTag(address.other.kind));
        const isHidden = ({ story }: (typeof own)[number]) => story !== null && !isLive.has(storyId(story));
        const told = own.filter((one) => !isHidden(one));
        // A story that is not live has no name: that it is published is seen as a change of any.
        if (told.length < own.length) tags.lists(anyTag('story'));
        for (const { story } of told) if (story) tags.shows('story', story.documentId);
        const addressesOfCard = told.map(({ address }) => address);
        for (const id of valuesOf(addressesOfCard, 'documentId')) tags.shows('story', id);
        const slugs = valuesOf(addressesOfCard, 'slug');
        for (const tag of slugs.length > MAX_SLUG_TAGS ? [anyTag('story')] : slugs.map(slugTag)) tags.lists(tag);
      };
      return [storyId(card), { at, tell }];
    })
  );
}

async function willsOf(strapi: Core.Strapi, cards: readonly Card[], now: Date) {
  if (cards.length === 0) return new Map<string, never>();
  const rows = await readRows<WishRow>(
    strapi,
    wishRows(strapi, await sqlNow(strapi), cards)
      .orderBy(`${TABLES.pins}.position`)
      .select(
        ...['type', 'document_id', 'locale', 'target_type', 'target_id', 'kind', 'until', 'everywhere'].map(
          (name) => `${TABLES.pins}.${name}`
        )
      )
  );
  return willsFrom(rows, cards, now.getTime());
}
