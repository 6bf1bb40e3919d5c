import { type Profile, packCount, type Words } from '../model/model';

/** What is kept of a story to rank it by. */
export interface Features {
  words: Words;
  /** What it calls its people, places and subjects: see `packPhrases`. */
  phrases: Int32Array;
  sketch: Uint8Array;
  /** Hash of the headline's words without numbers, equal throughout a series; 0 where there are none. */
  headline: number;
  /** Null until a model has made it. */
  profile: Profile | null;
}

const HEADER = 1 + 1 + 2 + 4 + 4 + 4;
const FORMAT = 2;
/** Format of stories analysed before there were phrases: it is read until they are analysed anew. */
const WITHOUT_PHRASES = 1;
/** Bytes in which the number of the phrases' integers stands, behind the header of the present format. */
const PHRASES = 4;
/** Counts of the format before: seven bits, and the eighth for a name. */
const countsBefore = (counts: Uint8Array): Uint8Array => counts.map((one) => packCount(one & 0x7f, (one & 0x80) !== 0));

/** Features as they are stored. */
export function encodeFeatures({ words, phrases, sketch, headline, profile }: Features): Buffer {
  const count = words.hashes.length;
  const direction = profile?.direction ?? new Int8Array(0);
  const buffer = Buffer.alloc(
    HEADER + PHRASES + (count + phrases.length) * 4 + count + sketch.length + direction.length
  );
  buffer.writeUInt8(FORMAT, 0);
  buffer.writeUInt8(direction.length, 1);
  buffer.writeUInt16LE(count, 2);
  buffer.writeInt32LE(headline, 4);
  buffer.writeInt32LE(profile?.version ?? -1, 8);
  buffer.writeFloatLE(profile?.norm ?? 0, 12);
  let at = buffer.writeInt32LE(phrases.length, HEADER);
  for (const hash of words.hashes) at = buffer.writeInt32LE(hash, at);
  for (const integer of phrases) at = buffer.writeInt32LE(integer, at);
  buffer.set(words.counts, at);
  buffer.set(sketch, at + count);
  buffer.set(new Uint8Array(direction.buffer, direction.byteOffset, direction.length), at + count + sketch.length);
  return buffer;
}

/** @throws {Error} where another version of the plugin wrote it: a rebuild writes it anew. */
export function decodeFeatures(stored: Uint8Array): Features {
  const isBefore = stored[0] === WITHOUT_PHRASES;
  const hashesAt = HEADER + (isBefore ? 0 : PHRASES);
  if (stored.length < hashesAt || (stored[0] !== FORMAT && !isBefore)) {
    throw new Error('features of another version; rebuild');
  }
  // Its parts are looked at where they are; numbers of four bytes need an address that is a multiple of it.
  const { buffer, byteOffset: start } = stored.byteOffset % 4 === 0 ? stored : new Uint8Array(stored);
  const view = new DataView(buffer, start, stored.byteLength);
  const dimensions = stored[1];
  const count = view.getUint16(2, true);
  const version = view.getInt32(8, true);
  const phrasesAt = hashesAt + count * 4;
  const integers = isBefore ? 0 : view.getInt32(HEADER, true);
  const countsAt = phrasesAt + integers * 4;
  const sketchAt = countsAt + count;
  const directionAt = stored.byteLength - dimensions;
  const counts = new Uint8Array(buffer, start + countsAt, count);
  return {
    words: {
      hashes: new Int32Array(buffer, start + hashesAt, count),
      counts: isBefore ? countsBefore(counts) : counts,
    },
    phrases: new Int32Array(buffer, start + phrasesAt, integers),
    sketch: new Uint8Array(buffer, start + sketchAt, directionAt - sketchAt),
    headline: view.getInt32(4, true),
    profile:
      version < 0
        ? null
        : {
            version,
            norm: view.getFloat32(12, true),
            direction: new Int8Array(buffer, start + directionAt, dimensions),
          },
  };
}

/** One story in the list of a word. */
export interface Posting {
  story: number;
  /** How much of the story the word is, 0 to 255. */
  impact: number;
  /** Days from 1970 to its filing. */
  day: number;
}

/** Bytes of a posting. */
export const POSTING = 7;
const DAY_MS = 86_400_000;
export const dayOf = (sortAt: number): number => Math.min(0xffff, Math.max(0, Math.floor(sortAt / DAY_MS)));

export function encodePostings(postings: readonly Posting[]): Buffer {
  const buffer = Buffer.alloc(postings.length * POSTING);
  for (const [index, { story, impact, day }] of postings.entries()) {
    const at = index * POSTING;
    buffer.writeUInt32LE(story, at);
    buffer.writeUInt8(impact, at + 4);
    buffer.writeUInt16LE(day, at + 5);
  }
  return buffer;
}

export function decodePostings(stored: Uint8Array): Posting[] {
  const buffer = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const postings: Posting[] = [];
  for (let at = 0; at + POSTING <= buffer.length; at += POSTING) {
    postings.push({
      story: buffer.readUInt32LE(at),
      impact: buffer.readUInt8(at + 4),
      day: buffer.readUInt16LE(at + 5),
    });
  }
  return postings;
}

/** Stories kept in the list of a word: the most telling, and the newest of the others. */
const STRONGEST = 192;
const NEWEST = 64;
/** Length at which a list is cut back to the two. */
export const MOST_POSTINGS = 288;

/**
 * Cuts a list back: to the stories of which the word is most, and the newest of the rest, so that neither an old story
 * about the very thing is lost nor today's. A story that stands twice keeps its later entry.
 */
export function cutPostings(postings: readonly Posting[]): Posting[] {
  const each = [...new Map(postings.map((posting) => [posting.story, posting])).values()];
  each.sort((a, b) => b.impact - a.impact || b.day - a.day || b.story - a.story);
  const others = each.slice(STRONGEST).sort((a, b) => b.day - a.day || b.impact - a.impact || b.story - a.story);
  return [...each.slice(0, STRONGEST), ...others.slice(0, NEWEST)];
}
