import type { TrainedModel } from './train-model';

const HEADER = 12;

const bytesOf = (values: Int32Array | Float32Array | Int8Array) =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** A trained model as it is stored. */
export function encodeModel({ stories, dimensions, ...arrays }: TrainedModel): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(stories, 0);
  header.writeInt32LE(dimensions, 4);
  header.writeInt32LE(arrays.hashes.length, 8);
  const { hashes, words, directions, lengths, vectors } = arrays;
  return Buffer.concat([header, ...[hashes, words, directions, lengths, vectors].map(bytesOf)]);
}

export function decodeModel(stored: Uint8Array): TrainedModel {
  // A copy starts at an address that every kind of array may have.
  const { buffer } = new Uint8Array(stored);
  const view = new DataView(buffer);
  const [stories, dimensions, size] = [0, 4, 8].map((at) => view.getInt32(at, true));
  const at = (part: number) => HEADER + part * size * 4;
  return {
    stories,
    dimensions,
    hashes: new Int32Array(buffer, at(0), size),
    words: new Float32Array(buffer, at(1), size),
    directions: new Float32Array(buffer, at(2), size),
    lengths: new Float32Array(buffer, at(3), size),
    vectors: new Int8Array(buffer, at(4), size * dimensions),
  };
}
