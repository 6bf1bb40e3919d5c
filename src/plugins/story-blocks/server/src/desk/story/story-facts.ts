import type { Core } from '@strapi/strapi';
import { firstParagraphText, type Hold } from '../../../../shared/src';
import { bodyLines, type Concept, type FullCard, type ViewContext } from '../../cards';
import type { StoryType } from '../../newsroom';
import { isFiledAhead } from './filed-ahead';
import type { Facts, LineFinding, SlugFinding } from './find-findings';

/** The part of the datelines plugin that is used where it is installed. */
interface CheckService {
  story(story: Record<string, unknown>, locale?: string): LineFinding[];
}
/** The part of story-slugs that is used where it is installed. */
interface HoldersService {
  isTaken(question: { uid: string; slug: string; locale: string | null; documentId?: string }): Promise<boolean>;
}

interface SlugCheckService {
  entry(entry: {
    uid: string;
    slug: string | null;
    headline: string;
    locale: string | null;
    documentId?: string;
  }): Promise<SlugFinding[]>;
}

const NAMES = ['title', 'body', 'section', 'datelines', 'slug', 'source', 'datelineDate', 'filedAt'] as const;

/** The story's fields by what they mean, as far as they are mapped and may be read. */
export function fieldsOf({ fields }: StoryType, mayRead: (field: string) => boolean): Facts['fields'] {
  const plain = NAMES.flatMap((key) => {
    const field = fields[key];
    return field !== undefined && mayRead(field) ? [[key, field] as const] : [];
  });
  const { byline } = fields;
  // Permissions on a component are on its own fields; that nobody is credited is seen by whoever may read both.
  const parts = byline ? [byline.author, byline.name].map((part) => `${byline.field}.${part}`) : [];
  const mayReadByline = byline !== undefined && (mayRead(byline.field) || parts.every(mayRead));
  return Object.fromEntries(mayReadByline ? [...plain, ['byline', byline.field]] : plain);
}

/** What the datelines plugin finds in the lines of a story; nothing where it is not installed. */
function checkLines(
  strapi: Core.Strapi,
  view: ViewContext,
  card: FullCard,
  { publication, fields }: { publication: number; fields: Facts['fields'] }
): LineFinding[] {
  if (!strapi.plugins.datelines) return [];
  const check = strapi.plugin('datelines').service('check') as CheckService;
  const { concepts } = view;
  const concept = <Kind extends 'place' | 'source' | 'author'>(kind: Kind, id: string | null): Concept<Kind> | null =>
    concepts.get(kind, id);
  return check.story(
    {
      datelines: card.placeIds.flatMap((id) => {
        const place = concept('place', id);
        return place ? [{ city: place.name, ...place.data }] : [];
      }),
      datelineDate: card.datelineDate,
      filedAt: card.filedAt,
      // An archive's stories are published again and again; when they were filed tells whether the date fits, unless
      // that lies ahead itself.
      publishedAt: new Date(Math.min(Date.parse(card.filedAt), publication)).toISOString(),
      source: concept('source', card.sourceId)?.data.code ?? null,
      credits: card.credits.flatMap(({ authorId, name, location }) => {
        const author = concept('author', authorId);
        const written = author?.name || name;
        return written ? [{ name: written, familyName: author?.data.familyName ?? null, location }] : [];
      }),
      bylineLabel: card.bylineLabel,
      openingText: fields.body ? firstParagraphText(card.body) : null,
    },
    view.locale
  );
}

const isImage = (block: unknown) => (block as { type?: unknown }).type === 'image';

/** When a story would be published: now, or when its embargo ends. @param now - Milliseconds. */
const publicationOf = (hold: Hold | null, now: number): number =>
  hold?.state === 'embargo' && hold.until !== null ? Math.max(now, Date.parse(hold.until)) : now;

/** Gathers what is known of a story. Its view must be loaded. */
export async function storyFacts(
  strapi: Core.Strapi,
  view: ViewContext,
  card: FullCard,
  { hold, fields, now }: { hold: Hold | null; fields: Facts['fields']; now: number }
): Promise<Facts> {
  const { slug, sectionId } = card;
  const publication = publicationOf(hold, now);
  const slugs = strapi.plugins['story-slugs'] ? strapi.plugin('story-slugs') : null;
  const holders = slugs && (slugs.service('holders') as HoldersService);
  const check = slugs && (slugs.service('check') as SlugCheckService);
  const question = { uid: card.type, locale: card.locale || null, documentId: card.documentId || undefined };
  return {
    title: card.title,
    hasBody: bodyLines(card.body).length > 0 || card.body.some(isImage),
    section: sectionId === null ? 'none' : view.concepts.get('section', sectionId) ? 'named' : 'gone',
    hasPlace: card.placeIds.some((id) => view.concepts.get('place', id)),
    slug,
    isSlugTaken: slug !== null && holders !== null && (await holders.isTaken({ ...question, slug })),
    hold,
    filedAhead: isFiledAhead(card.filedAt, publication) ? card.filedAt : null,
    lines: checkLines(strapi, view, card, { publication, fields }),
    slugs: check ? await check.entry({ ...question, slug, headline: card.title }) : [],
    fields,
  };
}
