import type { Core } from '@strapi/strapi';
import { sqlNow, TABLES, table, whereIn } from '../../db';
import { decodeFeatures } from '../index/codec';
import type { Frequencies, Words } from './model';
import type { TrainingStories } from './train-model';

/** Stories of a sample: its bound, whatever the archive. */
const SAMPLE = 10_000;
/** Numbers, and stories, that are read at a time. */
const PAGE = 5_000;
const CHUNK = 500;

/** Numbers of a language's stories, drawn evenly: the same for the same archive. */
async function drawNumbers(strapi: Core.Strapi, locale: string, count: number): Promise<number[]> {
  const step = Math.max(1, Math.ceil(count / SAMPLE));
  const drawn: number[] = [];
  for (let after = 0, seen = 0; ; ) {
    const ids: { id: number }[] = await table(strapi, await sqlNow(strapi), TABLES.index)
      .where({ locale })
      .where('id', '>', after)
      .whereNotNull('model')
      .orderBy('id')
      .limit(PAGE)
      .select('id');
    if (ids.length === 0) return drawn;
    for (const { id } of ids) if (seen++ % step === 0) drawn.push(id);
    after = ids[ids.length - 1].id;
  }
}

/**
 * Stories of a language to train a model on.
 *
 * @param options.count - Of the stories that there are.
 * @param options.frequencies - What a word counts for by how often it stands in a story.
 */
export async function sampleStories(
  strapi: Core.Strapi,
  locale: string,
  { count, frequencies }: { count: number; frequencies: Frequencies }
): Promise<TrainingStories> {
  const drawn = await drawNumbers(strapi, locale, count);
  const stories: Words[] = [];
  for (let at = 0; at < drawn.length; at += CHUNK) {
    const numbers = drawn.slice(at, at + CHUNK);
    const rows: { features: Uint8Array | null }[] = await whereIn(
      strapi,
      table(strapi, await sqlNow(strapi), TABLES.index),
      'id',
      numbers
    )
      .orderBy('id')
      .select('features');
    for (const { features } of rows) {
      if (!features) continue;
      const { hashes, counts } = decodeFeatures(features).words;
      // Copies: the rest of the features is not needed.
      stories.push({ hashes: hashes.slice(), counts: counts.slice() });
    }
  }
  const starts = new Int32Array(stories.length + 1);
  for (const [at, { hashes }] of stories.entries()) starts[at + 1] = starts[at] + hashes.length;
  const all = {
    starts,
    hashes: new Int32Array(starts[stories.length]),
    frequencies: new Float32Array(starts[stories.length]),
  };
  for (const [at, { hashes, counts }] of stories.entries()) {
    all.hashes.set(hashes, starts[at]);
    for (let word = 0; word < counts.length; word += 1) all.frequencies[starts[at] + word] = frequencies[counts[word]];
  }
  return all;
}
