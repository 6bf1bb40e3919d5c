/** One name of a byline as it is kept: an author, or a name as it was typed. */
export interface CardCredit {
  authorId: string | null;
  name: string | null;
  location: string | null;
  role: string | null;
}

/** What a story says apart from its body. What it points at is kept by document id and joined when it is read. */
export interface CardData {
  title: string;
  slug: string | null;
  sectionId: string | null;
  topicIds: string[];
  sourceId: string | null;
  placeIds: string[];
  /** Local date, YYYY-MM-DD; null: the day of `filedAt` in the first place's zone. */
  datelineDate: string | null;
  /** ISO 8601 UTC. */
  filedAt: string;
  /** The instant whose day the dateline shows; ISO 8601 UTC. */
  datedAt: string;
  /** When this language of it was first published, ISO 8601 UTC; null where it never was, or where that is not known yet. */
  firstPublishedAt: string | null;
  credits: CardCredit[];
  bylineLabel: string | null;
  summary: string | null;
  imageId: string | null;
  externalLinks: { title: string; url: string }[];
  priority: number | null;
  /** Keys of the addresses that its texts lead to; left out where there are none. */
  textLinks?: string[];
}

export interface CardKey {
  type: string;
  documentId: string;
  /** '' where the type is not localized. */
  locale: string;
}

/** A live story in one language, as readers get it; without its body, which only its own page needs. */
export interface Card extends CardKey, CardData {
  /** Milliseconds: the order of "newest". When it was filed, but never later than it was first published. */
  sortAt: number;
  /** First paragraphs of the body, as far as any teaser can need them. */
  lead: string[];
  /** Names all that it says, as it is kept; none of a draft's. */
  fingerprint?: string;
}

export interface FullCard extends Card {
  /** Strapi Blocks, with unsafe addresses dropped. */
  body: unknown[];
}

/** A story whatever its language. */
export const storyId = ({ type, documentId }: Pick<CardKey, 'type' | 'documentId'>): string => `${type} ${documentId}`;

/** A card's key as the plugin's tables have it. */
export const keyColumns = ({ type, documentId, locale }: CardKey) => ({ type, document_id: documentId, locale });
