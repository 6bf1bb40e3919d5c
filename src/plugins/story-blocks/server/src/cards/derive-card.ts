import { addressesOf, addressKeys } from '../addresses';
import type { Newsroom, StoryType } from '../newsroom';
import { bodyParagraphs, cleanBody } from './body';
import type { CardCredit, CardData, FullCard } from './card';
import { pictureAddresses } from './pictures';
import { address, documentId, documentIds, instant, list, number, type Row, text } from './read-values';

/** Code units of the body that a card keeps for teasers: the longest teaser there may be, in characters of a dozen units. */
const LEAD_LENGTH = 60_000;

function credits(row: Row, type: StoryType, newsroom: Newsroom): CardCredit[] {
  const { byline } = type.fields;
  if (!byline) return [];
  const none = { authorId: null, name: null, location: null, role: null };
  const attribute = newsroom.model(type.uid).attributes[byline.field];
  const value = row[byline.field];
  if (attribute.type === 'relation') return documentIds(value).map((authorId) => ({ ...none, authorId }));
  if (attribute.type !== 'component') {
    const name = text(value);
    return name ? [{ ...none, name }] : [];
  }
  return list(value).map((credit) => ({
    authorId: documentId(credit[byline.author]),
    name: text(credit[byline.name]),
    location: text(credit[byline.location]),
    role: text(credit[byline.role]),
  }));
}

function externalLinks(row: Row, type: StoryType): CardData['externalLinks'] {
  const { externalLinks: mapped } = type.fields;
  if (!mapped) return [];
  return list(row[mapped.field]).flatMap((link) => {
    const url = address(link[mapped.url]);
    return url ? [{ title: text(link[mapped.title]) ?? url, url }] : [];
  });
}

/** The first paragraphs that together are as long as a teaser may need. */
function leadOf(paragraphs: string[]): string[] {
  const lead: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    if (length >= LEAD_LENGTH) break;
    lead.push(paragraph.slice(0, LEAD_LENGTH));
    length += paragraph.length;
  }
  return lead;
}

/** Keys of addresses that a card keeps at most: lists read them with it. */
const MAX_TEXT_KEYS = 200;

/** Keys of the addresses that a card's texts lead to: a story that goes is looked for by them. */
function textLinks(card: Omit<FullCard, 'textLinks'>): Pick<CardData, 'textLinks'> {
  const keys = new Set(textAddressesOf(card).flatMap(addressKeys));
  return keys.size > 0 ? { textLinks: [...keys].slice(0, MAX_TEXT_KEYS).sort() } : {};
}

/** The addresses that a card's texts lead to: those of its body first. */
export function textAddressesOf({ body, title, summary, bylineLabel, credits }: Omit<FullCard, 'textLinks'>) {
  const credited = credits.flatMap(({ name, location, role }) => [name, location, role]);
  return addressesOf(body, [title, summary, bylineLabel, ...credited]);
}

/** When a story was filed, else created, in milliseconds. */
export const filedAtOf = (row: Row, { fields }: StoryType): number =>
  (fields.filedAt ? instant(row[fields.filedAt]) : null) ?? instant(row.createdAt) ?? 0;

/**
 * The order of "newest", in milliseconds: when a story was filed, but never later than it was first published. A filing
 * date that lies ahead, by a slip or by design, would lead every list until it comes.
 */
export const sortAtOf = (filedAt: number, firstPublishedAt: number | null): number =>
  firstPublishedAt === null ? filedAt : Math.min(filedAt, firstPublishedAt);

/**
 * Makes the card of a published entry. Never throws on content: what is missing or odd is left empty, so that no
 * story's content can stop it from being published, or killed.
 *
 * @param row - The entry as `readEntries` gives it.
 * @param firstPublishedAt - When this language of it was first published, in milliseconds; null where it never was.
 */
export function deriveCard(row: Row, type: StoryType, newsroom: Newsroom, firstPublishedAt: number | null): FullCard {
  const { fields } = type;
  const get = (field: string | undefined) => (field ? row[field] : undefined);
  const filedAt = filedAtOf(row, type);
  const date = text(get(fields.datelineDate));
  const updatedAt = newsroom.config.datelineShows === 'update' ? instant(row.updatedAt) : null;
  const body = get(fields.body);
  const card = {
    type: type.uid,
    documentId: String(row.documentId),
    locale: newsroom.keyLocale(type.uid, text(row.locale)),
    sortAt: sortAtOf(filedAt, firstPublishedAt),
    title: text(row[fields.title]) ?? '',
    slug: text(get(fields.slug)),
    sectionId: documentId(get(fields.section)),
    topicIds: documentIds(get(fields.topics)),
    sourceId: documentId(get(fields.source)),
    placeIds: documentIds(get(fields.datelines)),
    datelineDate: date?.slice(0, 10) ?? null,
    filedAt: new Date(filedAt).toISOString(),
    datedAt: new Date(updatedAt ?? filedAt).toISOString(),
    firstPublishedAt: firstPublishedAt === null ? null : new Date(firstPublishedAt).toISOString(),
    credits: credits(row, type, newsroom),
    bylineLabel: text(get(fields.bylineLabel)),
    summary: text(get(fields.summary)),
    imageId: documentId(get(fields.image)),
    externalLinks: externalLinks(row, type),
    priority: number(get(fields.priority)),
    lead: leadOf(bodyParagraphs(body)),
    body: cleanBody(body, pictureAddresses(newsroom.serverUrl)),
  };
  return { ...card, ...textLinks(card) };
}
