import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Receipt } from '../../../../shared/src';
import { storyKeys, storyNames, type WebAddress } from '../../addresses';
import {
  type CardKey,
  createView,
  EXTERNAL_ADDRESS,
  everySlugOf,
  type FullCard,
  liveOwners,
  loadForViews,
  type OwnSites,
  readOwnSites,
  TEXT_ADDRESS,
  textAddressesOf,
  urlOf,
} from '../../cards';
import { CARD_COLUMNS, type CardRow, toFullCard } from '../../cards/find-cards';
import { TABLES, whereIn } from '../../db';
import { foldSlug } from '../../lib/fold-slug';
import type { Newsroom } from '../../newsroom';

/** Stories that are looked at; more are counted as they may lead there. */
const MAX_READ = 300;
const MAX_FOUND = 2_000;
const MAX_NAMED = 100;

/** The live stories that lead to a story by its address, whether it is live or not. */
export interface Leading {
  /** By an external link, as far as addresses tell. */
  external: CardKey[];
  textLinks: Receipt['textLinks'];
}

type Story = Pick<CardKey, 'type' | 'documentId'>;

/** The slugs by which addresses lead to a story: none that another has taken over. */
async function slugsLeadingTo(strapi: Core.Strapi, newsroom: Newsroom, story: Story): Promise<string[]> {
  const slugs = await everySlugOf(strapi, story);
  const owners = await liveOwners(strapi, newsroom, slugs);
  const own = new Set(owners.filter(({ documentId }) => documentId === story.documentId).map(({ slug }) => slug));
  const taken = new Set(owners.map(({ slug }) => slug).filter((slug) => !own.has(slug)));
  return slugs.filter((slug) => !taken.has(slug));
}

async function findRefs(strapi: Core.Strapi, role: string, keys: string[], own: Story): Promise<CardKey[]> {
  const refs = table(strapi, await sqlNow(strapi), TABLES.cardRefs).where({ role });
  const rows: { type: string; document_id: string; locale: string }[] = await whereIn(strapi, refs, 'ref_id', keys)
    .whereNot({ document_id: own.documentId })
    .groupBy('type', 'document_id', 'locale')
    .orderByRaw('max(sort_at) desc')
    .limit(MAX_FOUND)
    .select('type', 'document_id', 'locale');
  return rows.map(({ type, document_id: documentId, locale }) => ({ type, documentId, locale }));
}

async function readCards(strapi: Core.Strapi, keys: readonly CardKey[]): Promise<FullCard[]> {
  if (keys.length === 0) return [];
  const each = (of: (key: CardKey) => string) => [...new Set(keys.map(of))];
  const rows: CardRow[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .whereIn(
      'type',
      each(({ type }) => type)
    )
    .whereIn(
      'document_id',
      each(({ documentId }) => documentId)
    )
    .whereIn(
      'locale',
      each(({ locale }) => locale)
    )
    .select([...CARD_COLUMNS, `${TABLES.cards}.body`]);
  const cards = new Map(rows.map((row) => [`${row.type} ${row.document_id} ${row.locale}`, row]));
  return keys.flatMap(({ type, documentId, locale }) => {
    const row = cards.get(`${type} ${documentId} ${locale}`);
    return row ? [toFullCard(row)] : [];
  });
}

/** Tells whether an address leads to a story. */
function leadsTo(sites: OwnSites, slugs: readonly string[], documentId: string): (address: WebAddress) => boolean {
  const folded = new Set(slugs.map(foldSlug));
  return (address) => {
    // Within the site: whichever shows the text.
    const patterns = address.host === '' ? sites.patterns : sites.byHost.get(address.host)?.patterns;
    if (!patterns) return false;
    const names = storyNames(address, { story: patterns });
    return names.some(({ by, value }) => (by === 'slug' ? folded.has(foldSlug(value)) : value === documentId));
  };
}

async function describe(strapi: Core.Strapi, newsroom: Newsroom, cards: readonly FullCard[]) {
  const named: Receipt['textLinks']['named'] = [];
  for (const locale of new Set(cards.map((card) => card.locale))) {
    const view = await createView(strapi, newsroom, locale);
    const here = cards.filter((card) => card.locale === locale);
    await loadForViews(view, here, 'address');
    for (const card of here) {
      const { type, documentId, title } = card;
      named.push({ type, documentId, title, url: urlOf(view, card), locale: locale || null });
    }
  }
  return named;
}

/** Finds the live stories whose external links or texts lead to a story by a slug that it has or had, or by its id. */
export async function findLeading(strapi: Core.Strapi, newsroom: Newsroom, story: Story): Promise<Leading> {
  const sites = await readOwnSites(strapi, newsroom);
  const slugs = await slugsLeadingTo(strapi, newsroom, story);
  const keys = storyKeys(['', ...sites.byHost.keys()], { slugs, documentId: story.documentId }, sites.patterns);
  const external = await findRefs(strapi, EXTERNAL_ADDRESS, keys, story);
  const found = await findRefs(strapi, TEXT_ADDRESS, keys, story);
  const leads = leadsTo(sites, slugs, story.documentId);
  const read = await readCards(strapi, found.slice(0, MAX_READ));
  const leading = read.filter((card) => textAddressesOf(card).some(leads));
  const unread = Math.max(0, found.length - MAX_READ);
  return {
    external,
    textLinks: {
      total: leading.length + unread,
      exact: unread === 0,
      named: await describe(strapi, newsroom, leading.slice(0, MAX_NAMED)),
    },
  };
}
