/** What is known of an entry that was live before anybody kept when it was first published; milliseconds. */
export interface ArchiveStory {
  createdAt: number | null;
  /** Strapi's, of the entry that is live: when it was last published. */
  publishedAt: number | null;
  /** When one of its slugs was first noted as published. */
  slugAt: number | null;
  /** Whether its languages share one slug, so that another of them may have been the first. */
  sharesSlug: boolean;
}

/** A slug is noted in the transaction that publishes it: what is noted later than this was published before it was watched. */
const NOTED_WITHIN_MS = 60_000;

/**
 * When a story of an archive was first published, as far as that can be told: when its first slug was noted, else when its
 * entry was created; never later than it was last published.
 *
 * A slug that was noted after the last publication is no witness. It was noted when story-slugs was installed, or when it
 * was switched on again.
 *
 * @returns Null where the entry has no date at all.
 */
export function firstOfArchive({ createdAt, publishedAt, slugAt, sharesSlug }: ArchiveStory): number | null {
  const isWitness = slugAt !== null && (publishedAt === null || slugAt <= publishedAt + NOTED_WITHIN_MS);
  const noted = isWitness ? (sharesSlug ? Math.max(slugAt, createdAt ?? slugAt) : slugAt) : null;
  const first = noted ?? createdAt ?? publishedAt;
  return first === null || publishedAt === null ? first : Math.min(first, publishedAt);
}
