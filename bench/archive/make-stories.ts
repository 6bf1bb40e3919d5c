// Stories of an archive, as many as are asked for, mixed from those of a corpus.
import type { CorpusStory } from './corpus';
import { createRandom, documentIdOf, mix, type Random } from './random';

const DAY_MS = 86_400_000;
/** Names that stand in no more stories of the corpus than this may give way to names that it does not have. */
const RARE = 3;
const NAME = /\b[A-Z][a-z]{3,}\b/g;
const WORD = /\b[A-Za-z][a-z]{3,}\b/g;
/** How fast new names come: among `n` of them about `n ** NEW_NAMES` are different, as in a newspaper's archive. */
const NEW_NAMES = 0.75;
/** Of the new names about as many are as frequent as the most frequent. */
const FREQUENT_NAMES = 50;
const SYLLABLES =
  'ba bel cor da dri el fa gor hal il jo kar len mar nov or pel que ras sol tam ul var wen yor zan'.split(' ');

/** A name for each number, different from all others. */
function coinName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0 || name.length < 4; rest = Math.floor(rest / SYLLABLES.length)) {
    name += SYLLABLES[rest % SYLLABLES.length];
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words with a capital, in few stories, that are not written small anywhere. */
function rareNames(corpus: CorpusStory[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { paragraphs } of corpus) {
    const words = new Set<string>(paragraphs.flatMap((text) => text.match(WORD) ?? []));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isRareName = ([word, count]: [string, number]) =>
    count <= RARE && word.match(NAME) && !counts.has(word.toLowerCase());
  return new Set([...counts].filter(isRareName).map(([word]) => word));
}

/** Some of the paragraphs, in their order. */
const someOf = (paragraphs: string[], share: number, random: Random) => paragraphs.filter(() => random() < share);

export interface MadeStory extends CorpusStory {
  /** 0 is the newest. */
  number: number;
  documentId: string;
  date: Date;
  /** The story of the corpus that gave the headline: equal for stories of one subject. */
  subject: number;
}

export interface Making {
  corpus: CorpusStory[];
  count: number;
  seed?: number;
  perDay?: number;
  /** When the newest was filed. */
  until?: Date;
}

/**
 * Makes stories, the oldest first. Each has the headline and most paragraphs of one story of the corpus and some of one
 * or two others, so that words are as frequent as they are in it; rare names are exchanged for new ones, so that an
 * archive's vocabulary grows with it. The same every time: a smaller archive is the newer part of a larger one.
 */
export function* makeStories({
  corpus,
  count,
  seed = 1,
  perDay = 150,
  until = new Date('2026-01-01T00:00:00Z'),
}: Making): Generator<MadeStory> {
  const rare = rareNames(corpus);
  const step = DAY_MS / perDay;
  for (let number = count - 1; number >= 0; number -= 1) {
    const random = createRandom(mix(seed, number));
    const documentId = documentIdOf(random);
    const pick = () => Math.floor(random() * corpus.length);
    const subject = pick();
    const { title, paragraphs: own, topics } = corpus[subject];
    const others = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => corpus[pick()].paragraphs.slice(0, 8));

    const coined = new Map<string, string>();
    const rename = (name: string) => {
      if (!rare.has(name)) return name;
      let replaced = coined.get(name);
      if (!replaced) {
        const rank = Math.floor(FREQUENT_NAMES * ((1 - random()) ** (-1 / NEW_NAMES) - 1));
        replaced = random() < 0.5 ? coinName(Math.min(rank, 2 ** 40)) : name;
        coined.set(name, replaced);
      }
      return replaced;
    };
    const renamed = (text: string) => text.replace(NAME, rename);
    const kept = someOf(own, 0.8, random);
    yield {
      number,
      documentId,
      title: renamed(title),
      paragraphs: [...(kept.length > 0 ? kept : own), ...others.flatMap((other) => someOf(other, 0.3, random))].map(
        renamed
      ),
      date: new Date(until.getTime() - Math.round((number + random()) * step)),
      topics,
      subject,
    };
  }
}
