import type { Core } from '@strapi/strapi';
import { invalid, parse } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import type { StoryView } from '../../../shared/src';
import type { Assembly } from '../assemble';
import {
  type CardQuery,
  type Concept,
  type FullCard,
  findCard,
  findCardBySlug,
  homeSite,
  loadForViews,
  newestFullCards,
  toStoryView,
  type ViewContext,
} from '../cards';
import { listTag, newestTag } from '../delivery/tags';
import { inStyleOf, viewFor } from '../pages';
import { type Asker, type Asking, type Found, found, readerFor } from './asking';

/** Something that a story points at, by name. */
export interface Named {
  documentId: string;
  name: string;
  slug: string | null;
}

/** A published story as readers get it, and what it belongs to. */
export interface PublishedStory extends StoryView {
  /** The content type's uid. */
  type: string;
  site: { documentId: string; name: string; url: string | null } | null;
  section: Named | null;
  topics: Named[];
  /** Those who wrote it, in the order of the byline. */
  credits: { author: Named | null; name: string | null; role: string | null }[];
}

export interface StoryRef extends Asking {
  documentId?: string;
  slug?: string;
  /** The uid of a story type, where several are mapped. */
  type?: string;
}

export interface StoriesQuery extends Asking {
  /** Uids of story types; left out, all. */
  types?: string[];
  /** Document ids: stories of this section, topic or author alone. One of them at most. */
  section?: string;
  topic?: string;
  author?: string;
  /** Sorted at this instant or later. */
  from?: Date;
  /** Sorted before this instant. */
  before?: Date;
  /** How many stories at most. */
  limit: number;
  /** The `next` of the page before. */
  after?: string;
}

export interface StoriesPage extends Found<PublishedStory[]> {
  /** Names the next page as `after`; null where this is the last. It stays right while stories come and go. */
  next: string | null;
}

/** Cards with their bodies that are read at once. */
const AT_ONCE = 200;

const keySchema = z.tuple([z.number(), z.string()]);
const toKey = ({ sortAt, documentId }: FullCard): string =>
  Buffer.from(JSON.stringify([sortAt, documentId])).toString('base64url');

function fromKey(key: string): NonNullable<CardQuery['after']> {
  try {
    const [sortAt, documentId] = keySchema.parse(JSON.parse(Buffer.from(key, 'base64url').toString()));
    return { sortAt, documentId };
  } catch {
    throw invalid('after: is no page that `next` has named', ['after']);
  }
}

const querySchema = z.object({
  limit: z.int('must be a whole number').min(1, 'must be at least 1'),
  from: z.date().optional(),
  before: z.date().optional(),
});

const named = (concept: Concept | null): Named | null =>
  concept && { documentId: concept.documentId, name: concept.name, slug: concept.slug };

function toPublished(plain: ViewContext, { caller }: Asker, card: FullCard): PublishedStory {
  const site = homeSite(plain, card);
  const may = (kind: 'section' | 'topic' | 'author' | 'site') => caller.may(kind);
  return {
    ...toStoryView(inStyleOf(plain, site), card),
    type: card.type,
    site: site && may('site') ? { documentId: site.documentId, name: site.name, url: site.data.url } : null,
    section: may('section') ? named(plain.concepts.get('section', card.sectionId)) : null,
    topics: may('topic') ? card.topicIds.flatMap((id) => named(plain.concepts.get('topic', id)) ?? []) : [],
    credits: card.credits.map(({ authorId, name, role }) => ({
      author: may('author') ? named(plain.concepts.get('author', authorId)) : null,
      name: name ?? plain.concepts.get('author', authorId)?.name ?? null,
      role,
    })),
  };
}

async function describe(reader: Asker, cards: FullCard[]): Promise<PublishedStory[]> {
  const view = await viewFor(reader);
  for (const card of cards) view.tags.shows('story', card.documentId);
  await loadForViews(view, cards);
  await view.concepts.load(cards.flatMap(({ topicIds }) => topicIds.map((id) => ({ kind: 'topic' as const, id }))));
  return cards.map((card) => toPublished(view, reader, card));
}

/** Published stories for other plugins: feeds, search, a live page. */
export function createStoriesService(strapi: Core.Strapi, assembly: Assembly) {
  const { newsroom } = assembly;

  /** @returns The story, or null where none of that name is published for who asks. */
  async function findOne({ documentId, slug, type, ...asking }: StoryRef): Promise<Found<PublishedStory> | null> {
    const reader = await readerFor(strapi, assembly, asking, type === undefined ? undefined : [type]);
    for (const uid of reader.caller.types) {
      const locale = newsroom.keyLocale(uid, reader.locale);
      const card =
        documentId === undefined
          ? await findCardBySlug(strapi, uid, locale, slug ?? '')
          : await findCard(strapi, { type: uid, documentId, locale });
      if (card) return found(reader, (await describe(reader, [card]))[0]);
    }
    return null;
  }

  /**
   * A list of published stories, the newest first, a page at a time: as long as the caller likes, and by the key of the last
   * story instead of a number, so that none is missed or given twice while others are published.
   *
   * @throws A 400 for a limit or a page that is none.
   */
  async function list(query: StoriesQuery): Promise<StoriesPage> {
    const { limit, from, before } = parse(querySchema, query);
    const reader = await readerFor(strapi, assembly, query, query.types);
    const locales = newsroom.storyLocales(reader.locale);
    const lists = (['section', 'topic', 'author'] as const).flatMap((kind) => {
      const id = query[kind];
      return id === undefined ? [] : [{ kind, id }];
    });
    const [of] = lists;
    if (lists.length > 1) throw invalid('Ask for one of section, topic and author', [lists[1].kind]);
    for (const locale of new Set([reader.locale, ...locales])) {
      reader.tags.lists(of ? listTag(of.kind, of.id, locale) : newestTag(locale));
    }
    const stories: CardQuery = {
      locales,
      types: reader.caller.types,
      ...(of?.kind === 'section' ? { sectionId: of.id } : {}),
      ...(of && of.kind !== 'section' ? { ref: { role: of.kind, id: of.id } } : {}),
      ...(from || before
        ? {
            between: {
              from: from?.getTime() ?? Number.MIN_SAFE_INTEGER,
              to: before?.getTime() ?? Number.MAX_SAFE_INTEGER,
            },
          }
        : {}),
    };
    let after = query.after === undefined ? undefined : fromKey(query.after);
    const data: PublishedStory[] = [];
    let last: FullCard | undefined;
    let hasMore = stories.types.length > 0;
    while (hasMore && data.length < limit) {
      const size = Math.min(AT_ONCE, limit - data.length);
      const cards = await newestFullCards(strapi, { ...stories, after }, size + 1);
      hasMore = cards.length > size;
      const page = cards.slice(0, size);
      data.push(...(await describe(reader, page)));
      last = page.at(-1) ?? last;
      after = last && { sortAt: last.sortAt, documentId: last.documentId };
    }
    return { ...found(reader, data), next: hasMore && last ? toKey(last) : null };
  }

  return { findOne, list };
}
export type StoriesService = ReturnType<typeof createStoriesService>;
