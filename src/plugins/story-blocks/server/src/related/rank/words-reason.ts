import type { Reason } from '../../../../shared/src';
import { bareWord, isFull } from '../analyse/phrases';
import type { RankContext, RankedStory, SharedPhrase, SharedWord } from './signal';

const MAX_LABELS = 4;
/** Letters that a word needs to be shown where words have cases: shorter ones are mostly words like "the" and "of". */
const MIN_LETTERS = 4;
const HAS_CASE = /[\p{Lu}\p{Ll}\p{Lt}]/u;
/** Stories of an archive below which it can't be told from them which words are common. */
const FEW = 300;
/** How telling a name, and another word, must be to be a reason. */
const NAME_RARITY = 0.15;
const TERM_RARITY = 0.4;
/** The same of a word that both stories are about, in an archive that tells common words. */
const RARITY_OF_BOTH = 0.25;
/** Fewer stories than this may all be about one thing. */
const HANDFUL = 16;
const termRarity = (stories: number) => (stories < HANDFUL ? 0.1 : TERM_RARITY);
/** What is rarer than that needs no second word for it. */
const VERY_RARE = 0.7;

/** Whether a word may say something by itself, by its letters alone. */
const isShown = (surface: string): boolean =>
  HAS_CASE.test(surface) ? (surface.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS : isFull(surface);

/**
 * Whether both stories are about a word, or one of them mostly, and not many others are. Of a small archive nearly all
 * words are rare: there it counts what the two say of them.
 */
function tellsApart({ rarity, weight: [mine, theirs] }: Pick<SharedWord, 'rarity' | 'weight'>, stories: number) {
  const both = mine + theirs;
  const isOfBoth = mine > 0 && theirs > 0;
  if (stories < FEW) return rarity >= termRarity(stories) && (isOfBoth || both >= 3);
  if (isOfBoth && rarity >= RARITY_OF_BOTH) return true;
  return rarity >= TERM_RARITY && (both > 1 || (both > 0 && rarity >= VERY_RARE));
}

/** What a name that both stories are about counts beside the quarter of a word that it is in their score. */
const NAMES_COUNT = 3;
/** Words that two stories must have in common: one may be in both by chance. */
const FEWEST_WORDS = 2;

/** Likeness of all words that strangers do not reach, and what counts of more than that: brief stories say most of theirs once. */
const STRANGERS = 0.1;
const BEYOND = 0.5;

/**
 * How much two stories are about the same, in words that a reader would name: of the cosine of their words what is left
 * without those that either says in passing, and those that say nothing by themselves. Of stories of one event or subject
 * .03 and more, of strangers less, in archives of ten stories as of ten thousand, in every language measured: it needs no
 * knowledge of which words are common, which a small archive does not have.
 */
export function focusOf<Story extends RankedStory>(a: Story, b: Story, context: RankContext<Story>): number {
  let [gain, all, words] = [0, 0, 0];
  for (const word of context.sharedWords(a, b)) {
    all += word.gain;
    if (!isShown(bareWord(word.surface))) continue;
    const [mine, theirs] = word.weight;
    const share = mine > 0 && theirs > 0 ? 1 : mine + theirs > 0 ? 0.5 : 0;
    gain += word.gain * (word.isName ? 1 + NAMES_COUNT * share : share);
    if (word.isName || share > 0) words += 1;
  }
  const likeness = context.words(a, b);
  const told = words < FEWEST_WORDS ? 0 : (gain / all) * likeness;
  return told + BEYOND * Math.max(0, likeness - STRANGERS);
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Letters by which "crane" and "cranes" differ. */
const ENDING = 2;
const isForm = (one: string, other: string) =>
  HAS_CASE.test(one) &&
  Math.abs(one.length - other.length) <= ENDING &&
  (one.startsWith(other) || other.startsWith(one));

/** Leaves out what stands in one that comes before it: "Timor" behind "Timor Sea". */
function distinct<Shared extends { surface: string }>(shared: readonly Shared[], before: string[] = []): Shared[] {
  const said = before.map((text) => ` ${lettersOf(text)} `);
  return shared.filter(({ surface }) => {
    const text = ` ${lettersOf(surface)} `;
    const word = text.trim();
    const isSaid = said.some(
      (one) => one.includes(text) || (!HAS_CASE.test(text) && one.includes(word)) || isForm(one.trim(), word)
    );
    if (!isSaid) said.push(text);
    return !isSaid;
  });
}

const labelsOf = (shared: readonly { surface: string }[]) => shared.slice(0, MAX_LABELS).map(({ surface }) => surface);

/** What two stories share that a reader would name: names in full, and words that tell them from other stories. */
export function wordsReasons(a: RankedStory, b: RankedStory, context: RankContext): Reason[] {
  const longest = (x: SharedPhrase, y: SharedPhrase) => y.length - x.length || y.gain - x.gain;
  const phrases = distinct([...context.sharedPhrases(a, b)].sort(longest)).sort((x, y) => y.gain - x.gain);
  const rare = Math.min(NAME_RARITY, termRarity(context.stories));
  const names = phrases.filter(({ isName, rarity }) => isName && rarity >= rare);
  const called = phrases.filter((one) => !one.isName && tellsApart(one, context.stories));
  const words = context
    .sharedWords(a, b)
    .filter(({ isName }) => !isName)
    .map((word) => ({ ...word, surface: bareWord(word.surface) }))
    .filter((word) => isShown(word.surface) && tellsApart(word, context.stories));
  const terms = distinct([...called, ...words], labelsOf(names));
  const reasons: Reason[] = [];
  if (names.length > 0) reasons.push({ type: 'names', labels: labelsOf(names) });
  if (terms.length > 0) reasons.push({ type: 'terms', labels: labelsOf(terms) });
  return reasons;
}
