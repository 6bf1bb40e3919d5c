import type { Reason } from '../../../../shared/src';

/** A story as the ranking sees it. */
export interface RankedStory {
  type: string;
  documentId: string;
  /** '' where the type is not localized. */
  locale: string;
  /** Milliseconds: its filing, else its creation. */
  sortAt: number;
  sectionId: string | null;
  topicIds: string[];
}

/** A word that two stories share. */
export interface SharedWord {
  /** As it is written in one of the two. */
  surface: string;
  isName: boolean;
  /** How much of the likeness it is. */
  gain: number;
  /** How telling it is in the archive: 1 for a word of one story alone, 0 for one of every story, more where it is of one subject. */
  rarity: number;
  /** How much each of the two is about it: 0 where it is said once in passing, 1 in the headline or said again, and up to 3. */
  weight: [number, number];
}

/** Words that two stories share side by side. */
export interface SharedPhrase extends Omit<SharedWord, 'gain'> {
  /** Words of it. */
  length: number;
  gain: number;
}

/** What a signal may know besides the two stories. */
export interface RankContext<Story extends RankedStory = RankedStory> {
  /** The cosine of their words, each weighed by how telling it is in the archive: 0 to 1. */
  words(a: Story, b: Story): number;
  /** The cosine of their places in the archive's latent space: -1 to 1, 0 where there is none. */
  latent(a: Story, b: Story): number;
  /** How much of their texts is the same, run by run of five words: 0 to 1. */
  overlap(a: Story, b: Story): number;
  /** Whether they are versions of one story: half of their texts, or more, is the same. */
  isVersion(a: Story, b: Story): boolean;
  /** Whether they have one headline, numbers and dates aside, as the parts of a series have. */
  isSeries(a: Story, b: Story): boolean;
  /** The words that both hold, the most telling first. */
  sharedWords(a: Story, b: Story): SharedWord[];
  /** Names that both have, and what they call things in words that belong together: the most telling first, each as long as both have it. */
  sharedPhrases(a: Story, b: Story): SharedPhrase[];
  /** Whether a story has too few words to be told by them. */
  isBrief(story: Story): boolean;
  /** Stories that the model of their language was trained on: of few little can be told by how many hold a word. */
  stories: number;
}

/**
 * One ground on which stories belong together.
 *
 * `score` gives 0 to 1 and is the same whichever of the two is asked for: a new story enters the links of older ones by
 * the same number by which they enter its own. It may depend on nothing but the two stories and the context: links are
 * made again when the stories change, not when something else does.
 */
export interface Signal {
  name: string;
  /**
   * Whether stories belong together because of it alone, however little else they share: then no floor keeps them apart.
   * So it is for a signal that says nothing of it.
   */
  vouches?: boolean;
  /** How much it counts, unless `config/newsroom` says otherwise under `related.weights`. */
  weight: number;
  score(a: RankedStory, b: RankedStory, context: RankContext): number;
  /**
   * Why, in words that a reader understands; null where it is no reason that a reader would name. Topics and sections are
   * given as `ids`: their names are filled in when the reason is read, so that a rename is seen at once.
   */
  reason(a: RankedStory, b: RankedStory, context: RankContext): Reason | Reason[] | null;
}
