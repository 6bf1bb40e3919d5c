import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES, whereIn } from '../../db';
import { decodeFeatures } from '../index/codec';
import type { Frequencies, Words } from './model';
import type { TrainingStories } from './train-model';

/** Stories of a sample: its bound, whatever the archive. */
const SAMPLE = 10_000;
/** Numbers, and stories, that are read at a time. */
const PAGE = 5_000;
const CHUNK = 500;

/** Words for which there is room at first. */
const WORDS = 1 << 16;

function widened<Values extends Int32Array | Uint8Array>(values: Values, wide: Values): Values {
  wide.set(values);
  return wide;
}

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
  const starts = new Int32Array(drawn.length + 1);
  let [hashes, counts] = [new Int32Array(WORDS), new Uint8Array(WORDS)];
  let sampled = 0;
  const add = (words: Words) => {
    const [from, to] = [starts[sampled], starts[sampled] + words.hashes.length];
    let room = hashes.length;
    while (room < to) room *= 2;
    if (room > hashes.length) {
      hashes = widened(hashes, new Int32Array(room));
      counts = widened(counts, new Uint8Array(room));
    }
    hashes.set(words.hashes, from);
    counts.set(words.counts, from);
    sampled += 1;
    starts[sampled] = to;
  };
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
    for (const { features } of rows) if (features) add(decodeFeatures(features).words);
  }
  const end = starts[sampled];
  return {
    starts: starts.slice(0, sampled + 1),
    hashes: hashes.slice(0, end),
    frequencies: Float32Array.from(counts.subarray(0, end), (count) => frequencies[count]),
  };
}
